import type { Instant } from '#engine/clock/index.ts';
import type { Decision, Procedure, UnitChange } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { AppliedReorganisation, Assignment, ReorganisationWrite, Unit } from '#engine/store/port.ts';
import { say } from './messages.ts';
import { isTakenInBy, matterOf, routesOf } from './routes.ts';

export interface NamedUnit {
  readonly code: string;
  readonly name: string;
}

/** What a reorganisation would do, told before it does it: units, procedures, people, dossiers under way. */
export interface Rehearsal {
  readonly day: string;
  readonly unitsBefore: number;
  readonly unitsAfter: number;
  /** Codes that a unit of another name, and so of another extent, bears from the day on. */
  readonly reused: readonly { readonly code: string; readonly before: string; readonly after: string }[];
  readonly changes: readonly {
    readonly kind: UnitChange['kind'];
    readonly from: readonly NamedUnit[];
    readonly into: readonly NamedUnit[];
    readonly heir?: NamedUnit;
  }[];
  /** Assignments that end here and begin elsewhere. */
  readonly assignments: number;
  readonly people: number;
  /** Counters where nobody takes in. */
  readonly unstaffed: readonly NamedUnit[];
  readonly catalogue: CatalogueRehearsal;
  readonly dossiers: DossierRehearsal;
}

export interface CatalogueRehearsal {
  readonly inForce: number;
  /** Taken in elsewhere from the day on. */
  readonly moved: readonly { readonly code: string; readonly name: string; readonly to: readonly string[] }[];
  readonly withoutReceiver: readonly { readonly code: string; readonly name: string }[];
}

export interface DossierRehearsal {
  readonly open: number;
  /** Of these, those that another counter takes over. */
  readonly handedOver: number;
  /** By counter: exactly one place each. */
  readonly moves: readonly { readonly from: NamedUnit; readonly to: NamedUnit; readonly count: number }[];
}

export interface RehearsalInput {
  readonly decision: Decision;
  readonly write: ReorganisationWrite;
  /** Units on the day, without and with the reorganisation. */
  readonly before: ReadonlyMap<string, Unit>;
  readonly after: ReadonlyMap<string, Unit>;
  readonly applied: readonly AppliedReorganisation[];
  /** In force on the day, and since when. */
  readonly procedures: readonly { readonly procedure: Procedure; readonly since: Instant }[];
  /** Every assignment that holds on the day, without the reorganisation. */
  readonly held: readonly Assignment[];
  /** Open dossiers by counter and procedure, and where each group goes. */
  readonly open: readonly { readonly from: string; readonly to: string; readonly count: number }[];
}

const SHOWN = 5;

/** O(units + procedures × places + assignments). */
export const rehearse = (
  input: RehearsalInput,
): { readonly rehearsal: Rehearsal; readonly problems: readonly Problem[] } => {
  const { decision, write, before, after } = input;
  const organisation = decision.organisation ?? { changes: [] };
  const nameIn = (units: ReadonlyMap<string, Unit>, code: string): NamedUnit => ({
    code,
    name: units.get(code)?.name ?? code,
  });
  const catalogue = rehearseCatalogue(input);
  const unstaffed = withoutClerk(input);
  const reused = write.closed.flatMap(({ code, name }) => {
    const next = after.get(code);
    const goesOn = organisation.changes.some(
      ({ kind, from }) => (kind === 'move' || kind === 'rename') && from.includes(code),
    );
    return next && next.name !== name && !goesOn ? [{ code, before: name, after: next.name }] : [];
  });
  return {
    rehearsal: {
      day: write.day,
      unitsBefore: before.size,
      unitsAfter: after.size,
      reused,
      changes: organisation.changes.map(({ kind, from, into, heir }) => ({
        kind,
        from: from.map((code) => nameIn(before, code)),
        into: into.map(({ code, name }) => ({ code, name })),
        ...(heir === undefined ? {} : { heir: nameIn(after, heir) }),
      })),
      assignments: write.begun.length,
      people: new Set(write.begun.map(({ person }) => person)).size,
      unstaffed,
      catalogue,
      dossiers: {
        open: input.open.reduce((sum, { count }) => sum + count, 0),
        handedOver: input.open.reduce((sum, { from, to, count }) => (from === to ? sum : sum + count), 0),
        moves: mergeMoves(input.open).map(({ from, to, count }) => ({
          from: nameIn(before, from),
          to: nameIn(after, to),
          count,
        })),
      },
    },
    problems: [
      ...catalogue.withoutReceiver.map(({ code, name }) => say.noReceiver(code, name)),
      ...(unstaffed.length > 0
        ? [
            say.unstaffed(
              unstaffed.slice(0, SHOWN).map(({ name }) => name),
              unstaffed.length,
            ),
          ]
        : []),
    ],
  };
};

const mergeMoves = (open: RehearsalInput['open']): RehearsalInput['open'] => {
  const sums = new Map<string, { from: string; to: string; count: number }>();
  for (const { from, to, count } of open) {
    const key = `${from} ${to}`;
    sums.set(key, { from, to, count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
};

const rehearseCatalogue = ({
  decision,
  write,
  before,
  after,
  applied,
  procedures,
}: RehearsalInput): CatalogueRehearsal => {
  const { number, organisation } = decision;
  const others = applied.filter((each) => each.decision !== number);
  const now = routesOf(others, write.day, before);
  const then = routesOf(
    organisation ? [...others, { decision: number, day: write.day, organisation }] : others,
    write.day,
    after,
  );
  const counters = [...after.values()];
  const moved: CatalogueRehearsal['moved'][number][] = [];
  const withoutReceiver: CatalogueRehearsal['withoutReceiver'][number][] = [];
  for (const { procedure, since } of procedures) {
    const { procedure: code } = matterOf(procedure);
    const name = procedure.name.vi;
    const places = then.receiving(procedure, since);
    if (!counters.some((unit) => isTakenInBy(places, unit))) withoutReceiver.push({ code, name });
    const keys = places.map(({ level, unit }) => unit ?? level ?? '');
    const were = now.receiving(procedure, since).map(({ level, unit }) => unit ?? level ?? '');
    if (keys.join(' ') !== were.join(' ')) moved.push({ code, name, to: keys });
  }
  return { inForce: procedures.length, moved, withoutReceiver };
};

const withoutClerk = ({ write, after, held }: RehearsalInput): readonly NamedUnit[] => {
  const ended = new Set(write.ended.map(nameOf));
  const staffed = new Set(
    [...held.filter((each) => !ended.has(nameOf(each))), ...write.begun]
      .filter(({ role, reserve }) => role === 'clerk' && !reserve)
      .map(({ unit }) => unit),
  );
  const touched = new Set([...write.opened.map(({ code }) => code), ...write.ended.map(({ unit }) => unit)]);
  return [...after.values()]
    .filter(({ code, counter }) => counter && touched.has(code) && !staffed.has(code))
    .map(({ code, name }) => ({ code, name }));
};

const nameOf = ({ person, unit, role, from }: Assignment): string => `${person} ${unit} ${role} ${from}`;
