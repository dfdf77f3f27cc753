import type { AppLoadContext } from '@remix-run/node';
import { localDate, startOfDay, type Instant, type LocalDate } from '#engine/clock/index.ts';
import type { CatalogueEntry } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { diagramView } from '#app/components/diagram/index.ts';
import { endOfDay, lastDay } from '../day.ts';
import { otherBelief, type BeliefView } from './beliefs.ts';
import { pick } from '#app/i18n/pick.ts';
import { latestNames } from './procedure-names.ts';
import { procedureView } from './procedure-view.ts';
import { publishedRelease } from './published-release.ts';
import { replacementsOf, rowAt, standingOf } from './standing.ts';
import { versionsOf, type VersionView } from './procedure-versions.ts';

const MOST_PLACES = 12;

/** What an address asks for. All absent: what stands now. */
export interface AskedVersion {
  readonly day?: LocalDate;
  /** What was known then; absent: what is known now. */
  readonly known?: Instant;
  /** A release by its content. */
  readonly hash?: string;
  readonly badDay?: boolean;
}

/** How what is shown relates to what is in force now. */
export type Shown = 'current' | 'same-then' | 'other-then' | 'release' | 'retracted';

/** Title, names and links that the page of a procedure has whatever it shows. */
export type ProcedurePage = NonNullable<Awaited<ReturnType<typeof procedurePage>>>;

/** The address that stays: of a day, and of what was known at the end of a day or at an instant. */
const dayAddress = (code: string, day: LocalDate, known?: Instant): string => {
  const knownDay = known === undefined ? undefined : localDate(known);
  const said = knownDay !== undefined && endOfDay(knownDay) === known ? knownDay : known;
  return `/thu-tuc/${code}/ngay/${day}${said === undefined ? '' : `?biet=${said}`}`;
};

interface Chosen {
  readonly shown: Shown;
  readonly hash: string;
  readonly number: number;
  readonly decision: string;
  readonly entry?: CatalogueEntry;
}

const chosenRelease = async (context: AppLoadContext, code: string, hash: string): Promise<Chosen | undefined> => {
  const found = await publishedRelease(context, code, hash);
  return found && { shown: found.entry ? 'release' : 'retracted', hash, ...found };
};

