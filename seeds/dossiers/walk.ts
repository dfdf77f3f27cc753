import { addWorkingMinutes, nextWorkingInstant } from '#engine/clock/index.ts';
import type { CommandRequest, Service } from '#engine/service/index.ts';
import type { Answers } from '#engine/form/index.ts';
import type { DossierCommand, DossierState, DossierTask, FileRef, PreparedRelease } from '#engine/dossier/index.ts';
import { localDate } from '#engine/clock/index.ts';
import { fillAnswers } from '../answers.ts';
import type { SeedClock } from '../clock.ts';
import { must } from '../definitions.ts';
import { system, type Cast } from './cast.ts';

/** A dossier that people work on, step by step, with the clock put on as they go. */
export interface Walk {
  readonly state: () => DossierState;
  /** The next command, `minutes` of working time after the last one. */
  do(command: DossierCommand, actor: CommandRequest['actor'], minutes?: number): Promise<DossierState>;
  accept(minutes?: number): Promise<DossierState>;
  /** Finishes the first open step, choosing the outcome by `choose`; false when nothing is open. */
  step(choose?: Choose, minutes?: number): Promise<boolean>;
}

/** The outcome of a step: its id; undefined takes the first one. */
export type Choose = (element: string, outcomes: readonly string[]) => string | undefined;

export const firstOutcome: Choose = (_, outcomes) => outcomes[0];

export interface WalkTools {
  readonly service: Service;
  readonly cast: Cast;
  readonly clock: SeedClock;
  readonly file: FileRef;
  readonly key: string;
}

export const walkOf = (tools: WalkTools, submitted: DossierState): Walk => {
  const { service, cast, clock, file, key } = tools;
  let state = submitted;
  let count = 0;

  const put = async (minutes: number): Promise<void> => {
    const calendar = await service.units.calendar(state.receivingUnit);
    clock.stand(
      minutes > 0 ? addWorkingMinutes(calendar, clock.now(), minutes) : nextWorkingInstant(calendar, clock.now()),
    );
  };

  const give: Walk['do'] = async (command, actor, minutes = 30) => {
    await put(minutes);
    count += 1;
    state = must(
      `${key} ${command.type} ${'task' in command ? command.task : ''}`,
      await service.dossiers.execute({
        dossier: state.id,
        command,
        actor,
        key: `seed:${key}:${count}:${command.type}`,
      }),
    );
    return state;
  };

  const accept: Walk['accept'] = async (minutes = 30) => {
    const feesPaid = state.fees.filter(({ due, amount }) => due === 'submission' && amount > 0).map(({ fee }) => fee);
    return give({ type: 'accept', feesPaid }, await cast.staff('clerk', state.receivingUnit, clock.now()), minutes);
  };

  /** Waits for the next timer when no person has anything to do. */
  const wait = async (): Promise<boolean> => {
    const timer = [...state.timers].sort((one, other) => one.due.localeCompare(other.due))[0];
    if (!timer || state.tasks.length > 0) return false;
    if (timer.due > clock.now()) clock.stand(timer.due);
    count += 1;
    state = must(
      `${key} timer ${timer.element}`,
      await service.dossiers.execute({
        dossier: state.id,
        command: { type: 'fire-timer', token: timer.token },
        actor: system,
        key: `timer:${state.id} ${timer.token} ${timer.due}`,
      }),
    );
    return true;
  };

  const step: Walk['step'] = async (choose = firstOutcome, minutes) => {
    const task = state.tasks[0];
    if (!task) return wait();
    const prepared = await service.catalogue.release(state.releaseHash);
    await payFor(task, prepared);
    const actor = await cast.forTask(state, task, clock.now());
    await give(commandFor(task, prepared, choose), actor, minutes ?? usual(task, prepared));
    return true;
  };

  /** What a step requires to be paid is asked for and paid at the counter first. */
  const payFor = async (task: DossierTask, prepared: PreparedRelease): Promise<void> => {
    for (const need of settings(prepared, task.element).requires) {
      const fee = need.startsWith('payment:') ? need.slice('payment:'.length) : undefined;
      const line = state.fees.find((one) => one.fee === fee);
      if (!line || line.amount === 0 || state.payments.some((payment) => payment.fee === fee)) continue;
      const clerk = await cast.staff('clerk', state.receivingUnit, clock.now());
      await give({ type: 'ask-payment', fee: line.fee, amount: line.amount, reason: `Nộp ${line.name.vi}` }, clerk, 30);
      await give({ type: 'record-payment', fee: line.fee, amount: line.amount, method: 'counter' }, clerk, 240);
    }
  };

  const commandFor = (task: DossierTask, prepared: PreparedRelease, choose: Choose): DossierCommand => {
    const { act, outcomes, produces } = settings(prepared, task.element);
    const outcome =
      choose(
        task.element,
        outcomes.map(({ id }) => id),
      ) ?? outcomes[0]?.id;
    if (act === 'hand-out') return { type: 'hand-out', to: state.applicant.name, via: state.returnChannel };
    if (act === 'sign' && (outcome === undefined || outcome === outcomes[0]?.id))
      return signing(task, prepared, produces);
    const answers = answersFor(task, prepared);
    return {
      type: 'complete',
      task: task.id,
      ...(outcome === undefined ? {} : { outcome }),
      ...(answers ? { answers } : {}),
    };
  };

  const signing = (task: DossierTask, prepared: PreparedRelease, produces: readonly string[]): DossierCommand => {
    const results = prepared.release.procedure.results ?? [];
    const named = produces.find((one) => one.startsWith('result:'))?.slice('result:'.length);
    const refusal = produces.includes('refusal') || isRefused();
    const result = named ?? results[0]?.id ?? 'result';
    return {
      type: 'sign-result',
      task: task.id,
      result,
      file: { ...file, name: refusal ? 'van-ban-tu-choi.pdf' : `${result}.pdf` },
      number: `${state.code.slice(-4)}/${localDate(clock.now()).slice(0, 4)}`,
      ...(refusal ? { refusal: true } : {}),
    };
  };

  /** A generated process signs whatever was found, so the finding decides what is signed. */
  const isRefused = (): boolean =>
    state.done.findLast(({ act, outcome }) => act === 'examine' && outcome !== undefined)?.outcome === 'not-eligible';

  const answersFor = (task: DossierTask, prepared: PreparedRelease): Answers | undefined => {
    const form = prepared.stepForms[task.element];
    return (
      form &&
      fillAnswers(
        form,
        { answers: {}, channel: state.channel, today: localDate(clock.now()) },
        `${key}/${task.element}`,
      )
    );
  };

  return { state: () => state, do: give, accept, step };
};

const settings = (prepared: PreparedRelease, element: string) => {
  const node = prepared.graph.nodes[prepared.graph.nodeOf[element] ?? -1];
  if (!node) throw new Error(`no step ${element}`);
  return node.settings;
};

/** Most steps take about half of the time they are allowed. */
const usual = (task: DossierTask, prepared: PreparedRelease): number =>
  Math.max(15, Math.round((settings(prepared, task.element).minutes ?? 60) / 2));
