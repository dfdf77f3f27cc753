import { escapeToken } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';

/** Labels and notes are plain text: no markup, no script, no links but to government pages, nothing invisible. */
export const texts: Check = {
  name: 'texts',
  run: ({ release: { procedure, form } }) => [...inside(procedure, '/procedure'), ...inside(form, '/form')],
};

const TAG = /<\s{0,3}[/!]?\s{0,3}[a-zA-Z][^<>]{0,300}>|<!--|&#x?[0-9a-fA-F]{1,6};/;
const SCRIPT = /(?:javascript|vbscript|data)\s{0,3}:\s{0,3}[a-z/]/i;
const LINK = /\b(?:https?:)?\/\/([^\s/?#<>"')\]]{1,200})/gi;
/** Control characters, zero-width ones and bidirectional overrides: they make a text read otherwise than it is. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/** Texts that are code, not shown to anybody: checked by the rooms that read them. */
const CODE = new Set(['when', 'pattern', 'amount', 'value', 'inputs', 'rules', 'schema', 'uiSchema', 'format']);

const inside = (value: unknown, path: string): readonly Problem[] => {
  if (typeof value === 'string') return problemsOf(value, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    CODE.has(key) && !(typeof inner === 'object' && inner !== null && 'vi' in inner) && !foreign(key)
      ? []
      : inside(inner, `${path}/${escapeToken(key)}`),
  );
};

/** A foreign form's titles and descriptions are shown, wherever they stand in its schema. */
const foreign = (key: string): boolean => key === 'schema' || key === 'uiSchema';

const problemsOf = (text: string, path: string): readonly Problem[] => {
  const problems: Problem[] = [];
  const tag = TAG.exec(text) ?? SCRIPT.exec(text);
  if (tag) problems.push(say.markup(path, JSON.stringify(tag[0].slice(0, 60))));
  for (const [, authority = ''] of text.matchAll(LINK)) {
    const host = (authority.split('@').at(-1) ?? '')
      .replace(/:\d+$/, '')
      .replace(/[.,;]$/, '')
      .toLowerCase();
    if (host !== 'gov.vn' && !host.endsWith('.gov.vn')) problems.push(say.foreignLink(path, host));
  }
  const hidden = INVISIBLE.exec(text);
  if (hidden)
    problems.push(
      say.invisible(path, `U+${(hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`),
    );
  return problems;
};