/** All that the page of a procedure shows; undefined: no such procedure, or no such release of it. */
export const procedurePage = async (
  context: AppLoadContext,
  code: string,
  { day, known, hash, badDay = false }: AskedVersion,
  locale: Locale,
) => {
  const now = context.clock.now();
  const believed = await context.service.catalogue.history(code);
  const at = day ? startOfDay(day) : now;
  const standing = await standingOf(context, code, at, known);
  const current = rowAt(believed, now);
  const past = day !== undefined || known !== undefined;
  const entryThen = standing && (standing.kind === 'in-force' || !past) ? standing.entry : undefined;
  const chosen: Chosen | undefined =
    hash === undefined
      ? entryThen && {
          shown: !past ? 'current' : entryThen.hash === current?.hash ? 'same-then' : 'other-then',
          hash: entryThen.hash,
          number: entryThen.number,
          decision: entryThen.decision,
          entry: entryThen,
        }
      : await chosenRelease(context, code, hash);
  if ((hash !== undefined && !chosen) || (believed.length === 0 && !chosen)) return undefined;

  const named = believed.at(-1)?.name ?? code;
  const content = chosen && (await contentOf(context, chosen, dayShown(chosen, day, now), locale));
  const ended = believed.length > 0 && !current && believed.every((row) => row.effectiveFrom <= now);
  const about = standing ?? (await standingOf(context, code, at));
  const chain = await replacementsOf(context, (ended ? believed.at(-1) : about?.entry)?.replacedBy, now);
  const names = await latestNames(context, [...(content ? [] : [code]), ...chain.map((each) => each.code)], locale);
  const name = content?.view.name ?? names.get(code) ?? named;
  const path =
    hash !== undefined
      ? `/thu-tuc/${code}/phien-ban/${hash}`
      : past
        ? dayAddress(code, day ?? localDate(now), known)
        : `/thu-tuc/${code}`;
  const belief: BeliefView | null =
    past && hash === undefined
      ? await otherBelief(context, code, day ?? localDate(now), known, entryThen, (moment) =>
          dayAddress(code, day ?? localDate(now), moment),
        )
      : null;
  const versions: readonly VersionView[] = await versionsOf(context, code, believed, now);
  const groups =
    chosen?.shown === 'current'
      ? (await context.service.linked.inForce(now)).filter(({ members }) => members.some((one) => one.code === code))
      : [];
  const inGroups = await latestNames(
    context,
    groups.flatMap(({ members }) => members.map((one) => one.code)),
    locale,
  );
  const sameDay = day
    ? (standing?.history ?? []).filter((row) => row.effectiveFrom > at && row.effectiveFrom <= endOfDay(day))
    : [];
  return {
    title: titleOf(name, day, locale),
    canonical: `${context.config.origins[0] ?? ''}${path}`,
    code,
    name,
    today: localDate(now),
    day: past ? (day ?? localDate(now)) : null,
    known: known ?? null,
    badDay,
    shown: chosen?.shown ?? null,
    hash: chosen?.hash ?? null,
    decision: chosen?.decision ?? null,
    content: content ?? null,
    /** Groups of linked procedures in which it can be handed in together with others. */
    groups: groups.map((group) => ({
      code: group.code,
      name: pick(group.name, locale),
      others: group.members
        .filter((one) => one.code !== code)
        .map((one) => ({ code: one.code, name: inGroups.get(one.code) ?? one.code })),
    })),
    standing:
      about === undefined
        ? null
        : {
            kind: about.kind,
            from: localDate(about.entry.effectiveFrom),
            to: about.entry.effectiveTo ? localDate(about.entry.effectiveTo) : null,
            lastDay: about.entry.effectiveTo ? lastDay(about.entry.effectiveTo) : null,
            endedBy: about.entry.endedBy ?? null,
            nextFrom: about.next ? localDate(about.next.effectiveFrom) : null,
          },
    /** Nothing is in force any more, whatever day is looked at. */
    endedNow: ended
      ? { from: localDate(believed.at(-1)?.effectiveTo ?? now), by: believed.at(-1)?.endedBy ?? null }
      : null,
    inForceNow: current !== undefined,
    /** In force, but its decision waits for the internal process to be approved. */
    waits: current !== undefined && !(await context.service.catalogue.takesIn(code)).ok,
    replacements: chain.map((each) => ({ code: each.code, name: names.get(each.code) ?? each.name })),
    belief,
    sameDay: sameDay.map((row) => ({ at: row.effectiveFrom, hash: row.hash, decision: row.decision })),
    versions,
  };
};

const titleOf = (name: string, day: LocalDate | undefined, locale: Locale): string => {
  const { common, citizen } = textsFor(locale);
  return common.titled(day === undefined ? name : citizen.procedure.titleOn(name, day));
};

/** Whose counters are named: those of the day asked for; of a version, of its last day so far, or its first to come. */
const dayShown = ({ entry }: Chosen, day: LocalDate | undefined, now: Instant): LocalDate | undefined => {
  if (day !== undefined || entry === undefined) return day;
  if (entry.effectiveTo !== undefined && entry.effectiveTo <= now) return lastDay(entry.effectiveTo);
  return entry.effectiveFrom > now ? localDate(entry.effectiveFrom) : undefined;
};

const contentOf = async (
  context: AppLoadContext,
  { hash, number, entry }: Chosen,
  day: LocalDate | undefined,
  locale: Locale,
) => {
  const prepared = await context.service.catalogue.release(hash);
  const receiving = await context.service.units.receiving(prepared.release, day);
  return {
    view: procedureView({ procedure: prepared.release.procedure, number }, locale),
    number,
    from: entry ? localDate(entry.effectiveFrom) : null,
    lastDay: entry?.effectiveTo ? lastDay(entry.effectiveTo) : null,
    diagram: diagramView(prepared, staffTextsFor(locale).diagram),
    places: receiving
      .slice(0, MOST_PLACES)
      .map((unit) => ({ code: unit.code, name: unit.name, address: unit.address ?? null })),
    placeCount: receiving.length,
  };
};
