import type { AppLoadContext } from '@remix-run/node';
import { addWorkingMinutes, localDate, timeLeft, type Instant, type TimeLeft } from '#engine/clock/index.ts';
import type { Channel } from '#engine/definition/index.ts';
import {
  play,
  prepareRelease,
  statusNames,
  type DossierCommand,
  type DossierStatus,
  type Played,
  type PlayStep,
  type PlayWorld,
  type PreparedRelease,
  type UnitDirectory,
} from '#engine/dossier/index.ts';
import type { Answers, CompiledForm, Facts } from '#engine/form/index.ts';
import { problem, type Problem, type Result } from '#engine/result/index.ts';
import type { Unit } from '#engine/store/index.ts';
import type { StudioContent } from '#engine/studio/index.ts';
import { fillAnswers, papersFor } from '#seeds/index.ts';
import { diagramView, type DiagramView } from '#app/components/diagram/index.ts';
import type { ListEntry } from '#app/forms/form-context.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { studioTextsFor } from '#app/i18n/use-studio-text.ts';
import { listsOf } from '#app/server/intake/places.ts';
import { historyOf, type HistoryRow } from '#app/server/staff/dossier-model.ts';
import { nextNumber, releaseOf } from './analyse.ts';
import { APPLICANT, movesOf, sandboxFile, sandboxStaff, type SandboxMove } from './sandbox-moves.ts';

/** How the application comes in: what an applicant or a clerk would choose and fill in. */
export interface SandboxIntake {
  readonly channel: Channel;
  readonly unit: string;
  readonly kind: 'citizen' | 'organisation';
  readonly case?: string;
  readonly answers: Answers;
  /** All papers are handed in; else none. */
  readonly papers: boolean;
}

