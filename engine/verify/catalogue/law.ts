import type { Localized } from '#engine/result/index.ts';
import { checks } from '../checks/index.ts';

/** The source in law of a finding, by code, where it has one: the check says it. */
export const lawOf = (code: string): Localized | undefined =>
  checks.map(({ findings }) => (Object.hasOwn(findings, code) ? findings[code]?.law : undefined)).find((law) => law);
