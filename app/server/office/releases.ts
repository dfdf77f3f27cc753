import type { AppLoadContext } from '@remix-run/node';
import { localDate, startOfDay, type Instant, type LocalDate } from '#engine/clock/index.ts';
import { diffReleases, type Change, type Release } from '#engine/definition/browser.ts';
import type { CatalogueEntry } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { feeLine, limitLine } from '../views/limits.ts';
import { numberToSlug } from '../staff/decision-number.ts';
import { lastDay } from '../day.ts';
import { beliefsOf, inForceAt, timelineOf } from './timeline.ts';

/** A few facts of a release, as the card beside the picture says them. */
export interface ReleaseFacts {
  readonly number: number;
  readonly hash: string;
  readonly decision: string;
  readonly slug: string;
  readonly limit: string;
  readonly deciding: string;
  readonly fee: string;
  readonly basis: readonly string[];
  readonly papers: number;
  readonly generated: boolean;
}

const factsOf = (entry: CatalogueEntry, release: Release, locale: Locale): ReleaseFacts => ({
  number: entry.number,
  hash: entry.hash,
  decision: entry.decision,
  slug: numberToSlug(entry.decision),
  limit: limitLine(release.procedure, locale).text,
  deciding: pick(release.procedure.authority.deciding.name, locale),
  fee: feeLine(release.procedure, locale),
  basis: release.procedure.legalBasis.map((each) => each.number),
  papers: release.procedure.checklist?.length ?? 0,
  generated: release.process === undefined,
});

const FIRST_SENTENCES = 2;

/** What a release changes against the one before it, cut to a few sentences. */
const changeOf = (before: Release | undefined, release: Release) => {
  if (!before) return { kind: 'first' as const };
  if (before.hash === release.hash) return { kind: 'same' as const, before: before.number };
  const { changes } = diffReleases(before, release);
  return {
    kind: 'changes' as const,
    before: before.number,
    sentences: changes.slice(0, FIRST_SENTENCES).map((change) => change.sentence),
    more: Math.max(0, changes.length - FIRST_SENTENCES),
  };
};

export interface Asked {
  /** Another day than today. */
  readonly day?: LocalDate;
  /** Another moment than now. */
  readonly known?: Instant;
}

/** Everything `/danh-muc/:code` shows; undefined when the catalogue never had the procedure. */
export const releasesView = async (context: AppLoadContext, code: string, asked: Asked, locale: Locale) => {
  const { store } = context.service;
  const now = context.clock.now();
  const today = localDate(now);
  const entries = await store.overview.entries(code);
  if (entries.length === 0) return undefined;
  const releases = new Map<number, Release>();
  for (const number of new Set(entries.map((entry) => entry.number))) {
    const release = await store.releases.byNumber(code, number);
    if (release) releases.set(number, release);
  }
  const day = asked.day ?? today;
  const at = asked.day ? startOfDay(asked.day) : now;
  const known = asked.known ?? now;
  const beliefs = beliefsOf(entries);
  const then = inForceAt(beliefs.findLast((belief) => belief.recordedAt <= known)?.entries ?? [], at);
  const believedNow = beliefs.at(-1)?.entries ?? [];
  const nowAt = inForceAt(believedNow, at);
  const factsFor = (entry: CatalogueEntry | undefined): ReleaseFacts | undefined => {
    const release = entry && releases.get(entry.number);
    return entry && release ? factsOf(entry, release, locale) : undefined;
  };
  const differs = then?.number !== nowAt?.number;
  const [from, to] = [then && releases.get(then.number), nowAt && releases.get(nowAt.number)];
  const changes: readonly Pick<Change, 'part' | 'kind' | 'sentence'>[] =
    differs && from && to
      ? diffReleases(from, to).changes.map(({ part, kind, sentence }) => ({ part, kind, sentence }))
      : [];
  const numbers = [...releases.keys()].sort((left, right) => left - right);
  const current = inForceAt(believedNow, now);
  const next = believedNow.find((entry) => entry.effectiveFrom > now);
  const newest =
    releases.get((current ?? next ?? believedNow.at(-1) ?? entries[0])?.number ?? 0) ??
    releases.get(numbers.at(-1) ?? 0);
  return {
    code,
    name: newest ? pick(newest.procedure.name, locale) : (entries[0]?.name ?? code),
    field: newest ? newest.procedure.field.name.vi : (entries[0]?.field ?? ''),
    day,
    known,
    today,
    earlier: asked.known !== undefined,
    standing: current
      ? { kind: 'in-force' as const, number: current.number }
      : next
        ? { kind: 'upcoming' as const, day: localDate(next.effectiveFrom) }
        : { kind: 'ended' as const },
    then: factsFor(then) ?? null,
    nowOther: differs ? { facts: factsFor(nowAt) ?? null, changes } : null,
    timeline: timelineOf(beliefs, { day, known, today }),
    numbers,
    rows: [...entries].reverse().map((entry) => {
      const release = releases.get(entry.number);
      const before = releases.get(numbers[numbers.indexOf(entry.number) - 1] ?? 0);
      return {
        number: entry.number,
        hash: entry.hash,
        from: localDate(entry.effectiveFrom),
        to: entry.effectiveTo ? lastDay(entry.effectiveTo) : '',
        recordedAt: entry.recordedAt,
        supersededAt: entry.supersededAt ?? '',
        decision: entry.decision,
        slug: numberToSlug(entry.decision),
        endedBy: entry.endedBy ?? '',
        endedSlug: numberToSlug(entry.endedBy ?? ''),
        replacedBy: entry.replacedBy ?? '',
        chosen: entry === then,
        change: release ? changeOf(before, release) : { kind: 'first' as const },
      };
    }),
  };
};
