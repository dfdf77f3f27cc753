import type { AppLoadContext } from '@remix-run/node';
import { at, deadline, localDate } from '#engine/clock/index.ts';
import { describeLimit } from '#engine/definition/index.ts';
import type { DecisionReport, DecisionReportItem } from '#engine/service/index.ts';
import { organisationView } from './organisation-view.ts';
import { REPORT_FILTERS, type ReportFilter } from './report-filter.ts';
import { unitsByCode } from './units.ts';

const PAGE = 50;

const errorsOf = (item: DecisionReportItem): number => item.problems.filter((each) => each.severity === 'error').length;

const fits = (item: DecisionReportItem, filter: ReportFilter): boolean => {
  if (filter === 'all') return true;
  return filter === 'not-ready' ? errorsOf(item) > 0 : item.action === filter;
};

/** The days a publication must keep: signed, 5 working days to post it (NĐ 63/2010 Điều 24), in force. */
const lawDays = async (context: AppLoadContext, report: DecisionReport) => {
  const units = await unitsByCode(context);
  const province = [...units.values()].find((unit) => unit.level === 'province' && unit.parent === undefined);
  const signed = report.decision.signedOn;
  const calendar = province ? await context.service.units.calendar(province.code) : undefined;
  // Procedures are posted to the national database; units are not.
  const posted =
    calendar && report.decision.kind !== 'reorganisation'
      ? deadline(calendar, { from: at(signed, '08:00'), limit: { value: 5, unit: 'working-day' } }).due
      : undefined;
  return {
    signed,
    posted: posted ? localDate(posted) : '',
    effective: report.effectiveFrom,
    today: localDate(context.clock.now()),
  };
};

/** Groups of linked procedures that it publishes, changes or ends, with the names of what they join. */
const groupsOf = async ({ service }: AppLoadContext, { decision, effectiveFrom }: DecisionReport) => {
  const released = async (code: string) => {
    const number = decision.items.find((item) => item.code === code)?.release;
    const brought = number === undefined ? undefined : await service.store.releases.byNumber(code, number);
    return brought ?? (await service.catalogue.inForce(code, effectiveFrom))?.release.release;
  };
  return Promise.all(
    (decision.groups ?? []).map(async (group) => ({
      code: group.code,
      ends: group.ends === true,
      name: group.name?.vi ?? group.code,
      members: await Promise.all(
        (group.members ?? []).map(async (member) => {
          const procedure = (await released(member.code))?.procedure;
          return {
            code: member.code,
            name: procedure?.name.vi ?? '',
            leads: member.code === group.lead,
            limit: member.legal ? describeLimit(member.promised ?? member.legal).vi : '',
            papers: (member.papers ?? []).map(({ paper, from }) => ({
              paper: procedure?.checklist?.find(({ id }) => id === paper)?.name.vi ?? paper,
              from,
            })),
          };
        }),
      ),
    })),
  );
};

/** The report as a page shows it: counts of everything, items of one page, errors first. */
export const decisionView = async (context: AppLoadContext, report: DecisionReport, search: URLSearchParams) => {
  const filter = REPORT_FILTERS.find((each) => each === search.get('loc')) ?? 'all';
  const page = Math.max(1, Number.parseInt(search.get('trang') ?? '1', 10) || 1);
  const chosen = report.items.filter((item) => fits(item, filter));
  const sorted = [...chosen].sort((a, b) => Number(errorsOf(b) > 0) - Number(errorsOf(a) > 0));
  const { decision } = report;
  const policies = { keep: 0, convert: 0, ask: 0 };
  for (const item of report.items) policies[item.inFlight] += item.running;
  return {
    number: decision.number,
    kind: decision.kind,
    titleText: decision.title?.vi ?? '',
    signer: decision.signer ? { name: decision.signer.name, title: decision.signer.title ?? '' } : null,
    basis: (decision.basis ?? []).map((each) => each.number),
    contentHash: report.contentHash,
    effectiveFrom: report.effectiveFrom,
    law: await lawDays(context, report),
    counts: report.counts,
    total: report.items.length,
    withErrors: report.items.filter((item) => errorsOf(item) > 0).length,
    applicable: report.applicable,
    running: report.runningDossiers,
    organisation: organisationView(report),
    policies,
    // An older report, kept when it was applied, does not say.
    draftOwners: (report as Partial<typeof report>).draftOwners ?? 0,
    groups: await groupsOf(context, report),
    problems: report.problems,
    filter,
    filterCounts: Object.fromEntries(
      REPORT_FILTERS.map((each) => [each, report.items.filter((item) => fits(item, each)).length]),
    ) as Record<ReportFilter, number>,
    page,
    pages: Math.max(1, Math.ceil(sorted.length / PAGE)),
    items: sorted.slice((page - 1) * PAGE, page * PAGE).map((item) => ({
      action: item.action,
      code: item.code,
      name: item.name,
      release: item.release ?? 0,
      replaces: item.replaces,
      replacedBy: item.replacedBy ?? '',
      inFlight: item.inFlight,
      running: item.running,
      errors: errorsOf(item),
      problems: item.problems,
      changes: (item.difference?.changes ?? []).map((change) => ({
        part: change.part,
        kind: change.kind,
        sentence: change.sentence,
      })),
      known: item.difference?.from !== undefined,
      from: item.difference?.from?.number ?? 0,
    })),
  };
};

export type DecisionView = Awaited<ReturnType<typeof decisionView>>;
export type DecisionViewItem = DecisionView['items'][number];
