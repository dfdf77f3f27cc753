import { createHash, randomUUID } from 'node:crypto';
import { localDate, type ClockPort } from '#engine/clock/index.ts';
import { canonicalJson } from '#engine/definition/index.ts';
import {
  decide,
  dossierCode,
  sealOnto,
  type CommandContext,
  type DossierCommand,
  type DossierState,
  type Together,
} from '#engine/dossier/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { isStorable, storeProblems, type Create, type Store } from '#engine/store/index.ts';
import { bookOf } from '../book-of.ts';
import { contextFor } from '../command-context.ts';
import type { Intake } from '../intake.ts';
import { say as serviceProblems } from '../messages.ts';
import { normalise } from '../normalise.ts';
import { messagesFor } from '../notices.ts';
import type { ReceptionService } from '../reception.ts';
import type { DossierService, Visit } from '../types.ts';
import type { Organisation } from '../units.ts';
import type { LinkedGroup, LinkedGroups } from './groups.ts';
import { reuseProblems, type HeldPaperService } from '../held-papers.ts';
import * as say from './messages.ts';

interface Ports {
  readonly store: Store;
  readonly clock: ClockPort;
  readonly intake: Intake;
  readonly units: Organisation;
  readonly linked: LinkedGroups;
  readonly reception: ReceptionService;
  readonly held: HeldPaperService;
}

type Given = Visit['dossiers'][number];
type Submit = Extract<DossierCommand, { type: 'submit' }>;

const at = (place: number, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, path: `/dossiers/${place}${problem.path}` }));

/** Where one dossier stands among those it is handed in with. */
const togetherOf = (
  { id, dossiers }: Visit,
  ids: readonly string[],
  place: number,
  group: LinkedGroup | undefined,
): Together | undefined => {
  if (dossiers.length < 2) return undefined;
  const named = dossiers.map(({ procedure }, index) => ({ id: ids[index] ?? '', procedure }));
  if (!group) return { visit: id, dossiers: named };
  const idOf = (code: string) => named.find(({ procedure }) => procedure === code)?.id ?? '';
  const member = group.members.find(({ code }) => code === dossiers[place]?.procedure);
  return {
    visit: id,
    dossiers: named,
    group: {
      code: group.code,
      name: group.name,
      decision: group.decision,
      lead: idOf(group.lead),
      ...(member?.legal
        ? { limit: { legal: member.legal, ...(member.promised ? { promised: member.promised } : {}) } }
        : {}),
      awaits: (member?.papers ?? []).map(({ paper, from, result }) => ({ paper, from: idOf(from), result })),
    },
  };
};

/**
 * Submission and acceptance of everything one visit brings, in one transaction: at the counter nobody waits
 * between the two, and linked procedures (TT 01/2018/TT-VPCP Điều 4) are handed in as one or not at all. A
 * group is taken as it is published at that instant, with all its members.
 */
export const takeIn = (ports: Ports): DossierService['takeIn'] => {
  const { store, clock, units, linked } = ports;

  const prepare = async (visit: Visit, group: LinkedGroup | undefined): Promise<Result<readonly Create[]>> => {
    const ids = visit.dossiers.map(() => randomUUID());
    const problems: Problem[] = [];
    const entries: Create[] = [];
    for (const [place, given] of visit.dossiers.entries()) {
      const entry = await createOf(ports, visit, given, {
        id: ids[place] ?? '',
        together: togetherOf(visit, ids, place, group),
      });
      if (entry.ok)
        entries.push({
          ...entry.value,
          build: (number, line) => {
            const built = entry.value.build(number, line);
            return built.ok ? built : fail(...at(place, built.problems));
          },
        });
      else problems.push(...at(place, entry.problems));
    }
    return problems.length > 0 ? fail(...problems) : ok(entries);
  };

  const stored = async (ids: readonly string[]): Promise<readonly DossierState[]> =>
    (await Promise.all(ids.map((id) => store.dossiers.load(id)))).filter((state) => state !== undefined);

  return async (given) => {
    if (!isStorable(JSON.stringify(given))) return fail(storeProblems.text('/dossiers'));
    const visit = normalise(given);
    await units.refresh();
    const before = await Promise.all(visit.dossiers.map(({ key }) => store.dossiers.answered(key)));
    const known = before.flatMap((answered) => answered?.dossier ?? []);
    if (known.length === visit.dossiers.length && known.length > 0) return ok(await stored(known));
    const group = visit.group === undefined ? undefined : await linked.find(visit.group, clock.now());
    if (visit.group !== undefined) {
      if (!group) return fail(say.noGroup(visit.group));
      const brought = visit.dossiers.map(({ procedure }) => procedure).sort();
      if (canonicalJson(brought) !== canonicalJson(group.members.map(({ code }) => code).sort()))
        return fail(say.otherMembers(visit.group));
    }
    const entries = await prepare(visit, group);
    if (!entries.ok) return entries;
    const created = await store.dossiers.createAll(entries.value);
    return created.ok ? ok(await stored(created.value)) : created;
  };
};

const createOf = async (
  { clock, intake, units, reception, held }: Ports,
  visit: Visit,
  { procedure, submit, feesPaid, key }: Given,
  { id, together }: { readonly id: string; readonly together: Together | undefined },
): Promise<Result<Create>> => {
  const now = clock.now();
  const open = await intake.open(procedure, now);
  if (!open.ok) return open;
  const unit = units.unit(submit.receivingUnit);
  if (!unit) return fail(serviceProblems.wrongUnit(submit.receivingUnit));
  const day = localDate(now);
  const home = await reception.homeOf(open.value.release.release, unit, submit.competentUnit, day);
  if (!home.ok) return home;
  const notHeld = await reuseProblems(held, {
    procedure,
    checklist: open.value.release.release.procedure.checklist ?? [],
    ...submit,
  });
  if (notHeld.length > 0) return fail(...notHeld);
  const context = await contextFor(units, open.value.release, home.value, { actor: visit.actor }, now);
  if (!context.ok) return context;
  const offered = await reception.on(day);
  const book = bookOf(unit.code, now);
  const command: Submit = { type: 'submit', ...submit, ...(together ? { together } : {}) };
  const bodyHash = createHash('sha256')
    .update(canonicalJson({ procedure, submit, feesPaid, actor: visit.actor.id, visit: visit.id }))
    .digest('hex');
  return ok({
    key,
    bodyHash,
    unit: unit.code,
    day,
    book,
    build: (number, line) =>
      built(command, feesPaid, {
        ...context.value,
        reception: offered,
        dossier: id,
        newCode: dossierCode(unit.identCode, day, number),
        register: { ...book, number: line },
      }),
  });
};

/** Both commands decided one after the other, sealed into one chain. */
const built = (
  command: Submit,
  feesPaid: readonly string[],
  context: CommandContext & { readonly dossier: string },
): ReturnType<Create['build']> => {
  const submitted = decide(undefined, command, context);
  if (!submitted.ok) return submitted;
  const first = sealOnto(undefined, context.dossier, submitted.value);
  if (!first.state) throw new Error('a submission without events');
  const accepted = decide(first.state, { type: 'accept', feesPaid }, context);
  if (!accepted.ok) return accepted;
  const second = sealOnto(first.state, context.dossier, accepted.value);
  const state = second.state ?? first.state;
  return ok({
    dossier: context.dossier,
    events: [...first.events, ...second.events],
    state,
    outbox: [...messagesFor(first.state, first.events), ...messagesFor(state, second.events)],
  });
};
