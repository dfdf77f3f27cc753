import { problem, type Problem } from '#engine/result/index.ts';
import { messages } from './messages.ts';
import type { CompiledPage, CompiledQuestion } from './types.ts';

/** A question or page, and what decides whether and with which value it is there. */
interface Vertex {
  readonly path: string;
  readonly parent?: string;
  readonly reads: readonly string[];
}

const vertices = (questions: readonly CompiledQuestion[], parent: string, prefix: string, found: Vertex[]): void => {
  for (const question of questions) {
    const path = `${prefix}${question.id}`;
    const reads = [...(question.when?.reads ?? []), ...(question.value?.reads ?? [])].flatMap((read) =>
      answerPath(read, prefix),
    );
    found.push({ path, parent, reads });
    if (question.questions) vertices(question.questions, path, `${path}.`, found);
  }
};

/** `form.a.b` is the answer `a.b`; `item.b` is one in the same repeat. */
const answerPath = (read: string, prefix: string): string[] => {
  if (read.startsWith('form.')) return [read.slice(5)];
  if (read === 'form') return [''];
  return read.startsWith('item.') ? [`${prefix}${read.slice(5)}`] : [];
};

const touches = (read: string, path: string): boolean =>
  read === '' || read === path || path.startsWith(`${read}.`) || read.startsWith(`${path}.`);

/**
 * Circles among `when` and `value`: A shows when B is answered, B when A is. `required` changes no
 * answer and so makes no circle.
 */
export const findCycles = (pages: readonly CompiledPage[]): readonly Problem[] => {
  const all: Vertex[] = [];
  for (const page of pages) {
    const path = `#${page.id}`;
    all.push({ path, reads: (page.when?.reads ?? []).flatMap((read) => answerPath(read, '')) });
    vertices(page.questions, path, '', all);
  }
  const byPath = new Map(all.map((vertex) => [vertex.path, vertex]));
  const next = new Map<string, readonly string[]>();
  for (const vertex of all) {
    const read =
      vertex.reads.length === 0
        ? []
        : all.filter((other) => !other.path.startsWith('#') && vertex.reads.some((path) => touches(path, other.path)));
    next.set(vertex.path, [
      ...(vertex.parent === undefined ? [] : [vertex.parent]),
      ...read.map((other) => other.path),
    ]);
  }
  return search(byPath, next);
};

const search = (
  byPath: ReadonlyMap<string, Vertex>,
  next: ReadonlyMap<string, readonly string[]>,
): readonly Problem[] => {
  const done = new Set<string>();
  const problems: Problem[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const from = trail.indexOf(path);
    if (from >= 0) {
      const circle = [...trail.slice(from), path];
      problems.push(
        problem(
          'form.cycle',
          `/${path.replace(/^#/, '').replaceAll('.', '/')}`,
          messages.cycle(circle.map((each) => each.replace(/^#/, ''))),
          messages.breakCycle(),
        ),
      );
      return;
    }
    if (done.has(path)) return;
    for (const other of next.get(path) ?? []) {
      if (problems.length > 0) return;
      walk(other, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of byPath.keys()) walk(path, []);
  return problems.slice(0, 1);
};
