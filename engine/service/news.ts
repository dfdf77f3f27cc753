import {
  lagsByAgency,
  lagsOf,
  type AgencyLag,
  type Lag,
  type PublishedItem,
  type Rehearsal,
} from '#engine/catalogue/index.ts';
import {
  addDays,
  dayNumber,
  localDate,
  parseInstant,
  weekdayOf,
  type ClockPort,
  type LocalDate,
} from '#engine/clock/index.ts';
import type { Change, Decision } from '#engine/definition/index.ts';
import type { Localized } from '#engine/result/index.ts';
import type { DecisionRecord, Store } from '#engine/store/index.ts';
import { Lru } from './lru.ts';
import type { DecisionReport } from './types.ts';
import type { Organisation } from './units.ts';
import { uploadDue } from './upload-due.ts';

/** What a decision does to one procedure, in a note's words. */
export interface NewsItem {
  readonly action: 'add' | 'amend' | 'replace' | 'repeal';
  readonly code: string;
  readonly name: string;
  /** Numbers of the releases before and after. */
  readonly before?: number;
  readonly after?: number;
  readonly replaces: readonly string[];
  readonly replacedBy?: string;
  readonly inFlight: 'keep' | 'convert' | 'ask';
  /** Of an amended procedure: what differs, part by part. */
  readonly changes: readonly Change[];
}

export interface NewsDecision {
  readonly number: string;
  readonly kind: Decision['kind'];
  readonly title?: Localized;
  readonly signedOn: LocalDate;
  readonly effectiveOn: LocalDate;
  /** It mends this decision, after the fact. */
  readonly corrects?: string;
  readonly withdrawnReason?: string;
  readonly items: readonly NewsItem[];
  /** Of a reorganisation: what becomes of units. */
  readonly units?: Rehearsal['changes'];
  /** It takes this one back. */
  readonly rollsBack?: string;
}

/** A week from Monday to Sunday, in Vietnamese days. */
export interface WeekNews {
  readonly monday: LocalDate;
  readonly sunday: LocalDate;
  /** In effect from a day of the week; what was decided after the fact, by the day it was recorded. */
  readonly effective: readonly NewsDecision[];
  /** Applied in the week, in effect after it. */
  readonly ahead: readonly NewsDecision[];
  readonly withdrawn: readonly NewsDecision[];
}

/** What somebody has to do, or what happens, on a day. */
export interface DueNext {
  readonly day: LocalDate;
  /** `approve`, `apply`: a decision not yet there, by its effect; `upload`: to the national database; `process`: waits for approval since. */
  readonly what: 'approve' | 'apply' | 'upload' | 'effect' | 'process';
  readonly decision: string;
  readonly title?: Localized;
  readonly items: number;
}

export interface PublicationWatch {
  readonly since: LocalDate;
  readonly agencies: readonly AgencyLag[];
  /** Procedures in force whose process nobody has approved, the longest wait first. */
  readonly waiting: readonly Lag[];
  readonly next: readonly DueNext[];
}

export interface NewsService {
  /** What changed in the week of a day. */
  week(day: LocalDate): Promise<WeekNews>;
  /** How long publications signed since a day took, and what is due next. */
  watch(since: LocalDate): Promise<PublicationWatch>;
}

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(dayNumber(day)));

const effectiveOn = ({ effectiveFrom }: Decision): LocalDate => localDate(parseInstant(effectiveFrom) ?? effectiveFrom);

