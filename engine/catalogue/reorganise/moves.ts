import type { AppliedReorganisation, ReorganisationWrite } from '#engine/store/port.ts';
import { heirsOf, type Matter } from './heirs.ts';

/** Old unit → new unit, for one dossier. */
export type Moves = Readonly<Record<string, string>>;

/** What a dossier shows of where it is handled. */
export interface Whereabouts {
  readonly receivingUnit: string;
  readonly decidingUnit: string;
  readonly nonTerritorial?: { readonly unit: string };
  readonly tasks: readonly { readonly unit: string }[];
  readonly opinions?: readonly { readonly unit: string; readonly answeredAt?: string }[];
  readonly transfers?: readonly {
    readonly decision: string;
    readonly moves: readonly { readonly from: string; readonly to: string }[];
  }[];
}

const placesOf = ({ receivingUnit, decidingUnit, nonTerritorial, tasks, opinions }: Whereabouts): ReadonlySet<string> =>
  new Set([
    receivingUnit,
    decidingUnit,
    ...(nonTerritorial ? [nonTerritorial.unit] : []),
    ...tasks.map(({ unit }) => unit),
    ...(opinions ?? []).filter(({ answeredAt }) => answeredAt === undefined).map(({ unit }) => unit),
  ]);

const compose = (places: ReadonlySet<string>, to: (code: string) => string | undefined): Moves =>
  Object.fromEntries(
    [...places].flatMap((code) => {
      const next = to(code);
      return next === undefined || next === code ? [] : [[code, next] as const];
    }),
  );

/** Where a dossier's units go by a reorganisation: exactly one place each. Empty: nothing about it changes. */
export const movesOf = (
  { organisation }: Pick<AppliedReorganisation, 'organisation'>,
  dossier: Whereabouts,
  matter: Matter,
): Moves => {
  const heirs = heirsOf(organisation);
  return compose(placesOf(dossier), (code) => heirs.get(code)?.(matter));
};

/**
 * The way back: what that decision handed over returns to where it was; what was taken in since goes to the unit that
 * the new one came from (of several, the one whose heir it was first), or to its superior where it came from none.
 */
export const movesBack = (undone: AppliedReorganisation, written: ReorganisationWrite, dossier: Whereabouts): Moves => {
  const own = dossier.transfers?.findLast(({ decision }) => decision === undone.decision)?.moves ?? [];
  const back = new Map<string, string>();
  for (const { from, to } of own) if (!back.has(to)) back.set(to, from);
  const before = new Set(written.closed.map(({ code }) => code));
  const sources = [...heirsOf(undone.organisation)];
  return compose(placesOf(dossier), (code) => {
    const returned = back.get(code);
    if (returned !== undefined) return returned;
    const opened = written.opened.find((unit) => unit.code === code);
    if (!opened || before.has(code)) return undefined;
    return sources.find(([, of]) => of() === code)?.[0] ?? opened.parent;
  });
};
