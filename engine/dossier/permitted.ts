import type { Problem } from '#engine/result/index.ts';
import type { CommandContext } from './context.ts';
import { settingsOf } from './process.ts';
import { rules, stepsDone, type Given } from './rules.ts';
import type { Actor, DossierCommand, DossierState, DossierTask } from './types.ts';

/** A command this person could give now; where the law stands against it, why. */
export interface PermittedCommand {
  readonly command: DossierCommand['type'];
  readonly task?: string;
  readonly allowed: boolean;
  readonly reason?: Problem;
}

const TYPES = Object.keys(rules) as readonly (keyof typeof rules)[];

/** Acts that end a task by a command of their own are not offered as `complete`, nor the reverse. */
const offered = (
  command: DossierCommand['type'],
  state: DossierState,
  task: DossierTask,
  context: CommandContext,
): boolean => {
  const { act, outcomes } = settingsOf(context.prepared, task.element);
  if (command === 'sign-result') return act === 'sign';
  if (command === 'complete')
    return (act !== 'hand-out' || state.status === 'returned') && (act !== 'sign' || outcomes.length > 1);
  return true;
};

const answer = (given: Given): readonly PermittedCommand[] => {
  if (given.command === 'submit') return [];
  const rule = rules[given.command];
  // While steps are open, it is they that lead on: finishing is not on offer yet.
  if (rule.who(given) || (given.command === 'finish' && stepsDone(given))) return [];
  const reason = rule.law.map((guard) => guard(given)).find((found) => found !== undefined);
  return [
    {
      command: given.command,
      ...(given.task ? { task: given.task.id } : {}),
      allowed: reason === undefined,
      ...(reason ? { reason } : {}),
    },
  ];
};

/**
 * What the actor may do with the dossier now, from the same table as `decide`. Left out: what the
 * status or the person's role rules out; kept with its reason: what only the law rules out.
 */
export const permitted = (state: DossierState, actor: Actor, given: CommandContext): readonly PermittedCommand[] => {
  const context = { ...given, actor };
  return TYPES.filter((command) => rules[command].statuses.includes(state.status)).flatMap((command) =>
    rules[command].task
      ? state.tasks
          .filter((task) => offered(command, state, task, context))
          .flatMap((task) => answer({ command, state, context, task }))
      : answer({ command, state, context }),
  );
};