/** News and lags of the catalogue, from the decisions and the reports kept with them. */
export const newsService = (store: Store, clock: ClockPort, units: Organisation): NewsService => {
  const newsOf = async (record: DecisionRecord): Promise<NewsDecision> => {
    const { number, decision, withdrawnReason } = record;
    const report = (await store.catalogue.report(number)) as DecisionReport | undefined;
    return {
      number,
      kind: decision.kind,
      ...(decision.title ? { title: decision.title } : {}),
      signedOn: decision.signedOn,
      effectiveOn: effectiveOn(decision),
      ...(decision.corrects === undefined ? {} : { corrects: decision.corrects }),
      ...(withdrawnReason === undefined ? {} : { withdrawnReason }),
      ...(report?.organisation ? { units: report.organisation.changes } : {}),
      ...(decision.organisation?.rollsBack === undefined ? {} : { rollsBack: decision.organisation.rollsBack }),
      items: (report?.items ?? []).map((item): NewsItem => ({
        action: item.action,
        code: item.code,
        name: item.name,
        ...(item.difference?.from ? { before: item.difference.from.number } : {}),
        ...(item.difference?.to ? { after: item.difference.to.number } : {}),
        replaces: item.replaces,
        ...(item.replacedBy === undefined ? {} : { replacedBy: item.replacedBy }),
        inFlight: item.inFlight,
        changes: item.action === 'amend' ? (item.difference?.changes ?? []) : [],
      })),
    };
  };

  const week: NewsService['week'] = async (day) => {
    const monday = mondayOf(day);
    const sunday = addDays(monday, 6);
    const within = (one: LocalDate): boolean => one >= monday && one <= sunday;
    const chosen = {
      effective: [] as DecisionRecord[],
      ahead: [] as DecisionRecord[],
      withdrawn: [] as DecisionRecord[],
    };
    for (const record of await store.catalogue.decisions()) {
      if (record.appliedAt === undefined) continue;
      const [effect, applied] = [effectiveOn(record.decision), localDate(record.appliedAt)];
      if (record.withdrawnAt !== undefined) {
        if (within(localDate(record.withdrawnAt))) chosen.withdrawn.push(record);
      } else if (within(effect > applied ? effect : applied)) chosen.effective.push(record);
      else if (within(applied)) chosen.ahead.push(record);
    }
    const read = async (records: readonly DecisionRecord[]): Promise<readonly NewsDecision[]> =>
      (await Promise.all(records.map(newsOf))).sort(
        (one, other) => one.effectiveOn.localeCompare(other.effectiveOn) || one.number.localeCompare(other.number),
      );
    return {
      monday,
      sunday,
      effective: await read(chosen.effective),
      ahead: await read(chosen.ahead),
      withdrawn: await read(chosen.withdrawn),
    };
  };

  // An applied decision stays as it is, and so do its releases: who decides them is read once.
  const known = new Lru<string, readonly Omit<PublishedItem, 'standing'>[]>(500);
  const publishedBy = async (record: DecisionRecord): Promise<readonly Omit<PublishedItem, 'standing'>[]> => {
    const kept = known.get(record.number);
    if (kept) return kept;
    const items: Omit<PublishedItem, 'standing'>[] = [];
    for (const { code, release: number } of record.decision.items) {
      const release = number === undefined ? undefined : await store.releases.byNumber(code, number);
      if (release)
        items.push({
          decision: record.decision,
          effectiveOn: effectiveOn(record.decision),
          code,
          name: release.procedure.name.vi,
          agency: release.procedure.authority.deciding.name.vi,
          withProcess: release.process !== undefined,
        });
    }
    known.set(record.number, items);
    return items;
  };

  const watch: NewsService['watch'] = async (since) => {
    const now = clock.now();
    const today = localDate(now);
    const all = await store.catalogue.decisions();
    const applied = all.filter(({ status }) => status === 'applied');
    const approvals = new Map<string, LocalDate[]>();
    for (const { decision } of applied)
      if (decision.kind === 'process-approval')
        for (const { code } of decision.items)
          approvals.set(code, [...(approvals.get(code) ?? []), decision.signedOn].sort());
    const standing = new Set(
      (await store.catalogue.allInForce(now)).map(({ code, decision }) => `${decision} ${code}`),
    );
    const items: PublishedItem[] = [];
    for (const record of applied)
      if (record.decision.kind === 'publication' && record.decision.signedOn >= since)
        for (const item of await publishedBy(record))
          items.push({ ...item, standing: standing.has(`${record.number} ${item.code}`) || item.effectiveOn > today });
    const lags = lagsOf(items, approvals, today);
    const waiting = lags
      .filter((lag) => lag.waiting !== undefined)
      .sort((one, other) => (other.waiting ?? 0) - (one.waiting ?? 0) || one.code.localeCompare(other.code));
    return { since, agencies: lagsByAgency(lags), waiting, next: await dueNext(all, waiting, today) };
  };

  const dueNext = async (
    all: readonly DecisionRecord[],
    waiting: readonly Lag[],
    today: LocalDate,
  ): Promise<readonly DueNext[]> => {
    const due: DueNext[] = [];
    for (const { number, decision, status } of all) {
      const row = {
        decision: number,
        ...(decision.title ? { title: decision.title } : {}),
        items: decision.items.length,
      };
      const effect = effectiveOn(decision);
      if (status === 'draft') due.push({ ...row, day: effect, what: 'approve' });
      if (status === 'approved') due.push({ ...row, day: effect, what: 'apply' });
      if (status !== 'applied') continue;
      if (effect > today) due.push({ ...row, day: effect, what: 'effect' });
      // Further back than a fortnight no upload can still be ahead.
      const isPosted = decision.kind !== 'reorganisation' && decision.signedOn >= addDays(today, -14);
      const upload = isPosted ? await uploadDue(units, decision.signedOn) : undefined;
      if (upload !== undefined && localDate(upload) >= today)
        due.push({ ...row, day: localDate(upload), what: 'upload' });
      const without = waiting.filter((lag) => lag.decision === number).length;
      if (without > 0) due.push({ ...row, day: decision.signedOn, what: 'process', items: without });
    }
    return due.sort((one, other) => one.day.localeCompare(other.day) || one.decision.localeCompare(other.decision));
  };

  return { week, watch };
};
