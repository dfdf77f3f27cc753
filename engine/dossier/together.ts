import type { Problem } from '#engine/result/index.ts';
import { problems } from './problems.ts';
import type { AwaitedPaper, DossierState } from './types.ts';

/** Papers of the group's other results that have not come yet; what was handed in all the same is not waited for. */
export const awaitedPapers = ({
  together,
  papers,
}: Pick<DossierState, 'together' | 'papers'>): readonly AwaitedPaper[] =>
  (together?.group?.awaits ?? []).filter(({ paper }) => !papers.some((held) => held.paper === paper && isThere(held)));

const isThere = ({ originals, copies, files, presented }: DossierState['papers'][number]): boolean =>
  originals > 0 || copies > 0 || files.length > 0 || presented === true;

/** What rests on another dossier's result is granted only once that is there; undefined: nothing is waited for. */
export const awaitedProblem = (state: DossierState): Problem | undefined => {
  const waiting = awaitedPapers(state)[0];
  if (!waiting) return undefined;
  const of = state.together?.dossiers.find(({ id }) => id === waiting.from)?.procedure;
  return problems.paperAwaited(waiting.paper, of ?? '');
};

/** Id under which a limit that the group publishes is kept as the dossier's `timeLimit`. */
export const groupLimit = (group: string): string => `group:${group}`;
