import { findingParts, type FindingPart } from '#engine/verify/index.ts';
import type { Severity } from '#engine/result/index.ts';
import { fold } from '#engine/definition/index.ts';
import { SEVERITIES, type Finding } from './finding.ts';

/** `?muc-do=&phan=&ma=&linh-vuc=&don-vi=&tim=&trang=` */
export interface FindingFilter {
  readonly severity?: Severity;
  readonly part?: FindingPart;
  readonly check?: string;
  readonly field?: string;
  readonly unit?: string;
  readonly text: string;
  readonly page: number;
}

export const readFindingFilter = (search: URLSearchParams): FindingFilter => {
  const get = (name: string): string => search.get(name)?.trim().slice(0, 200) ?? '';
  const severity = SEVERITIES.find((each) => each === get('muc-do'));
  const part = findingParts.find((each) => each === get('phan'));
  const page = Number(get('trang') || 1);
  return {
    ...(severity ? { severity } : {}),
    ...(part ? { part } : {}),
    ...(get('ma') ? { check: get('ma') } : {}),
    ...(get('linh-vuc') ? { field: get('linh-vuc') } : {}),
    ...(get('don-vi') ? { unit: get('don-vi') } : {}),
    text: get('tim'),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
};

/** `taken`: codes of what the unit of the filter takes in; absent when no unit is asked for. */
export const fitsFilter = (
  finding: Finding,
  { severity, part, check, field, text }: FindingFilter,
  taken?: ReadonlySet<string>,
): boolean =>
  (severity === undefined || finding.problem.severity === severity) &&
  (part === undefined || finding.part === part) &&
  (check === undefined || finding.problem.code === check) &&
  (field === undefined || finding.field === field) &&
  (taken === undefined || taken.has(finding.procedure)) &&
  (text === '' || fold(`${finding.procedure} ${finding.name}`).includes(fold(text)));
