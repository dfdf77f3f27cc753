import { addDays, deadline, localDate, type Instant } from '#engine/clock/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { happenedAt, type CommandContext } from './context.ts';
import { awaitsArrival, competentUnit } from './non-territorial.ts';
import { oneStopOf } from './one-stop-rules.ts';
import { problems } from './problems.ts';
import { settingsOf } from './process.ts';
import { statusNames } from './names.ts';
import type { Actor, DossierCommand, DossierState, DossierStatus, DossierTask, Role } from './types.ts';

/** What a guard looks at. `task` is there for the commands that are about one. */
export interface Given {
  readonly command: DossierCommand['type'];
  readonly state: DossierState;
  readonly context: CommandContext;
  readonly task?: DossierTask;
}

/** undefined: nothing against it. */
export type Guard = (given: Given) => Problem | undefined;

export interface Rule {
  /** In which the command makes sense at all. */
  readonly statuses: readonly DossierStatus[];
  /** Who may give it. */
  readonly who: Guard;
  /** What the law says further; each names its article. */
  readonly law: readonly Guard[];
  /** About one open task. */
  readonly task?: true;
}

/** Roles that work on dossiers. */
const WORKERS: readonly Role[] = ['clerk', 'officer', 'head', 'leader'];

const holds = (actor: Actor, roles: readonly string[], unit: string): boolean =>
  actor.kind === 'staff' && actor.unit === unit && roles.some((role) => actor.roles.includes(role as Role));

const clerk: Guard = ({ command, state, context: { actor } }) =>
  holds(actor, ['clerk'], state.receivingUnit) ? undefined : problems.role(command, ['clerk'], state.receivingUnit);

const headOfAgency: Guard = ({ command, state, context: { actor } }) =>
  holds(actor, ['leader', 'head'], state.decidingUnit)
    ? undefined
    : problems.role(command, ['leader', 'head'], state.decidingUnit);

/** At the unit for which another counter took it in, while it is on its way there. */
const competentClerk: Guard = ({ command, state, context: { actor } }) => {
  const { nonTerritorial } = state;
  return awaitsArrival(state) && nonTerritorial && holds(actor, ['clerk'], nonTerritorial.unit)
    ? undefined
    : problems.role(command, ['clerk'], nonTerritorial?.unit);
};

/** Nobody works on what is still on its way. */
const hasArrived: Guard = ({ state }) => (awaitsArrival(state) ? problems.awaitsArrival() : undefined);

/** Whoever the dossier waits for now, or the counter that took it in: everything goes through the one-stop. */
const handler: Guard = ({ command, state, context: { actor } }) =>
  holds(actor, ['clerk'], state.receivingUnit) || state.tasks.some((task) => holds(actor, [task.role], task.unit))
    ? undefined
    : problems.role(command, ['clerk', ...new Set(state.tasks.map(({ role }) => role))], undefined);

const holderOfTask: Guard = ({ command, task, context: { actor } }) => {
  if (!task) return problems.taskUnknown('');
  if (!holds(actor, [task.role], task.unit)) return problems.role(command, [task.role], task.unit);
  const theirs = task.assignee && [actor.id, ...(actor.standsFor ?? [])].includes(task.assignee.id);
  return task.assignee && !theirs ? problems.taskTaken(task.assignee.name) : undefined;
};

const headOfTask: Guard = ({ command, task, context: { actor } }) => {
  if (!task) return problems.taskUnknown('');
  return holds(actor, ['leader', 'head'], task.unit)
    ? undefined
    : problems.role(command, ['leader', 'head'], task.unit);
};

const isApplicant = (state: DossierState, actor: Actor): boolean =>
  actor.kind === 'citizen' && state.applicant.account !== undefined && state.applicant.account === actor.id;

const applicant: Guard = ({ state, context: { actor } }) =>
  isApplicant(state, actor) ? undefined : problems.applicantOnly();

const applicantOrClerk: Guard = ({ state, context: { actor } }) =>
  isApplicant(state, actor) || holds(actor, ['clerk'], state.receivingUnit) ? undefined : problems.applicantOrClerk();

const clerkOrSystem: Guard = (given) => (given.context.actor.kind === 'system' ? undefined : clerk(given));

const EVERY: readonly DossierStatus[] = Object.keys(statusNames) as DossierStatus[];

/** Somebody of the units that have to do with it, or of the control office. */
const involved: Guard = ({ command, state, context: { actor } }) => {
  const here = [
    state.receivingUnit,
    competentUnit(state),
    state.decidingUnit,
    ...state.tasks.map(({ unit }) => unit),
    ...(state.opinions ?? []).map(({ unit }) => unit),
  ];
  const office = actor.roles.includes('office') || actor.roles.includes('office-approver');
  const works = actor.unit !== undefined && here.includes(actor.unit) && holds(actor, WORKERS, actor.unit);
  return actor.kind === 'staff' && (works || office) ? undefined : problems.role(command, WORKERS, undefined);
};

