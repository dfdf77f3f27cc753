import type { Instant } from '#engine/clock/index.ts';
import { unreachable } from '#engine/result/index.ts';
import type { EventData, KnownEvent, ProcessAdvance, Resumed, Standing } from './events.ts';
import { compact } from './compact.ts';
import type { DossierEvent, DossierState, PaperReceived } from './types.ts';

/** A paper handed in again takes the place of the earlier one. */
export const mergePapers = (
  held: readonly PaperReceived[],
  more: readonly PaperReceived[],
): readonly PaperReceived[] => {
  const ids = new Set(more.map(({ paper }) => paper));
  return [...held.filter(({ paper }) => !ids.has(paper)), ...more];
};

const submitted = (event: KnownEvent, data: EventData['submitted']): DossierState => ({
  ...data,
  id: event.dossier,
  seq: event.seq,
  lastHash: event.hash,
  lastAt: event.occurredAt,
  status: 'submitted',
  payments: [],
  submittedAt: event.occurredAt,
  pauses: [],
  tasks: [],
  timers: [],
  results: [],
  done: [],
  visited: [],
});

const pause = (
  state: DossierState,
  at: Instant,
  ground: DossierState['pauses'][number]['ground'],
  reason: string,
): Pick<DossierState, 'pauses'> =>
  state.acceptedAt === undefined
    ? { pauses: state.pauses }
    : { pauses: [...state.pauses, { from: at, ground, reason }] };

const endPause = (state: DossierState, at: Instant): DossierState['pauses'] =>
  state.pauses.map((each) => (each.to === undefined ? { ...each, to: at } : each));

const withDue = (
  tasks: DossierState['tasks'],
  due: Readonly<Record<string, Instant>> | undefined,
): DossierState['tasks'] =>
  tasks.map((task) => {
    const dueAt = due?.[task.token];
    return dueAt === undefined ? task : { ...task, dueAt };
  });

const resume = (state: DossierState, at: Instant, { legal, promised, taskDue }: Resumed): DossierState => ({
  ...state,
  status: state.acceptedAt === undefined ? 'submitted' : 'processing',
  pauses: endPause(state, at),
  ...compact({ legal, promised }),
  tasks: withDue(state.tasks, taskDue),
});

const advance = (state: DossierState, data: ProcessAdvance): DossierState => {
  const closed = new Set(data.closed);
  const disarmed = new Set(data.disarmed);
  const visited = new Set([...state.visited, ...data.visited]);
  return {
    ...state,
    process: data.process,
    tasks: [...state.tasks.filter(({ token }) => !closed.has(token)), ...data.opened],
    timers: [...state.timers.filter(({ token }) => !disarmed.has(token)), ...data.armed],
    visited: [...visited],
  };
};

const started = (state: DossierState, at: Instant): Pick<DossierState, 'workStartedAt'> => ({
  workStartedAt: state.workStartedAt ?? at,
});

const close = (state: DossierState, status: DossierState['status'], at: Instant): DossierState => ({
  ...state,
  status,
  pauses: endPause(state, at),
});

const withAssignee = (
  state: DossierState,
  task: string,
  assignee: { readonly id: string; readonly name: string },
): DossierState['tasks'] => state.tasks.map((each) => (each.id === task ? { ...each, assignee } : each));

/** Puts what depends on the release in the place of what there was; what is undefined is gone. */
const standing = (state: DossierState, data: Standing): DossierState => {
  const { releaseNumber, releaseHash, answers, fees, decidingUnit, tasks, timers, visited } = data;
  const { case: chosen, process, timeLimit, legal, promised } = data;
  return compact({
    ...state,
    ...{ releaseNumber, releaseHash, answers, fees, decidingUnit, tasks, timers, visited },
    ...{ case: chosen, process, timeLimit, legal, promised },
  }) as DossierState;
};

