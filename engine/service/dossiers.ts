import { createHash, randomUUID } from 'node:crypto';
import { localDate, timeLeft, type ClockPort, type Instant } from '#engine/clock/index.ts';
import { canonicalJson } from '#engine/definition/index.ts';
import {
  awaitsArrival,
  competentUnit,
  decide,
  dossierCode,
  permitted,
  replay,
  sealOnto,
  type Actor,
  type DossierCommand,
  type DossierState,
  type PaperReceived,
  type PeopleDirectory,
  type RegisterEntry,
} from '#engine/dossier/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { isStorable, storeProblems, type Append, type Store } from '#engine/store/index.ts';
import { bookOf } from './book-of.ts';
import { contextFor, conversionContext } from './command-context.ts';
import { reuseProblems, type HeldPaperService } from './held-papers.ts';
import type { Intake } from './intake.ts';
import type { LinkedGroups } from './linked/groups.ts';
import { takeIn } from './linked/take-in.ts';
import { say } from './messages.ts';
import { normalise } from './normalise.ts';
import { messagesFor } from './notices.ts';
import type { ReceptionService } from './reception.ts';
import type { ReleaseCache } from './releases.ts';
import { serially } from './serially.ts';
import type { CommandRequest, DossierService } from './types.ts';
import type { Organisation } from './units.ts';

const PAUSED: ReadonlySet<DossierState['status']> = new Set(['supplement', 'obligation', 'suspended']);
/** From here on no time is measured (status 9 of the national codes, and all that ended otherwise). */
const ENDED: ReadonlySet<DossierState['status']> = new Set(['refused', 'withdrawn', 'stopped', 'finished', 'returned']);

/** How often a command is decided anew because another process was faster on the same dossier. */
const TRIES = 20;

type Decided = Result<Pick<Append, 'events' | 'state' | 'outbox'>>;

const hashOf = ({ dossier, procedure, code, command, actor, occurredAt }: CommandRequest): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        dossier: command.type === 'submit' ? '' : dossier,
        procedure: procedure ?? '',
        ...(code === undefined ? {} : { code }),
        command,
        actor: actor.id,
        occurredAt: occurredAt ?? '',
      }),
    )
    .digest('hex');

const receivedBy = (command: DossierCommand): readonly PaperReceived[] =>
  command.type === 'accept' || command.type === 'supply-supplement' ? (command.papers ?? []) : [];

