import { fail, ok, unreachable, type Problem, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import type { CommandContext } from '../context.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { problems } from '../problems.ts';
import { advance } from '../process.ts';
import type { Actor, DossierCommand, DossierState, Proposal, ResultFile, TwoPersonAct } from '../types.ts';

type Of<Type extends DossierCommand['type']> = Extract<DossierCommand, { type: Type }>;
/** The room's own `decide`, handed in: an act may be a command of its own. */
type Decide = (state: DossierState, command: DossierCommand, context: CommandContext) => Result<readonly NewEvent[]>;

const isLeader = (actor: Actor, unit: string): boolean =>
  actor.unit === unit && (actor.roles.includes('leader') || actor.roles.includes('head'));
const isOffice = ({ roles }: Actor): boolean => roles.includes('office') || roles.includes('office-approver');

/** A second person of the proposer's own unit knows the evidence; leaders of the deciding one answer for it. */
const mayConfirm = ({ act, by }: Proposal, state: DossierState, actor: Actor): boolean => {
  switch (act.type) {
    case 'late-entry':
      return actor.unit === by.unit || isLeader(actor, state.decidingUnit);
    case 'correct-result':
      return isLeader(actor, state.decidingUnit);
    case 'repair':
      return isLeader(actor, state.decidingUnit) || isOffice(actor);
  }
};

const WHO: Readonly<Record<TwoPersonAct['type'], string>> = {
  'late-entry': 'người thứ hai cùng đơn vị hoặc lãnh đạo cơ quan giải quyết',
  'correct-result': 'lãnh đạo cơ quan giải quyết',
  repair: 'lãnh đạo cơ quan giải quyết hoặc Văn phòng UBND tỉnh',
};

const textMissing = (act: TwoPersonAct): Problem | undefined => {
  if (act.type === 'late-entry')
    return act.evidence.trim() === ''
      ? problems.text('/evidence', { vi: 'minh chứng của việc đã làm', en: 'the evidence' })
      : undefined;
  return act.reason.trim() === '' ? problems.text('/reason', { vi: 'lý do', en: 'the reason' }) : undefined;
};

/** The events of the act itself, as if it were done now: what is proposed must be possible. */
const carriedOut = (
  state: DossierState,
  act: TwoPersonAct,
  by: Actor,
  context: CommandContext,
  decide: Decide,
): Result<readonly NewEvent[]> => {
  switch (act.type) {
    case 'late-entry':
      return decide(state, act.command, { ...context, actor: by, occurredAt: act.occurredAt });
    case 'correct-result': {
      const wrong = state.results.find(({ result }) => result === act.result);
      if (!wrong || (state.status !== 'finished' && state.status !== 'returned'))
        return fail(problems.resultUnknown(act.result));
      const { number = wrong.number, file, reason } = act;
      const result: ResultFile = {
        ...wrong,
        file,
        ...compact({ number }),
        signedBy: context.actor.name,
        signedAt: context.now,
        corrects: { file: wrong.file.hash, reason },
      };
      return ok([newEvent(context, 'result-corrected', { result })]);
    }
    case 'repair': {
      if (state.process?.status !== 'incident') return fail(problems.notHanging());
      const next = advance(state, { type: 'retry' }, context);
      return next.ok ? ok([newEvent(context, 'process-advanced', next.value)]) : next;
    }
    default:
      return unreachable(act);
  }
};

/**
 * `propose` → `proposed`. Late entries keep both times and need evidence; nothing happens to the dossier
 * until a second person confirms.
 */
export const propose = (
  state: DossierState,
  { act }: Of<'propose'>,
  context: CommandContext,
  decide: Decide,
): Result<readonly NewEvent[]> => {
  const missing = textMissing(act);
  if (missing) return fail(missing);
  const { actor, now } = context;
  const possible = carriedOut(state, act, actor, context, decide);
  if (!possible.ok) return possible;
  const id = `dn${state.seq + 1}`;
  return ok([newEvent(context, 'proposed', { id, act, by: actor, at: now })]);
};

const waiting = (state: DossierState, id: string): Proposal | undefined =>
  (state.proposals ?? []).find((each) => each.id === id);

/** `confirm` → `confirmed` and what comes of the act; by another person than the one who proposed it. */
export const confirm = (
  state: DossierState,
  { proposal }: Of<'confirm'>,
  context: CommandContext,
  decide: Decide,
): Result<readonly NewEvent[]> => {
  const found = waiting(state, proposal);
  if (!found) return fail(problems.proposalGone());
  const { act, by } = found;
  if (by.id === context.actor.id) return fail(problems.proposalOwn());
  if (!mayConfirm(found, state, context.actor)) return fail(problems.proposalWho(WHO[act.type]));
  const done = carriedOut(state, act, by, context, decide);
  return done.ok ? ok([newEvent(context, 'confirmed', { proposal, act, by }), ...done.value]) : done;
};

/** `reject` → `rejected`: nothing happens, and why is kept. */
export const reject = (
  state: DossierState,
  { proposal, reason }: Of<'reject'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  if (!waiting(state, proposal)) return fail(problems.proposalGone());
  return reason.trim() === ''
    ? fail(problems.text('/reason', { vi: 'lý do không đồng ý', en: 'the reason' }))
    : ok([newEvent(context, 'rejected', { proposal, reason })]);
};
