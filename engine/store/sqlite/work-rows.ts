import { OPINION_STEP, opinionStepName, type DossierState } from '#engine/dossier/index.ts';
import { FOREVER } from './time.ts';

/** Columns of `tasks` in the order in which they are written. */
export const TASK_COLUMNS =
  'id, dossier, element, name, role, unit, opened_at, due_at, assignee, assignee_name, order_by, procedure, status, promised_due';

type Row = readonly (string | null)[];

/** An opinion waits for the officers of the unit that was asked, until its own limit. */
const opinionRows = ({ id, status, procedure, opinions = [] }: DossierState): readonly Row[] =>
  status === 'processing' || status === 'supplement' || status === 'obligation' || status === 'suspended'
    ? opinions
        .filter(({ answeredAt }) => answeredAt === undefined)
        .map((asked) => [
          ...[
            `${id}:${asked.id}`,
            id,
            OPINION_STEP,
            opinionStepName.vi,
            'officer',
            asked.unit,
            asked.askedAt,
            asked.due,
          ],
          ...[null, null, asked.due, procedure, status, asked.due],
        ])
    : [];

/** The rows of `tasks` that a state makes: what work lists are read from, ordered by the dossier's due date. */
export const taskRows = (state: DossierState): readonly Row[] => [
  ...state.tasks.map((task): Row => [
    ...[task.id, state.id, task.element, task.name, task.role, task.unit, task.openedAt, task.dueAt ?? null],
    ...[task.assignee?.id ?? null, task.assignee?.name ?? null, state.promised?.due ?? task.dueAt ?? FOREVER],
    ...[state.procedure, state.status, state.promised?.due ?? null],
  ]),
  ...opinionRows(state),
];

export const TIMER_COLUMNS = 'dossier, token, due';

/** The rows of `timers` that a state makes. */
export const timerRows = ({ id, timers }: DossierState): readonly Row[] =>
  timers.map(({ token, due }) => [id, token, due]);
