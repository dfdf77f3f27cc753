import { and, isOneOf, or, type Formula } from './formula.ts';
import type { World } from './world.ts';

/** When a row that is limited to cases and channels concerns a dossier; absent or empty: always. */
export const concerned = (
  world: World,
  row: { readonly cases?: readonly string[] | undefined; readonly channels?: readonly string[] | undefined },
): Formula =>
  and(
    row.channels === undefined ? true : among(world, 'channel', row.channels),
    row.cases === undefined || row.cases.length === 0 ? true : among(world, 'case', row.cases),
  );

const among = (world: World, name: string, values: readonly string[]): Formula =>
  or(
    ...world.translator
      .terms(['get', name])
      .map(({ when, term }) => (term.is === 'variable' ? and(when, isOneOf(term.of, ...values)) : false)),
  );
