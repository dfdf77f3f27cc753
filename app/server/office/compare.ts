import type { AppLoadContext } from '@remix-run/node';
import { localDate, parseInstant } from '#engine/clock/index.ts';
import { diffReleases, type Change } from '#engine/definition/browser.ts';
import type { Release } from '#engine/definition/index.ts';
import { prepareRelease, type PreparedRelease } from '#engine/dossier/index.ts';
import { diagramView, type DiagramView } from '#app/components/diagram/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { broughtBy } from './brought.ts';
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

/** One of the two that are compared. */
export interface ComparedRelease {
  readonly release: Release;
  readonly prepared: PreparedRelease;
  /** First day on which it is in force, where it ever is. */
  readonly day: string | null;
  /** Its form in a frame, as citizens get it. */
  readonly form: string;
}

/** The two releases of `/danh-muc/:code/khac`, side by side; undefined when one of them does not exist. */
export const compareView = async (context: AppLoadContext, code: string, from: number, to: number, locale: Locale) => {
  const [before, after] = await Promise.all([stored(context, code, from), stored(context, code, to)]);
  return before && after ? compareReleases(before, after, locale) : undefined;
};

const stored = async (context: AppLoadContext, code: string, number: number): Promise<ComparedRelease | undefined> => {
  const { store, catalogue } = context.service;
  const release = await store.releases.byNumber(code, number);
  if (!release) return undefined;
  const entry = (await store.overview.entries(code)).findLast((each) => each.number === number);
  return {
    release,
    prepared: await catalogue.release(release.hash),
    day: entry ? localDate(entry.effectiveFrom) : null,
    form: `/danh-muc/${code}/bieu-mau/${number}`,
  };
};

/** What a decision that is not proposed yet brings, beside what it would end; undefined where it ends nothing. */
export const compareBrought = async (context: AppLoadContext, hash: string, code: string, locale: Locale) => {
  const brought = await broughtBy(context, hash, code);
  // Beside what stands on its day: an earlier decision may be still to come.
  const asOf = brought && parseInstant(brought.decision.effectiveFrom);
  const inForce = brought && (await context.service.catalogue.inForce(code, asOf));
  const before = inForce && (await stored(context, code, inForce.entry.number));
  if (!brought || !before) return undefined;
  const { release, shared, decision } = brought;
  const prepared = await prepareRelease(release, shared);
  if (!prepared.ok) return undefined;
  const form = `/cong-bo/xem-truoc/${hash}/bieu-mau/${code}`;
  const view = compareReleases(before, { release, prepared: prepared.value, day: null, form }, locale);
  return { view, decision: decision.number };
};

const compareReleases = (old: ComparedRelease, now: ComparedRelease, locale: Locale) => {
  const [before, after] = [old.release, now.release];
  const { changes } = diffReleases(before, after);
  const words = staffTextsFor(locale).diagram;
  const drawings = { before: diagramView(old.prepared, words), after: diagramView(now.prepared, words) };
  const bothOwn = before.process !== undefined && after.process !== undefined;
  const processMarks = marksOf(changes);
  const marksBefore = bothOwn ? processMarks : marksOfDrawings(drawings.before, drawings.after, 'removed');
  const marksAfter = bothOwn ? processMarks : marksOfDrawings(drawings.after, drawings.before, 'added');
  const processDiffers = marksBefore.size + marksAfter.size > 0 || changes.some((change) => change.part === 'process');
  const parts = PARTS.flatMap((part) => {
    const own = changes.filter((change) => change.part === part);
    if (own.length === 0 && !(part === 'process' && processDiffers)) return [];
    const lines = isLinePart(part) ? [linesOf(part, before, locale), linesOf(part, after, locale)] : [];
    const [left, right] = lines;
    return [
      {
        part,
        changes: own.map(({ kind, sentence }) => ({ part, kind, sentence })),
        pairs: left && right ? pairsOf(left, right) : null,
        foreign: part === 'form' && (!left || !right),
        counts: {
          added: own.filter((change) => change.kind === 'added').length,
          changed: own.filter((change) => change.kind === 'changed' || change.kind === 'moved').length,
          removed: own.filter((change) => change.kind === 'removed').length,
        },
      },
    ];
  });
  return {
    code: after.code,
    name: pick(after.procedure.name, locale),
    from: before.number,
    to: after.number,
    hashes: { before: before.hash, after: after.hash },
    days: { before: old.day, after: now.day },
    forms: { before: old.form, after: now.form },
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

export type CompareView = ReturnType<typeof compareReleases>;
