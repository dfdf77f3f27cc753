import { fail, ok, type Result } from '#engine/result/index.ts';
import type { CommandContext } from '../context.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { problems } from '../problems.ts';
import type { DossierCommand, DossierState, DossierTask, Role } from '../types.ts';

type Transfer = Extract<DossierCommand, { type: 'transfer' }>;

/**
 * `transfer` → `transferred`: a reorganisation of offices hands the dossier over, whole: counter, deciding agency,
 * open steps and opinions asked for. Code, dates and release stay; whoever held a step keeps it if they now hold its
 * role at the new unit. Once for each decision.
 */
export const transfer = (
  state: DossierState,
  { decision, reason, moves }: Transfer,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  if (state.transfers?.some((each) => each.decision === decision)) return fail(problems.transferredAlready(decision));
  const places = new Map(moves.map(({ from, to }) => [from, to]));
  const unitOf = (code: string): string => places.get(code) ?? code;
  const task = (each: DossierTask): DossierTask => {
    const unit = unitOf(each.unit);
    if (unit === each.unit) return each;
    const { assignee, ...open } = each;
    const stays = assignee && context.people?.holds(assignee.id, each.role as Role, unit);
    return { ...open, unit, ...(stays ? { assignee } : {}) };
  };
  const receivingUnit = unitOf(state.receivingUnit);
  const decidingUnit = unitOf(state.decidingUnit);
  const competent = state.nonTerritorial && { ...state.nonTerritorial, unit: unitOf(state.nonTerritorial.unit) };
  if (context.units.level(receivingUnit) === undefined) return fail(problems.unitUnknown(receivingUnit));
  if (context.units.level(decidingUnit) === undefined) return fail(problems.unitUnknown(decidingUnit));
  return ok([
    newEvent(context, 'transferred', {
      decision,
      reason,
      moves,
      receivingUnit,
      decidingUnit,
      tasks: state.tasks.map(task),
      ...(competent ? { nonTerritorial: competent } : {}),
    }),
  ]);
};
