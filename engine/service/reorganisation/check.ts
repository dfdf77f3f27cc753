import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  decisionHash,
  heirsOf,
  inEffect,
  movesBack,
  planReorganisation,
  rehearse,
  unitsOn,
} from '#engine/catalogue/index.ts';
import { startOfDay, type ClockPort, type LocalDate } from '#engine/clock/index.ts';
import type { Decision, Procedure } from '#engine/definition/index.ts';
import type { AppliedReorganisation, ReorganisationWrite, Store } from '#engine/store/index.ts';
import type { Checked } from '../check.ts';
import { Lru } from '../lru.ts';
import { say } from '../messages.ts';
import type { DecisionReport } from '../types.ts';

const KEPT = 5000;
/** Dossiers looked at between two turns of the event loop. */
const BATCH = 100;

interface OpenMove {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Plans a reorganisation and rehearses it against catalogue, people and dossiers as they are. Nothing is written. */
export const reorganisationChecker = (store: Store, clock: ClockPort): ((decision: Decision) => Promise<Checked>) => {
  const procedures = new Lru<string, Procedure>(KEPT);

  const procedureOf = async (hash: string): Promise<Procedure | undefined> => {
    const known = procedures.get(hash);
    if (known) return known;
    const found = (await store.releases.byHash(hash))?.procedure;
    if (found) procedures.set(hash, found);
    return found;
  };

  const calendars = async (): Promise<readonly string[]> =>
    ((await store.settings.get('calendars')) as readonly string[] | undefined) ?? [];

  const peopleNamed = async ({ organisation }: Decision): Promise<ReadonlyMap<string, string>> => {
    const found = new Map<string, string>();
    for (const { login } of organisation?.staff ?? []) {
      const person = await store.people.byLogin(login);
      if (person) found.set(login, person.id);
    }
    return found;
  };

  /** Where the open dossiers of each counter go; by procedure, since matters may have heirs of their own. */
  const openMoves = async ({ organisation }: Decision, write: ReorganisationWrite): Promise<readonly OpenMove[]> => {
    const open = await store.reorganisations.open([...new Set(write.closed.map(({ code }) => code))]);
    const heirs = heirsOf(organisation ?? { changes: [] });
    const fields = new Map<string, string>();
    const found: OpenMove[] = [];
    for (const { unit, procedure, count } of open) {
      if (!fields.has(procedure)) fields.set(procedure, (await store.catalogue.history(procedure)).at(-1)?.field ?? '');
      const field = fields.get(procedure) ?? '';
      found.push({ from: unit, to: heirs.get(unit)?.({ procedure, field }) ?? unit, count });
    }
    return found;
  };

  /** Where each goes on the way back: its own history says, so each is looked at. O(open dossiers of the units). */
  const movesOnTheWayBack = async (
    { number }: Decision,
    { day }: ReorganisationWrite,
    undone: AppliedReorganisation,
    written: ReorganisationWrite,
  ): Promise<readonly OpenMove[]> => {
    const units = written.opened.map(({ code }) => code);
    const here = new Set(units);
    const found: OpenMove[] = [];
    const ids = await store.reorganisations.next(number, units, startOfDay(day), Number.MAX_SAFE_INTEGER);
    for (const [place, id] of ids.entries()) {
      const state = await store.dossiers.load(id);
      if (state && here.has(state.receivingUnit)) {
        const { receivingUnit: from } = state;
        found.push({ from, to: movesBack(undone, written, state)[from] ?? from, count: 1 });
      }
      if (place % BATCH === BATCH - 1) await nextTurn();
    }
    return found;
  };

  return async (decision) => {
    const version = await store.catalogueVersion();
    const day: LocalDate = decision.effectiveFrom.slice(0, 10);
    const at = startOfDay(day);
    const [rows, assignments, applied, entries] = await Promise.all([
      store.overview.unitRows(),
      store.reorganisations.assignmentsFrom(day),
      store.reorganisations.applied(),
      store.catalogue.allInForce(at),
    ]);
    const back = decision.organisation?.rollsBack;
    const undone = inEffect(applied, day).find((each) => each.decision === back);
    const written = undone && (await store.reorganisations.written(undone.decision));
    const { write, problems } = planReorganisation({
      decision,
      day,
      rows,
      assignments,
      people: await peopleNamed(decision),
      calendars: await calendars(),
      ...(written ? { before: written } : {}),
    });
    const before = unitsOn(rows, day);
    const after = new Map(before);
    for (const { code } of write.closed) after.delete(code);
    for (const unit of write.opened) after.set(unit.code, unit);
    const inForce: { readonly procedure: Procedure; readonly since: string }[] = [];
    for (const { hash, effectiveFrom: since } of entries) {
      const procedure = await procedureOf(hash);
      if (procedure) inForce.push({ procedure, since });
    }
    const rehearsed = rehearse({
      decision,
      write,
      before,
      after,
      applied,
      procedures: inForce,
      held: assignments.filter(({ from }) => from <= day),
      open:
        undone && written
          ? await movesOnTheWayBack(decision, write, undone, written)
          : await openMoves(decision, write),
    });
    const found = [
      ...problems,
      // What would become of the catalogue is only told of a plan that holds.
      ...(problems.length === 0 ? rehearsed.problems : []),
      ...(at <= clock.now() ? [say.reorganisedLate()] : []),
    ];
    const report: DecisionReport = {
      decision,
      contentHash: decisionHash(decision, []),
      effectiveFrom: at,
      counts: { add: 0, amend: 0, replace: 0, repeal: 0 },
      items: [],
      problems: found,
      draftOwners: 0,
      runningDossiers: rehearsed.rehearsal.dossiers.open,
      applicable: found.every(({ severity }) => severity !== 'error'),
      organisation: rehearsed.rehearsal,
    };
    const change = { close: [], open: [], organisation: write };
    return { plan: { effectiveFrom: at, items: [], problems: found, change }, report, version };
  };
};
