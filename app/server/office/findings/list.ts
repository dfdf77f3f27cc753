import { findingParts } from '#engine/verify/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { fitsFilter, type FindingFilter } from './filter.ts';
import { SEVERITIES, type Finding } from './finding.ts';
import { placeName, type Around } from './place.ts';

const PAGE = 50;

const counted = <Key extends string>(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => Key,
): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const finding of findings) counts[keyOf(finding)] = (counts[keyOf(finding)] ?? 0) + 1;
  return counts;
};

/** Findings as a page lists them: by part, errors first; counts of everything that the other conditions let through. */
export const findingList = (
  all: readonly Finding[],
  filter: FindingFilter,
  locale: Locale,
  { taken, around }: { readonly taken?: ReadonlySet<string>; readonly around?: Around } = {},
) => {
  const { severity: _severity, ...anySeverity } = filter;
  const { part: _part, ...anyPart } = filter;
  const { check: _check, ...anyCheck } = filter;
  const chosen = all
    .filter((finding) => fitsFilter(finding, filter, taken))
    .map((finding) => ({
      finding,
      order: findingParts.indexOf(finding.part) * 10 + SEVERITIES.indexOf(finding.problem.severity),
    }))
    .sort((left, right) => left.order - right.order)
    .map(({ finding }) => finding);
  const ofParts = counted(chosen, ({ part }) => part);
  const shown = chosen.slice((filter.page - 1) * PAGE, filter.page * PAGE);
  return {
    total: chosen.length,
    pages: Math.max(1, Math.ceil(chosen.length / PAGE)),
    severities: counted(
      all.filter((finding) => fitsFilter(finding, anySeverity, taken)),
      ({ problem }) => problem.severity,
    ),
    parts: counted(
      all.filter((finding) => fitsFilter(finding, anyPart, taken)),
      ({ part }) => part,
    ),
    checks: Object.entries(
      counted(
        all.filter((finding) => fitsFilter(finding, anyCheck, taken)),
        ({ problem }) => problem.code,
      ),
    ).sort(([one], [other]) => (one < other ? -1 : 1)),
    groups: findingParts
      .map((part) => ({
        part,
        count: ofParts[part] ?? 0,
        rows: shown
          .filter((finding) => finding.part === part)
          .map(({ procedure, name, index, problem }) => ({
            procedure,
            name,
            index,
            severity: problem.severity,
            code: problem.code,
            message: problem.message,
            place: placeName(problem.path, locale, around),
            example: problem.witness !== undefined,
          })),
      }))
      .filter(({ rows }) => rows.length > 0),
  };
};

export type FindingList = ReturnType<typeof findingList>;
export type FindingGroup = FindingList['groups'][number];
