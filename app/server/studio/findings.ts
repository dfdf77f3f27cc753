import type { AppLoadContext } from '@remix-run/node';
import type { Localized, Severity } from '#engine/result/index.ts';
import { screens, type Path, type StudioContent } from '#engine/studio/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { placeName } from '#app/server/office/findings/place.ts';
import { findingsFor } from './analyse.ts';

/** Something that the checks say of a draft, with the screen and the question where it is mended. */
export interface StudioFinding {
  readonly severity: Severity;
  readonly code: string;
  readonly message: Localized;
  readonly remedy?: Localized;
  readonly place: string;
  readonly part: string;
  /** The question or page within the form; empty where it is no question. */
  readonly select: Path;
  /** It has a counter-example. */
  readonly example: boolean;
}

const partOf = (path: string): string => {
  const [, first = '', second = ''] = path.split('/');
  if (first === 'form') return 'bieu-mau';
  if (first === 'process') return 'quy-trinh';
  if (first === 'templates') return 'tep';
  const screen = Object.entries(screens).find(([, names]) => (names as readonly string[]).includes(second));
  return screen?.[0] ?? 'thong-tin';
};

const selectOf = (path: string): Path => {
  const found = /^\/form(\/pages\/\d+(?:\/questions\/\d+){0,2})/.exec(path)?.[1];
  return (found ?? '').split('/').filter((part) => part !== '').map((part) => (/^\d+$/.test(part) ? Number(part) : part)); // prettier-ignore
};

/** The findings in the author's words: each with the name of the page, question or paper it is about. */
export const studioFindings = async (
  context: AppLoadContext,
  content: StudioContent,
  locale: Locale,
): Promise<readonly StudioFinding[]> => {
  const { problems } = await findingsFor(context, content);
  return problems.map(({ severity, code, message, remedy, path, witness }) => ({
    severity,
    code,
    message,
    ...(remedy ? { remedy } : {}),
    place: placeName(path, locale, { release: { procedure: content.procedure, form: content['form'] } }),
    part: partOf(path),
    select: selectOf(path),
    example: witness !== undefined,
  }));
};
