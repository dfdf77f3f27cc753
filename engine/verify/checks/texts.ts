import { escapeToken, type Release } from '#engine/definition/index.ts';
import type { Graph } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error } from '../describe.ts';
import { fails, passes, question, usual } from '../example.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';

const RIGHT_TO_LEFT = String.fromCodePoint(0x202e);

/** Labels and notes are plain text: no markup, no script, no links but to government pages, nothing invisible. */
export const texts: Check = {
  name: 'texts',
  part: 'safety',
  proves: both(
    'Nhãn, ghi chú, tên bước và mẫu in là chữ thường: không mã, không script, chỉ dẫn đến trang nhà nước, không ký tự ẩn.',
    'Labels, notes, names of steps and templates are plain text: no markup, no script, links to government pages only, nothing invisible.',
  ),
  findings: {
    'release.text.markup': error('Văn bản chứa mã HTML hoặc script.', 'A text contains HTML or script.'),
    'release.text.link': error(
      'Văn bản dẫn ra ngoài trang nhà nước.',
      'A text links to a page that is not the government’s.',
    ),
    'release.text.invisible': error('Văn bản chứa ký tự ẩn.', 'A text contains invisible characters.'),
    'release.template.reach': error(
      'Mẫu in đọc tệp hoặc gói bên ngoài.',
      'A template reads files or packages from outside.',
    ),
  },
  examples: [
    passes('Chữ thường, dẫn đến dichvucong.gov.vn', 'Plain text with a government link', {
      procedure: { description: { vi: 'Xem https://dichvucong.gov.vn' } },
    }),
    fails('release.text.markup', 'Thẻ script trong nhãn', 'A script tag in a label', {
      questions: [question('a', 'text', { label: { vi: 'Tên <script>alert(1)</script>' } })],
    }),
    fails('release.text.markup', 'Thẻ ảnh trong tên bước', 'An image tag in the name of a step', {
      process: usual.replace('name="sign"', 'name="Ký &lt;img src=x onerror=alert(1)>"'),
    }),
    fails('release.text.link', 'Trang lạ', 'A strange page', {
      procedure: { description: { vi: 'Xem http://example.com' } },
    }),
    fails('release.text.invisible', 'Ký tự đảo chiều', 'A bidirectional override', {
      procedure: { description: { vi: `Nộp ${RIGHT_TO_LEFT}tại đây` } },
    }),
    fails('release.template.reach', 'Mẫu nhập gói từ mạng', 'A template that fetches a package', {
      templates: { 'a.typ': '#import "@preview/x:1.0.0": y' },
    }),
  ],
  run: ({ release: { procedure, form, templates }, process: { graph } }) => [
    ...inside(procedure, '/procedure'),
    ...inside(form, '/form'),
    ...(graph ? inProcess(graph) : []),
    ...Object.entries(templates).flatMap(([name, text]) => inTemplate(name, text)),
  ],
  fix: ({ code, path }, { release }) => {
    const text = textAt(release, path);
    return text === undefined || code !== 'release.text.invisible'
      ? undefined
      : {
          label: both('Xóa các ký tự ẩn.', 'Remove the invisible characters.'),
          edits: [{ set: path, to: text.replace(new RegExp(INVISIBLE, 'gu'), '') }],
        };
  },
};

/** Names of steps, choices and flows, and what a step asks: all of it is shown to somebody. */
const inProcess = (graph: Graph): readonly Problem[] => [
  ...problemsOf(graph.name, '/process'),
  ...graph.nodes.flatMap(({ id, name, settings }) =>
    [name, settings.form ?? '', ...settings.outcomes.flatMap((one) => [one.name.vi, one.name.en ?? ''])].flatMap(
      (text) => problemsOf(text, `/process/${id}`),
    ),
  ),
  ...graph.flows.flatMap(({ id, name }) => problemsOf(name, `/process/${id}`)),
];

/** A template lays out what it is given: it fetches nothing, reads no file and leads to no strange page. */
const inTemplate = (name: string, text: string): readonly Problem[] => {
  const path = `/templates/${escapeToken(name)}`;
  const reach = REACH.exec(text);
  return [
    ...(reach ? [say.templateReach(path, reach[0].slice(0, 60))] : []),
    ...problemsOf(text, path).filter(({ code }) => code !== 'release.text.markup'),
  ];
};

const REACH = /"@[a-z]{1,20}\/|\.\.\/|\b(?:read|plugin|csv|json|yaml|toml|xml|cbor)\s{0,3}\(\s{0,3}"/;

/** The text at a path of the procedure or the form. */
const textAt = ({ procedure, form }: Release, path: string): string | undefined => {
  let at: unknown = { procedure, form };
  for (const key of path.split('/').slice(1).map(unescapeToken))
    at = typeof at === 'object' && at !== null ? Object.entries(at).find(([name]) => name === key)?.[1] : undefined;
  return typeof at === 'string' ? at : undefined;
};

const unescapeToken = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

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