/** Its limit is over with the dossier; who is asked is a unit, and anybody who works there may answer. */
const askedUnit: Guard = ({ command, state, context: { actor } }) =>
  (state.opinions ?? []).some(({ unit, answeredAt }) => answeredAt === undefined && holds(actor, WORKERS, unit))
    ? undefined
    : problems.role(command, WORKERS, undefined);

/** Something waits for a second person, and this is one. */
const secondPerson: Guard = (given) => {
  const { state, context } = given;
  const waiting = state.proposals ?? [];
  if (!waiting.some(({ by }) => by.id !== context.actor.id)) return problems.role(given.command, [], undefined);
  return involved(given);
};

const system: Guard = ({ command, context: { actor } }) =>
  actor.kind === 'system' ? undefined : problems.role(command, [], undefined);

/** Publication is the province office's work, conversion under a decision the machine's; both bring the release along. */
const publisher: Guard = ({ command, context: { actor, target, before } }) => {
  if (actor.kind !== 'system' && !actor.roles.some((role) => role === 'office' || role === 'office-approver'))
    return problems.role(command, ['office', 'office-approver'], undefined);
  if (target || before) return undefined;
  return command === 'revert-conversion' ? problems.conversionMovedOn() : problems.noTarget();
};

/** The question is the applicant's; the clerk may write down what they said, and silence is the machine's to find. */
const answersQuestion: Guard = (given) => {
  const { question } = given.state;
  if (!question || question.answer) return problems.noQuestion();
  return given.context.actor.kind === 'system' ? undefined : applicantOrClerk(given);
};

const noOpenQuestion: Guard = ({ state: { question } }) =>
  question && !question.answer ? problems.questionOpen() : undefined;

/** Taken back only while nothing has happened since: later it is a conversion of its own. */
const conversionIsLast: Guard = ({ state }) =>
  state.conversion?.seq === state.seq ? undefined : problems.conversionMovedOn();

/** Held by the state already for this person: nothing to take up. */
const notMine: Guard = ({ task, context: { actor } }) =>
  task?.assignee?.id === actor.id ? problems.taskMine() : undefined;

/** NĐ 61/2018 Điều 11 khoản 2, Điều 19 khoản 4: as often as the rules of the day allow, which is once. */
const supplementOnce: Guard = ({ state, context }) => {
  const rules = oneStopOf(context);
  return (state.supplement ? 1 : 0) >= rules.supplement.times ? problems.supplementOnce(rules) : undefined;
};

/** The last instant at which a supplement may be asked for: so many working days after whoever examines it received it. */
export const supplementUntil = (state: DossierState, context: CommandContext): Instant | undefined => {
  // Who examines it can ask only from when they have it.
  const from = state.nonTerritorial ? state.nonTerritorial.arrivedAt : state.acceptedAt;
  const within = oneStopOf(context).supplement.withinWorkingDays;
  return from === undefined || within === undefined
    ? undefined
    : deadline(context.calendar, { from, limit: { value: within, unit: 'working-day' } }).due;
};

/** NĐ 61/2018 Điều 19 khoản 4: asked for within the days that the rules give. */
const supplementInTime: Guard = ({ state, context }) => {
  const until = supplementUntil(state, context);
  return until !== undefined && happenedAt(context) > until
    ? problems.supplementLate(until, oneStopOf(context))
    : undefined;
};

/** NĐ 61/2018 Điều 19 khoản 9: one new date. */
const extendOnce: Guard = ({ state, context }) => {
  const rules = oneStopOf(context);
  return (state.extension ? 1 : 0) >= rules.extension.times ? problems.extendOnce(rules) : undefined;
};

/** NĐ 61/2018 Điều 19 khoản 9: the apology leaves at least a day, or what the rules say, before the date. */
const extendInTime: Guard = ({ state, context }) => {
  const due = state.promised?.due;
  if (due === undefined) return problems.noDue();
  const rules = oneStopOf(context);
  return addDays(localDate(happenedAt(context)), rules.extension.daysBefore) > localDate(due)
    ? problems.extendLate(due, rules)
    : undefined;
};

/** A step and its approval are two persons' work: who examined or submitted does not sign. */
const twoPersons: Guard = ({ state, context: { actor } }) =>
  state.done.some(({ act, by }) => (act === 'examine' || act === 'submit') && by.id === actor.id)
    ? problems.sameTwoPersons(actor.name)
    : undefined;

const isSign: Guard = ({ task, context: { prepared } }) =>
  task && settingsOf(prepared, task.element).act !== 'sign' ? problems.notThatAct('sign-result') : undefined;

/**
 * Acts of the law that are commands of their own; a signing step may also be sent back by its other
 * outcomes. A second reception or hand-out, which a model may have, is a step like any other.
 */
const isPlainTask: Guard = ({ state, task, context: { prepared } }) => {
  const settings = task && settingsOf(prepared, task.element);
  if (settings?.act === 'hand-out' && state.status !== 'returned') return problems.otherAct('hand-out');
  return settings?.act === 'sign' && settings.outcomes.length < 2 ? problems.otherAct('sign-result') : undefined;
};

