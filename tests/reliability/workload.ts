import type { Actor, DossierState } from '#engine/dossier/index.ts';
import type { CommandRequest, Service } from '#engine/service/index.ts';

export const CLERKS = 8;

/** What the process that is killed is told when it begins: a submission to repeat, and who applies the decision. */
export interface Order {
  readonly submission: CommandRequest;
  readonly approver: Actor;
  /** What is done with the decision, and at what time; applied on 1 June unless said. */
  readonly work?: 'apply' | 'withdraw' | 'convert';
  readonly now?: string;
}

/** One person who may do every step up to the signature: who may is not what is looked at here. */
const staff: Actor = {
  kind: 'staff',
  id: 'staff-1',
  name: 'Phạm Văn Dũng',
  unit: 'H02.07201',
  roles: ['clerk', 'officer', 'head', 'leader'],
};

/** What one process says to the other: asked before a command is given, done once it was answered. */
export type Line =
  | { readonly say: 'ready' }
  | { readonly say: 'asked'; readonly request: CommandRequest }
  | { readonly say: 'done'; readonly key: string; readonly dossier: string; readonly seq: number };

/** One clerk's day: takes in a dossier, accepts it, does its steps up to the signature; then the next one. */
export const clerkAtWork = async (
  service: Service,
  { submission }: Order,
  name: string,
  say: (line: Line) => void,
): Promise<never> => {
  const give = async (request: CommandRequest): Promise<DossierState> => {
    say({ say: 'asked', request });
    const answered = await service.dossiers.execute(request);
    if (!answered.ok) throw new Error(JSON.stringify(answered.problems));
    say({ say: 'done', key: request.key, dossier: answered.value.id, seq: answered.value.seq });
    return answered.value;
  };
  for (let n = 0; ; n += 1) {
    const key = `${name}-${String(n)}`;
    let state = await give({ ...submission, key: `${key}-submit` });
    const onIt = { dossier: state.id, actor: staff };
    state = await give({ ...onIt, key: `${key}-accept`, command: { type: 'accept' } });
    for (let step = 0; ; step += 1) {
      const command = await nextStep(service, state);
      if (!command) break;
      state = await give({ ...onIt, key: `${key}-step-${String(step)}`, command });
    }
  }
};

const nextStep = async (service: Service, state: DossierState): Promise<CommandRequest['command'] | undefined> => {
  const { graph } = await service.catalogue.release(state.releaseHash);
  const [task] = state.tasks;
  const settings = graph.nodes.find(({ id }) => id === task?.element)?.settings;
  if (!task || settings?.act === 'sign') return undefined;
  const outcome = settings?.outcomes[0]?.id;
  return { type: 'complete', task: task.id, ...(outcome === undefined ? {} : { outcome }) };
};
