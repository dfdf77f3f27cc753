import { formatDate } from './days.ts';
import { lineKind, runningTotal, summaries } from './messages.ts';
import type { Deadline } from './types.ts';

/** The derivation as sentences, one a line: what a clerk prints beside the receipt. */
export const explain = (given: Deadline, language: 'vi' | 'en' = 'vi'): readonly string[] => {
  const say = (text: { readonly vi: string; readonly en?: string }): string =>
    language === 'en' ? (text.en ?? text.vi) : text.vi;
  const lines = given.lines.map(({ from, to, kind, reason, count, total }) => {
    const span = from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
    const sum = count > 0 ? `; ${say(runningTotal(total))}` : '';
    return `${span} · ${say(lineKind(kind))}: ${say(reason)}${sum}`;
  });
  return [...lines, say(given.summary), ...(given.provisional ? [say(summaries.provisional)] : [])];
};
