import type { AppLoadContext } from '@remix-run/node';
import type { Actor, DossierCommand, DossierState } from '#engine/dossier/index.ts';
import type { Problem } from '#engine/result/index.ts';

/** What came of one act on many: how many are done, and why the others are not. */
export interface SeveralDone {
  readonly done: number;
  readonly failed: readonly { readonly code: string; readonly problems: readonly Problem[] }[];
}

const MOST = 200;

/** Task ids are `<dossier>:<token>`. */
const dossierOf = (task: string): string => task.split(':')[0] ?? '';

/**
 * The same act on each chosen task, each by itself and once for the page's key: one that is refused (a
 * colleague was faster) does not stop the others.
 */
export const onSeveral = async (
  context: AppLoadContext,
  actor: Actor,
  given: { readonly key: string; readonly tasks: readonly string[] },
  commandFor: (task: string, state: DossierState) => DossierCommand | undefined,
): Promise<SeveralDone> => {
  const failed: { code: string; problems: readonly Problem[] }[] = [];
  let done = 0;
  for (const task of given.tasks.slice(0, MOST)) {
    const state = await context.service.dossiers.byId(dossierOf(task));
    const command = state && commandFor(task, state);
    if (!state || !command) continue;
    const answer = await context.service.dossiers.execute({
      dossier: state.id,
      command,
      actor,
      key: `several:${actor.id}:${given.key.slice(0, 64)}:${task}`,
    });
    if (answer.ok) done += 1;
    else failed.push({ code: state.code, problems: answer.problems });
  }
  return { done, failed };
};

/** Results that officers attached and that wait for this person's signature, among the chosen tasks. */
export const readyToSign = async (context: AppLoadContext, actor: Actor, tasks: readonly string[]) =>
  Promise.all(
    tasks.slice(0, MOST).map(async (task) => {
      const state = await context.service.dossiers.byId(dossierOf(task));
      if (!state) return [];
      const permitted = await context.service.dossiers.permitted(state, actor);
      const signs = permitted.some((each) => each.command === 'sign-result' && each.task === task && each.allowed);
      const attached = state.results.find(({ signedAt, refusal }) => signedAt === undefined && !refusal);
      const release = await context.service.catalogue.release(state.releaseHash);
      return [
        {
          task,
          dossier: state.id,
          code: state.code,
          applicant: state.applicant.name,
          procedure: release.release.procedure.name.vi,
          signs,
          ...(attached
            ? { result: attached.result, name: attached.name, file: attached.file, number: attached.number ?? '' }
            : {}),
        },
      ];
    }),
  ).then((rows) => rows.flat());
