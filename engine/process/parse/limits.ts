import type { Problem } from '#engine/result/index.ts';
import { said } from '../messages.ts';

export const MAX_BYTES = 1_000_000;
/** Flow nodes: tasks, events, gateways, sub-processes. */
export const MAX_ELEMENTS = 2_000;
/** Sub-processes inside sub-processes. */
export const MAX_NESTING = 20;
/** XML elements inside XML elements; room for {@link MAX_NESTING} and what hangs on the innermost task. */
const MAX_XML_DEPTH = 40;

const utf8Length = (text: string): number => new TextEncoder().encode(text).length;

/** What can be refused before any XML parser sees the text. */
export const refuseText = (xml: string, maximum: number = MAX_BYTES): readonly Problem[] => {
  if (xml.length > maximum) return [said.tooLarge(xml.length, maximum)];
  const bytes = utf8Length(xml);
  if (bytes > maximum) return [said.tooLarge(bytes, maximum)];
  if (/<!DOCTYPE/i.test(xml)) return [said.doctype()];
  if (xmlDepth(xml) > MAX_XML_DEPTH) return [said.tooDeep('', MAX_NESTING)];
  return [];
};

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Deepest nesting of tags; comments, CDATA and instructions do not count. One pass, whatever the text. */
const xmlDepth = (xml: string): number => {
  let depth = 0;
  let deepest = 0;
  let at = xml.indexOf('<');
  while (at >= 0) {
    const skipped = SKIPPED.find(([open]) => xml.startsWith(open, at));
    const end = skipped ? xml.indexOf(skipped[1], at + skipped[0].length) : tagEnd(xml, at);
    if (end < 0) break;
    if (!skipped) {
      if (xml[at + 1] === '/') depth -= 1;
      else if (xml[end - 1] !== '/') deepest = Math.max(deepest, (depth += 1));
    }
    at = xml.indexOf('<', end);
  }
  return deepest;
};

/** Index of the `>` that closes the tag at `from`, past quoted attribute values; -1 if there is none. */
const tagEnd = (xml: string, from: number): number => {
  let quote = '';
  for (let at = from + 1; at < xml.length; at += 1) {
    const letter = xml[at];
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at;
  }
  return -1;
};