const apply = (state: DossierState, event: KnownEvent): DossierState => {
  const at = event.occurredAt;
  switch (event.type) {
    case 'submitted':
      throw new Error(`dossier ${state.id} is submitted twice`);
    case 'accepted': {
      const { papers, payments, timeLimit, legal, promised, sendBy, register } = event.data;
      return {
        ...state,
        status: 'processing',
        acceptedAt: at,
        papers: mergePapers(state.papers, papers),
        payments: [...state.payments, ...payments.map((payment) => ({ ...payment, method: 'counter', at }))],
        ...compact({ timeLimit, legal, promised, register }),
        ...(state.nonTerritorial ? { nonTerritorial: { ...state.nonTerritorial, ...compact({ sendBy }) } } : {}),
      };
    }
    case 'arrived': {
      const { timeLimit, legal, promised } = event.data;
      return {
        ...state,
        ...(state.nonTerritorial ? { nonTerritorial: { ...state.nonTerritorial, arrivedAt: at } } : {}),
        ...compact({ timeLimit, legal, promised }),
      };
    }
    case 'refused':
      return { ...state, status: 'refused', closedReason: event.data.reason };
    case 'task-claimed':
      return {
        ...state,
        ...started(state, at),
        tasks: withAssignee(state, event.data.task, { id: event.actor.id, name: event.actor.name }),
      };
    case 'task-assigned':
      return { ...state, ...started(state, at), tasks: withAssignee(state, event.data.task, event.data.to) };
    case 'task-completed': {
      const { element, act, outcome, answers, note } = event.data;
      const by = { id: event.actor.id, name: event.actor.name };
      return {
        ...state,
        ...(act === 'receive' ? {} : started(state, at)),
        done: [...state.done, { element, ...compact({ act, outcome, answers, note }), by, at }],
      };
    }
    case 'result-signed':
    case 'result-attached':
      return {
        ...state,
        ...started(state, at),
        results: [...state.results.filter(({ result }) => result !== event.data.result.result), event.data.result],
      };
    case 'supplement-asked': {
      const { papers, reason } = event.data;
      return {
        ...state,
        status: 'supplement',
        supplement: { papers, reason, askedAt: at },
        ...pause(state, at, 'supplement', reason),
      };
    }
    case 'supplement-supplied': {
      const resumed = resume(state, at, event.data);
      return {
        ...resumed,
        papers: mergePapers(state.papers, event.data.papers),
        answers: event.data.answers ?? state.answers,
        ...(state.supplement ? { supplement: { ...state.supplement, suppliedAt: at } } : {}),
      };
    }
    case 'payment-asked': {
      const { fee, amount, reason } = event.data;
      return {
        ...state,
        status: 'obligation',
        obligation: { fee, amount, reason, askedAt: at },
        ...pause(state, at, 'obligation', reason),
      };
    }
    case 'payment-recorded': {
      const { fee, amount, method, reference, settles } = event.data;
      const base = settles ? resume(state, at, event.data) : state;
      return {
        ...base,
        payments: [...state.payments, { fee, amount, method, ...compact({ reference }), at }],
        ...(settles && state.obligation ? { obligation: { ...state.obligation, paidAt: at } } : {}),
      };
    }
    case 'paper-brought':
      return { ...state, papers: mergePapers(state.papers, [event.data.paper]) };
    case 'extended': {
      const { from, promised, reason } = event.data;
      return { ...state, promised, extension: { from, to: promised.due ?? from, reason } };
    }
    case 'suspended':
      return { ...state, status: 'suspended', ...pause(state, at, 'suspended', event.data.ground) };
    case 'resumed':
      return resume(state, at, event.data);
    case 'withdrawn':
      return {
        ...close(state, 'withdrawn', at),
        ...compact({ closedReason: event.data.reason, outcome: event.data.outcome }),
      };
    case 'stopped':
      return {
        ...close(state, 'stopped', at),
        closedReason: event.data.reason,
        ...compact({ outcome: event.data.outcome }),
      };
    case 'finished':
      return { ...close(state, 'finished', at), finishedAt: at, ...compact({ outcome: event.data.outcome }) };
    case 'handed-out':
      return { ...state, status: 'returned', returnedAt: at };
    case 'commented':
      return state;
    case 'opinion-asked': {
      const { id, name } = event.actor;
      return { ...state, opinions: [...(state.opinions ?? []), { ...event.data, askedAt: at, askedBy: { id, name } }] };
    }
    case 'opinion-given': {
      const { opinion, answer, file } = event.data;
      const answeredBy = { id: event.actor.id, name: event.actor.name };
      return {
        ...state,
        opinions: (state.opinions ?? []).map((each) =>
          each.id === opinion ? { ...each, answer, ...compact({ file }), answeredAt: at, answeredBy } : each,
        ),
      };
    }
    case 'proposed':
      return { ...state, proposals: [...(state.proposals ?? []), event.data] };
    case 'confirmed':
    case 'rejected':
      return { ...state, proposals: (state.proposals ?? []).filter(({ id }) => id !== event.data.proposal) };
    case 'result-corrected': {
      const { result } = event.data;
      return { ...state, results: [...state.results.filter((each) => each.result !== result.result), result] };
    }
    case 'process-advanced':
      return advance(state, event.data);
    case 'converted': {
      const { from, decision } = event.data;
      return {
        ...standing(state, event.data),
        conversion: { seq: event.seq, at, from, ...compact({ decision }) },
      };
    }
    case 'conversion-reverted': {
      const { conversion: _conversion, question: _question, ...rest } = standing(state, event.data);
      const { conversion, question } = event.data;
      return { ...rest, ...compact({ conversion, question }) };
    }
    case 'conversion-asked':
      return { ...state, question: { ...event.data, askedAt: at } };
    case 'conversion-answered':
      return state.question ? { ...state, question: { ...state.question, answer: { ...event.data, at } } } : state;
    case 'transferred': {
      const { decision, moves, receivingUnit, decidingUnit, tasks, nonTerritorial } = event.data;
      const places = new Map(moves.map(({ from, to }) => [from, to]));
      return {
        ...state,
        receivingUnit,
        decidingUnit,
        tasks,
        ...compact({ nonTerritorial }),
        ...(state.opinions
          ? {
              opinions: state.opinions.map((each) =>
                each.answeredAt === undefined ? { ...each, unit: places.get(each.unit) ?? each.unit } : each,
              ),
            }
          : {}),
        transfers: [...(state.transfers ?? []), { decision, at, moves }],
      };
    }
    case 'recounted':
      return { ...state, legal: event.data.legal, tasks: withDue(state.tasks, event.data.taskDue) };
    default:
      return unreachable(event);
  }
};

/** Said about the dossier rather than done to it: what happened earlier can still be entered after them. */
const BESIDE: ReadonlySet<KnownEvent['type']> = new Set([
  'commented',
  'opinion-asked',
  'opinion-given',
  'proposed',
  'confirmed',
  'rejected',
  'recounted',
  'paper-brought',
]);

/**
 * The state after one more event. Pure; throws only on a sequence that `decide` can never give
 * (no `submitted` first), which `verifyChain` and `replay` report as a problem before.
 */
export const evolve = (state: DossierState | undefined, stored: DossierEvent): DossierState => {
  // The store keeps `data` as JSON; its shape is fixed by `type` when the event is made.
  const event = stored as unknown as KnownEvent;
  if (state === undefined) {
    if (event.type !== 'submitted') throw new Error(`dossier ${stored.dossier} begins with ${stored.type}`);
    return submitted(event, event.data);
  }
  return {
    ...apply(state, event),
    seq: event.seq,
    lastHash: event.hash,
    lastAt: BESIDE.has(event.type) ? state.lastAt : event.occurredAt,
  };
};
