import { describeFee, describeLimit, type Procedure, type TimeLimitRow } from '#engine/definition/browser.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';

/** The promised limit where the province promises less, else the legal one. */
const shownLimit = (row: TimeLimitRow, locale: Locale): string =>
  pick(describeLimit(row.promised ?? row.legal), locale);

const breadth = (row: TimeLimitRow): number => (row.cases ? 1 : 0) + (row.channels ? 1 : 0) + (row.levels ? 1 : 0);

/** One line for a list: the limit of the most general row, and whether others differ. */
export const limitLine = (
  procedure: Procedure,
  locale: Locale,
): { readonly text: string; readonly differs: boolean } => {
  const rows = [...procedure.timeLimits].sort((left, right) => breadth(left) - breadth(right));
  const texts = rows.map((row) => shownLimit(row, locale));
  return { text: texts[0] ?? '', differs: new Set(texts).size > 1 };
};

/** One line for a list: what is to be paid. */
export const feeLine = (procedure: Procedure, locale: Locale): string => {
  const { common, citizen } = textsFor(locale);
  const fees = procedure.fees ?? [];
  if (fees.length === 0) return common.noneByLaw;
  const texts = [...new Set(fees.map((fee) => pick(describeFee(fee), locale)))];
  return texts.length <= 2 ? texts.join('; ') : citizen.procedure.feeByAnswers;
};

/** How it can be filed: "Trực tiếp, Trực tuyến". */
export const channelsLine = (procedure: Procedure, locale: Locale): string =>
  procedure.channels.map((channel) => textsFor(locale).common.channels[channel]).join(', ');