/** Load, decide, seal, append in one transaction. */
export const dossierService = (
  store: Store,
  clock: ClockPort,
  releases: ReleaseCache,
  intake: Intake,
  units: Organisation,
  linked: LinkedGroups,
  reception: ReceptionService,
  held: HeldPaperService,
): DossierService => {
  const inTurn = serially();

  const appended = async (
    entry: Pick<Append, 'dossier' | 'expectedSeq' | 'key' | 'bodyHash'>,
    decided: Decided,
  ): Promise<Result<void>> => (decided.ok ? store.dossiers.append({ ...entry, ...decided.value }) : decided);

  /** The roles of whom a task is handed to, looked up before deciding. */
  const peopleFor = async (
    { command }: CommandRequest,
    { tasks }: DossierState,
    now: Instant,
  ): Promise<PeopleDirectory | undefined> => {
    if (command.type !== 'assign' && command.type !== 'transfer') return undefined;
    const asked = command.type === 'assign' ? [command.to.id] : tasks.flatMap(({ assignee }) => assignee?.id ?? []);
    const day = localDate(now);
    const held = (await Promise.all(asked.map((person) => store.people.assignments(person, day)))).flat();
    return {
      holds: (person, role, unit) =>
        held.some((one) => one.person === person && one.role === role && one.unit === unit),
    };
  };

  const stored = async (id: string): Promise<Result<DossierState>> => {
    const state = await store.dossiers.load(id);
    return state ? ok(state) : fail(say.noDossier());
  };

  const submit = async (request: CommandRequest, bodyHash: string): Promise<Result<DossierState>> => {
    const { command } = request;
    if (command.type !== 'submit') throw new Error('not a submission');
    if (request.procedure === undefined) return fail(say.noProcedure());
    const now = clock.now();
    const open = await intake.open(request.procedure, now);
    if (!open.ok) return open;
    const prepared = open.value.release;
    const unit = units.unit(command.receivingUnit);
    if (!unit) return fail(say.wrongUnit(command.receivingUnit));
    const day = localDate(request.occurredAt ?? now);
    const home = await reception.homeOf(prepared.release, unit, command.competentUnit, day);
    if (!home.ok) return home;
    const { checklist = [] } = prepared.release.procedure;
    const notHeld = await reuseProblems(held, {
      procedure: request.procedure,
      checklist,
      ...command,
      unknown: request.actor.kind === 'citizen' && (await store.people.byId(request.actor.id))?.idVerified !== true,
    });
    if (notHeld.length > 0) return fail(...notHeld);
    const context = await contextFor(units, prepared, home.value, request, now);
    if (!context.ok) return context;
    const offered = await reception.on(day);
    const dossier = randomUUID();
    let made: DossierState | undefined;
    const created = await store.dossiers.create({
      key: request.key,
      bodyHash,
      unit: unit.code,
      day,
      ...(request.code === undefined ? {} : { numbered: false }),
      build: (number) => {
        const newCode = request.code ?? dossierCode(unit.identCode, day, number);
        const decided = decide(undefined, command, { ...context.value, reception: offered, dossier, newCode });
        if (!decided.ok) return decided;
        const { events, state } = sealOnto(undefined, dossier, decided.value);
        if (!state) throw new Error('a submission without events');
        made = state;
        return ok({ dossier, events, state, outbox: messagesFor(state, events) });
      },
    });
    if (!created.ok) return created;
    // Another's dossier under the same key is read; our own is what was just written.
    return made && created.value === dossier ? ok(made) : stored(created.value);
  };

  const change = async (request: CommandRequest, bodyHash: string): Promise<Result<DossierState>> => {
    for (let tries = 1; ; tries += 1) {
      const state = await store.dossiers.load(request.dossier);
      if (!state) return fail(say.noDossier());
      // Another holder of the same key may have been served while this one waited.
      const answered = await repeated(request, bodyHash);
      if (answered) return answered;
      if (request.expectedSeq !== undefined && request.expectedSeq !== state.seq)
        return fail(storeProblems.conflict(request.expectedSeq, state.seq));
      const now = clock.now();
      const prepared = await releases.byHash(state.releaseHash);
      const notHeld = await reuseProblems(held, {
        ...state,
        checklist: prepared.release.procedure.checklist ?? [],
        papers: receivedBy(request.command),
        before: state.papers,
      });
      if (notHeld.length > 0) return fail(...notHeld);
      const context = await contextFor(
        units,
        prepared,
        competentUnit(state),
        request,
        now,
        await peopleFor(request, state, now),
      );
      if (!context.ok) return context;
      const conversion = await conversionContext(store, releases, state, request.command);
      let after = state;
      const build = (register?: RegisterEntry): Decided => {
        const decided = decide(state, request.command, {
          ...context.value,
          ...conversion,
          ...(register ? { register } : {}),
        });
        if (!decided.ok) return decided;
        const { events, state: next = state } = sealOnto(state, state.id, decided.value);
        after = next;
        return ok({ events, state: next, outbox: messagesFor(next, events) });
      };
      const entry = { dossier: state.id, expectedSeq: state.seq, key: request.key, bodyHash };
      const book =
        request.command.type === 'accept' ? bookOf(state.receivingUnit, request.occurredAt ?? now) : undefined;
      const written = book
        ? await store.dossiers.enter({ ...entry, book, build: (number) => build({ ...book, number }) })
        : await appended(entry, build());
      if (written.ok && request.command.type === 'answer-conversion') await noteAnswer(after);
      if (written.ok)
        return (await store.dossiers.answered(request.key))?.seq === after.seq ? ok(after) : stored(state.id);
      const lostRace = written.problems.some((found) => found.code === 'dossier.conflict');
      if (!lostRace || request.expectedSeq !== undefined || tries >= TRIES) return written;
    }
  };

  /** The decision's page tells at once what was answered; a process killed before this tells it when the question ends. */
  const noteAnswer = async ({ id, question }: DossierState): Promise<void> => {
    const row = question?.decision === undefined ? undefined : await store.conversions.row(question.decision, id);
    if (!row || !question?.answer) return;
    const state = question.answer.choice === 'convert' ? 'converted' : 'kept';
    await store.conversions.put([{ ...row, state, changedAt: clock.now() }]);
  };

  const repeated = async (request: CommandRequest, bodyHash: string): Promise<Result<DossierState> | undefined> => {
    const answered = await store.dossiers.answered(request.key);
    if (!answered) return undefined;
    return answered.bodyHash === bodyHash ? stored(answered.dossier) : fail(storeProblems.keyReused(request.key));
  };

  const execute: DossierService['execute'] = async (given) => {
    if (!isStorable(JSON.stringify(given))) return fail(storeProblems.text('/command'));
    const request = normalise(given);
    const bodyHash = hashOf(request);
    const before = await repeated(request, bodyHash);
    if (before) return before;
    await units.refresh();
    return request.command.type === 'submit'
      ? submit(request, bodyHash)
      : inTurn(request.dossier, () => change(request, bodyHash));
  };

  return {
    execute,
    takeIn: takeIn({ store, clock, intake, units, linked, reception, held }),
    executeAll: (requests) => Promise.all(requests.map(execute)),
    byId: (id) => store.dossiers.load(id),
    byCode: (code) => store.dossiers.byCode(code.trim().toUpperCase()),
    events: (id) => store.dossiers.events(id),
    permitted: async (state: DossierState, actor: Actor) => {
      await units.refresh();
      const prepared = await releases.byHash(state.releaseHash);
      const context = await contextFor(units, prepared, competentUnit(state), { actor }, clock.now());
      return context.ok ? permitted(state, actor, context.value) : [];
    },
    timeLeft: (state) => {
      const unit = competentUnit(state);
      const calendar = units.calendarOf(unit);
      if (!calendar) throw new Error(`no working calendar for unit ${unit}`);
      const now = clock.now();
      return timeLeft(calendar, state.promised?.due ?? state.promisedDue, now, {
        closed: ENDED.has(state.status),
        notAccepted: state.status === 'submitted' || (awaitsArrival(state) && state.promised === undefined),
        ...(PAUSED.has(state.status) ? { pausedSince: now } : {}),
      });
    },
    verify: async (id) => {
      const [events, state] = await Promise.all([store.dossiers.events(id), store.dossiers.load(id)]);
      if (!state) return fail(say.noDossier());
      const told = replay(events);
      if (!told.ok) return told;
      if (canonicalJson(told.value) !== canonicalJson(state)) return fail(say.altered());
      const tables = await store.dossiers.differing(told.value);
      return tables.length === 0 ? ok({ events: events.length }) : fail(say.tablesDiffer(tables));
    },
    rebuild: async (id) => {
      const [events, state] = await Promise.all([store.dossiers.events(id), store.dossiers.load(id)]);
      if (!state) return fail(say.noDossier());
      const told = replay(events);
      if (!told.ok) return told;
      const same = canonicalJson(told.value) === canonicalJson(state);
      const mended = [...(same ? [] : ['state']), ...(await store.dossiers.differing(told.value))];
      if (mended.length === 0) return ok({ mended });
      const written = await store.dossiers.rebuild(told.value);
      return written.ok ? ok({ mended }) : written;
    },
  };
};
