import { parser } from 'lezer-feel';

/** The two things that are written in FEEL here: an expression, and the cell of a decision table. */
const parsers = {
  expression: parser.configure({ top: 'Expression' }),
  'unary-tests': parser.configure({ top: 'UnaryTests' }),
} as const;

export type Top = keyof typeof parsers;

/** One node of the parse tree; comments are left out, punctuation is kept. */
export interface Node {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly children: readonly Node[];
}

export interface Parsed {
  readonly root: Node;
  /** Where the text stops being FEEL. */
  readonly error?: { readonly from: number; readonly to: number };
  readonly depth: number;
}

/** Parses; never throws. Depth counts composite nodes only. */
export const parse = (text: string, top: Top): Parsed => {
  const cursor = parsers[top].parse(text).cursor();
  let error: Parsed['error'];
  let deepest = 0;
  const read = (depth: number): Node => {
    const { name, from, to } = cursor;
    if (cursor.type.isError && !error) error = { from, to };
    const children: Node[] = [];
    if (depth > deepest) deepest = depth;
    if (depth < 200 && cursor.firstChild()) {
      do {
        if (cursor.name !== 'LineComment' && cursor.name !== 'BlockComment') children.push(read(depth + 1));
      } while (cursor.nextSibling());
      cursor.parent();
    }
    return { name, from, to, children };
  };
  const root = read(0);
  return error ? { root, error, depth: deepest } : { root, depth: deepest };
};