/** NĐ 61/2018 Điều 20 khoản 5: the result is kept in the system; without one (or a refusal) nothing is finished. */
export const resultExists = (state: DossierState, context: CommandContext): Problem | undefined =>
  (context.prepared.release.procedure.results ?? []).length === 0 || state.results.length > 0
    ? undefined
    : problems.noResult();

const hasResult: Guard = ({ state, context }) => resultExists(state, context);

export const stepsDone: Guard = ({ state, context: { prepared } }) => {
  const open = state.tasks.filter(({ element }) => {
    const { act } = settingsOf(prepared, element);
    return act !== 'hand-out' && act !== 'enter-result';
  });
  return open.length > 0 ? problems.stepsOpen(open.map(({ name }) => name)) : undefined;
};

const RUNNING: readonly DossierStatus[] = ['processing', 'supplement', 'obligation', 'suspended'];

/**
 * The one table: in which status, by whom, and under which rules of the law a command may be given.
 * It answers for the button (`permitted`), the action and the interface (`decide`).
 */
export const rules: Readonly<Record<Exclude<DossierCommand['type'], 'submit'>, Rule>> = {
  accept: { statuses: ['submitted'], who: clerk, law: [] },
  refuse: { statuses: ['submitted'], who: clerk, law: [] },
  'receive-transfer': { statuses: ['processing'], who: competentClerk, law: [] },
  claim: { statuses: ['processing', 'finished', 'returned'], who: holderOfTask, law: [notMine], task: true },
  assign: { statuses: [...RUNNING, 'finished', 'returned'], who: headOfTask, law: [], task: true },
  complete: { statuses: ['processing', 'finished', 'returned'], who: holderOfTask, law: [isPlainTask], task: true },
  'sign-result': { statuses: ['processing'], who: holderOfTask, law: [isSign, twoPersons], task: true },
  'attach-result': { statuses: ['processing', 'obligation'], who: handler, law: [hasArrived] },
  'ask-supplement': {
    statuses: ['submitted', 'processing'],
    who: handler,
    law: [hasArrived, supplementOnce, supplementInTime],
  },
  'supply-supplement': { statuses: ['supplement'], who: applicantOrClerk, law: [] },
  'bring-paper': { statuses: ['submitted', ...RUNNING], who: system, law: [] },
  'ask-payment': { statuses: ['processing'], who: handler, law: [hasArrived] },
  'record-payment': { statuses: ['submitted', ...RUNNING, 'finished'], who: clerkOrSystem, law: [] },
  extend: { statuses: ['processing'], who: headOfAgency, law: [hasArrived, extendOnce, extendInTime] },
  suspend: { statuses: ['processing'], who: headOfAgency, law: [hasArrived] },
  resume: { statuses: ['suspended'], who: headOfAgency, law: [] },
  withdraw: { statuses: ['submitted', ...RUNNING], who: applicant, law: [] },
  finish: { statuses: ['processing'], who: handler, law: [hasArrived, stepsDone, hasResult] },
  'hand-out': { statuses: ['finished'], who: clerk, law: [] },
  stop: { statuses: RUNNING, who: headOfAgency, law: [] },
  comment: { statuses: EVERY, who: involved, law: [] },
  'ask-opinion': { statuses: ['processing'], who: handler, law: [hasArrived] },
  'give-opinion': { statuses: RUNNING, who: askedUnit, law: [] },
  propose: { statuses: [...RUNNING, 'finished', 'returned'], who: involved, law: [] },
  confirm: { statuses: [...RUNNING, 'finished', 'returned'], who: secondPerson, law: [] },
  reject: { statuses: EVERY, who: secondPerson, law: [] },
  // Timers of the process go on while the time limit stands still: they are of the world, not of the law.
  'fire-timer': { statuses: [...RUNNING, 'finished', 'returned'], who: system, law: [] },
  'hear-signal': { statuses: [...RUNNING, 'finished', 'returned'], who: system, law: [] },
  convert: { statuses: ['submitted', ...RUNNING], who: publisher, law: [] },
  'ask-conversion': { statuses: ['submitted', ...RUNNING], who: publisher, law: [noOpenQuestion] },
  'answer-conversion': { statuses: ['submitted', ...RUNNING], who: answersQuestion, law: [] },
  'revert-conversion': { statuses: ['submitted', ...RUNNING], who: publisher, law: [conversionIsLast] },
  recount: { statuses: RUNNING, who: system, law: [] },
  transfer: { statuses: ['submitted', ...RUNNING, 'finished'], who: system, law: [] },
};

/** Status, then person, then law: the first thing that stands against it. */
export const refusal = (given: Given): Problem | undefined => {
  if (given.command === 'submit') return problems.exists();
  const rule = rules[given.command];
  if (!rule.statuses.includes(given.state.status)) return problems.status(given.command, given.state.status);
  const against = rule.who(given);
  if (against) return against;
  for (const guard of rule.law) {
    const found = guard(given);
    if (found) return found;
  }
  return undefined;
};
