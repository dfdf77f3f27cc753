import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { diffReleases, type Change } from '#engine/definition/browser.ts';
import { diagramView, type DiagramView } from '#app/components/diagram/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { linesOf, type Line, type LinePart } from './lines.ts';
import { wordDiff, type Piece } from './word-diff.ts';

export type Side = 'added' | 'removed' | 'changed' | 'same';

/** One thing of both releases, side by side. */
export interface Pair {
  readonly id: string;
  readonly kind: Side;
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

const whole = (text: string, kind: Piece['kind']): readonly Piece[] => [{ kind, text }];

/** Lines of both releases matched by id: the order of the later one, what is gone after what stood before it. */
export const pairsOf = (before: readonly Line[], after: readonly Line[]): readonly Pair[] => {
  const old = new Map(before.map((line) => [line.id, line]));
  const now = new Map(after.map((line) => [line.id, line]));
  const order = after.map((line) => line.id);
  before.forEach((line, index) => {
    if (now.has(line.id)) return;
    const previous = before[index - 1]?.id;
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, line.id);
  });
  return order.map((id): Pair => {
    const [was, is] = [old.get(id)?.text, now.get(id)?.text];
    if (was === undefined) return { id, kind: 'added', before: [], after: whole(is ?? '', 'new') };
    if (is === undefined) return { id, kind: 'removed', before: whole(was, 'gone'), after: [] };
    if (was === is) return { id, kind: 'same', before: whole(was, 'same'), after: whole(is, 'same') };
    return { id, kind: 'changed', ...wordDiff(was, is) };
  });
};

const PARTS: readonly Change['part'][] = [
  'content',
  'cases',
  'checklist',
  'time-limits',
  'fees',
  'results',
  'form',
  'process',
  'legal-basis',
  'templates',
];
const LINE_PARTS: readonly string[] = ['checklist', 'time-limits', 'fees', 'form'] satisfies readonly LinePart[];
const isLinePart = (part: string): part is LinePart => LINE_PARTS.includes(part);

export type Mark = 'added' | 'removed' | 'changed';

/** Step ids that the differences name: `/process/<id>` and what lies under it. */
const marksOf = (changes: readonly Change[]): ReadonlyMap<string, Mark> => {
  const marks = new Map<string, Mark>();
  for (const change of changes) {
    const id = change.part === 'process' ? change.path.split('/')[2] : undefined;
    if (id) marks.set(id, change.kind === 'moved' ? 'changed' : change.kind);
  }
  return marks;
};

/** When no release has a process of its own (or only one), steps are compared by id and name as drawn. */
const marksOfDrawings = (own: DiagramView, other: DiagramView, missing: Mark): ReadonlyMap<string, Mark> => {
  const others = new Map(other.steps.map((step) => [step.id, step]));
  return new Map(
    own.steps.flatMap((step): readonly (readonly [string, Mark])[] => {
      const twin = others.get(step.id);
      if (!twin) return [[step.id, missing]];
      return twin.name === step.name && twin.caption === step.caption && twin.detail === step.detail
        ? []
        : [[step.id, 'changed']];
    }),
  );
};

const marked = (view: DiagramView, marks: ReadonlyMap<string, Mark>): DiagramView => {
  const withMark = <Item extends { readonly id: string }>(item: Item): Item => {
    const mark = marks.get(item.id);
    return mark ? { ...item, mark } : item;
  };
  return { ...view, nodes: view.nodes.map(withMark), steps: view.steps.map(withMark) };
};

/** The two releases of `/danh-muc/:code/khac`, side by side; undefined when one of them does not exist. */
export const compareView = async (context: AppLoadContext, code: string, from: number, to: number, locale: Locale) => {
  const { store, catalogue } = context.service;
  const [before, after] = await Promise.all([store.releases.byNumber(code, from), store.releases.byNumber(code, to)]);
  if (!before || !after) return undefined;
  const { changes } = diffReleases(before, after);
  const history = await store.overview.entries(code);
  const firstDay = (number: number): string | undefined => {
    const entry = history.findLast((each) => each.number === number);
    return entry ? localDate(entry.effectiveFrom) : undefined;
  };
  const words = staffTextsFor(locale).diagram;
  const [preparedBefore, preparedAfter] = await Promise.all([
    catalogue.release(before.hash),
    catalogue.release(after.hash),
  ]);
  const drawings = { before: diagramView(preparedBefore, words), after: diagramView(preparedAfter, words) };
  const bothOwn = before.process !== undefined && after.process !== undefined;
  const processMarks = marksOf(changes);
  const marksBefore = bothOwn ? processMarks : marksOfDrawings(drawings.before, drawings.after, 'removed');
  const marksAfter = bothOwn ? processMarks : marksOfDrawings(drawings.after, drawings.before, 'added');
  const processDiffers = marksBefore.size + marksAfter.size > 0 || changes.some((change) => change.part === 'process');
  const parts = PARTS.flatMap((part) => {
    const own = changes.filter((change) => change.part === part);
    if (own.length === 0 && !(part === 'process' && processDiffers)) return [];
    const lines = isLinePart(part) ? [linesOf(part, before, locale), linesOf(part, after, locale)] : [];
    const [old, now] = lines;
    return [
      {
        part,
        changes: own.map(({ kind, sentence }) => ({ part, kind, sentence })),
        pairs: old && now ? pairsOf(old, now) : null,
        foreign: part === 'form' && (!old || !now),
        counts: {
          added: own.filter((change) => change.kind === 'added').length,
          changed: own.filter((change) => change.kind === 'changed' || change.kind === 'moved').length,
          removed: own.filter((change) => change.kind === 'removed').length,
        },
      },
    ];
  });
  return {
    code,
    name: pick(after.procedure.name, locale),
    from,
    to,
    hashes: { before: before.hash, after: after.hash },
    days: { before: firstDay(from) ?? null, after: firstDay(to) ?? null },
    parts,
    process: processDiffers
      ? {
          before: marked(drawings.before, marksBefore),
          after: marked(drawings.after, marksAfter),
          generatedBefore: before.process === undefined,
          generatedAfter: after.process === undefined,
        }
      : null,
  };
};