/** A play of a draft: how it came in, and all that was done since. It lives in the author's page only. */
export interface SandboxScript {
  readonly from: Instant;
  readonly intake: SandboxIntake;
  /** Not handed in yet: undefined. */
  readonly steps?: readonly PlayStep[];
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What there is to choose from before it comes in, and made-up answers. */
export interface SandboxStart {
  readonly now: Instant;
  readonly form: CompiledForm;
  readonly lists: Readonly<Record<string, readonly ListEntry[]>>;
  readonly places: readonly ListEntry[];
  readonly cases: readonly Option[];
  readonly channels: readonly Channel[];
  readonly kinds: readonly SandboxIntake['kind'][];
  readonly units: readonly (Option & { readonly level: Unit['level'] })[];
  readonly answers: Answers;
}

/** Where a play stands. */
export interface SandboxView {
  readonly now: Instant;
  readonly status: string;
  readonly ended: boolean;
  readonly time?: TimeLeft;
  readonly promised?: Instant;
  readonly waiting: readonly { readonly name: string; readonly unit: string; readonly due?: Instant }[];
  readonly moves: readonly SandboxMove[];
  readonly waits: readonly { readonly label: string; readonly until: Instant }[];
  readonly fees: readonly { readonly name: string; readonly amount: number; readonly paid: boolean }[];
  readonly papers: readonly string[];
  readonly results: readonly string[];
  readonly history: readonly HistoryRow[];
  readonly diagram: DiagramView;
}

export interface SandboxAnswer {
  /** The draft cannot run yet, or what was done last was refused. */
  readonly problems: readonly Problem[];
  /** How many steps were played. */
  readonly played: number;
  readonly start?: SandboxStart;
  readonly view?: SandboxView;
}

const ENDED: ReadonlySet<DossierStatus> = new Set(['refused', 'withdrawn', 'stopped', 'returned']);
const PAUSED: ReadonlySet<DossierStatus> = new Set(['supplement', 'obligation', 'suspended']);
const ORGANISATIONS = new Set(['business', 'foreign-business', 'cooperative', 'organisation', 'foreign-organisation', 'state-agency']); // prettier-ignore

const directoryOf = (units: readonly Unit[]): UnitDirectory => {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return {
    resolve: (rule, receiving) => {
      const code =
        rule === 'receiving' ? receiving : rule === 'parent' ? byCode.get(receiving)?.parent : rule.replace(/^unit:/, '');
      return code !== undefined && byCode.has(code) ? code : undefined;
    },
    level: (code) => byCode.get(code)?.level,
  };
}; // prettier-ignore

/** The draft, ready to run; nothing of it is stored. */
const prepare = async (context: AppLoadContext, content: StudioContent, code: string): Promise<Result<PreparedRelease>> => {
  const release = releaseOf(content, await nextNumber(context, code));
  if (!release.ok) return release;
  const { releases } = context.service.store;
  return prepareRelease(release.value, await releases.shared(), {
    called: (called, number) => releases.byNumber(called, number),
  });
}; // prettier-ignore

const factsOf = ({ channel, kind, answers, ...intake }: SandboxIntake, now: Instant, units: UnitDirectory): Facts => {
  const level = units.level(intake.unit);
  return {
    answers,
    channel,
    applicant: { kind },
    today: localDate(now),
    ...(level === undefined ? {} : { unit: { code: intake.unit, level } }),
    ...(intake.case === undefined ? {} : { case: intake.case }),
  };
};

const submission = (intake: SandboxIntake, prepared: PreparedRelease, now: Instant, units: UnitDirectory): PlayStep => {
  const { channel, unit, kind, answers } = intake;
  const file = sandboxFile('giay-to.pdf');
  const command: DossierCommand = {
    type: 'submit',
    channel,
    ...(intake.case === undefined ? {} : { case: intake.case }),
    receivingUnit: unit,
    applicant: { kind, name: APPLICANT.name, account: APPLICANT.id },
    answers,
    papers: intake.papers ? papersFor(prepared, factsOf(intake, now, units), file) : [],
    returnChannel: 'counter',
  };
  return { type: 'do', actor: channel === 'online' ? APPLICANT : sandboxStaff('clerk', unit), command };
};

const startOf = async (
  context: AppLoadContext,
  prepared: PreparedRelease,
  given: SandboxIntake | undefined,
  locale: Locale,
): Promise<SandboxStart> => {
  const { procedure } = prepared.release;
  const now = context.clock.now();
  const all = await context.service.units.all();
  const units = (await context.service.units.receiving(prepared.release)).map(({ code, name, level }) => ({
    value: code,
    label: name,
    level,
  }));
  const cases = (procedure.cases ?? []).map(({ id, name }) => ({
    value: id,
    label: pick({ vi: name.vi, ...(name.en ? { en: name.en } : {}) }, locale),
  }));
  const kinds = [
    ...(procedure.applicants.some((each) => !ORGANISATIONS.has(each)) ? (['citizen'] as const) : []),
    ...(procedure.applicants.some((each) => ORGANISATIONS.has(each)) ? (['organisation'] as const) : []),
  ];
  const channels = procedure.channels;
  const [channel = 'counter'] = channels;
  const [kind = 'citizen'] = kinds;
  const plain: SandboxIntake = {
    channel,
    unit: units[0]?.value ?? '',
    kind,
    answers: {},
    papers: true,
    ...(cases[0] ? { case: cases[0].value } : {}),
    ...given,
  };
  const questions = prepared.form.pages.flatMap((page) => page.questions);
  return {
    now,
    form: prepared.form,
    cases,
    channels,
    kinds,
    units,
    answers: fillAnswers(
      prepared.form,
      { ...factsOf(plain, now, directoryOf(all)), answers: {} },
      'chay-thu',
      false,
      true,
    ),
    ...(await listsOf(context, questions, locale)),
  };
};

const waitsOf = ({ calendar }: PlayWorld, { state, now }: Played, locale: Locale) => {
  const words = studioTextsFor(locale).sandbox.waits;
  const due = state?.promised?.due;
  const timers = [...new Set((state?.timers ?? []).map((timer) => timer.due))].filter((at) => at > now).sort();
  return [
    { label: words.hour, until: addWorkingMinutes(calendar, now, 60) },
    { label: words.day, until: addWorkingMinutes(calendar, now, 480) },
    ...timers.slice(0, 1).map((until) => ({ label: words.timer, until })),
    ...(due !== undefined && due > now ? [{ label: words.due, until: due }] : []),
    ...(due !== undefined ? [{ label: words.late, until: addWorkingMinutes(calendar, due > now ? due : now, 480) }] : []),
  ];
}; // prettier-ignore

const viewOf = (
  world: PlayWorld,
  played: Played,
  names: ReadonlyMap<string, string>,
  locale: Locale,
): SandboxView | undefined => {
  const { state, now, events } = played;
  if (!state) return undefined;
  const { prepared, calendar } = world;
  const say = (text: { readonly vi: string; readonly en?: string | undefined }) =>
    pick({ vi: text.vi, ...(text.en ? { en: text.en } : {}) }, locale);
  const unitName = (code: string): string => names.get(code) ?? code;
  const checklist = new Map((prepared.release.procedure.checklist ?? []).map(({ id, name }) => [id, say(name)]));
  const closed = ENDED.has(state.status) || state.status === 'finished';
  const promised = state.promised?.due;
  return {
    now,
    status: say(statusNames[state.status]),
    ended: ENDED.has(state.status),
    ...(state.acceptedAt === undefined
      ? {}
      : {
          time: timeLeft(calendar, promised, now, {
            closed,
            notAccepted: false,
            ...(PAUSED.has(state.status) ? { pausedSince: now } : {}),
          }),
        }),
    ...(promised === undefined ? {} : { promised }),
    waiting: state.tasks.map(({ name, unit, dueAt }) => ({
      name,
      unit: unitName(unit),
      ...(dueAt === undefined ? {} : { due: dueAt }),
    })),
    moves: movesOf(world, played, unitName, locale),
    waits: ENDED.has(state.status) ? [] : waitsOf(world, played, locale),
    fees: state.fees.map(({ fee, name, amount }) => ({
      name: say(name),
      amount,
      paid: state.payments.some((payment) => payment.fee === fee),
    })),
    papers: state.papers.map(({ paper }) => checklist.get(paper) ?? paper),
    results: state.results.map(({ name, number }) => [name, number].filter(Boolean).join(', ')),
    history: historyOf(events, prepared, unitName, locale),
    diagram: diagramView(prepared, staffTextsFor(locale).diagram, { state, events }),
  };
};

const noUnit = (): Problem =>
  problem(
    'studio.sandbox.no-unit',
    '/procedure/authority/receiving',
    { vi: 'Không đơn vị nào tiếp nhận thủ tục này.', en: 'No unit takes in this procedure.' },
    { vi: 'Chọn nơi tiếp nhận ở phần Thông tin.', en: 'Choose who takes it in, in the part Information.' },
  );

/**
 * Plays the script over the draft as it is saved: the engine's own commands, law and process, on a dossier that is
 * in no store. A step that is refused is told with its reason, and what was before it still stands.
 */
export const runSandbox = async (
  context: AppLoadContext,
  given: { readonly code: string; readonly content: StudioContent; readonly script?: SandboxScript | undefined },
  locale: Locale,
): Promise<SandboxAnswer> => {
  const prepared = await prepare(context, given.content, given.code);
  if (!prepared.ok) return { problems: prepared.problems.filter(({ severity }) => severity === 'error'), played: 0 };
  const { script } = given;
  const start = await startOf(context, prepared.value, script?.intake, locale);
  if (start.units.length === 0) return { problems: [noUnit()], played: 0 };
  if (!script?.steps) return { problems: [], played: 0, start };
  const units = await context.service.units.all();
  const directory = directoryOf(units);
  const world: PlayWorld = {
    prepared: prepared.value,
    calendar: await context.service.units.calendar(script.intake.unit),
    units: directory,
    from: script.from,
  };
  const played = play(world, [submission(script.intake, prepared.value, script.from, directory), ...script.steps]);
  const view = viewOf(world, played, new Map(units.map(({ code, name }) => [code, name])), locale);
  return {
    problems: played.refused?.problems ?? [],
    played: played.refused ? Math.max(0, played.refused.step - 1) : script.steps.length,
    start,
    ...(view ? { view } : {}),
  };
};
