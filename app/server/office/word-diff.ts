/** A stretch of text: in both, only before, or only after. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** More words than this are not compared word by word: the whole text is shown as changed. */
const MOST = 400;

const join = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.reduce<readonly Piece[]>((done, piece) => {
    const last = done.at(-1);
    return last?.kind === piece.kind
      ? [...done.slice(0, -1), { kind: piece.kind, text: `${last.text} ${piece.text}` }]
      : [...done, piece];
  }, []);

/** Words that differ, by longest common subsequence: each side in reading order. */
export const wordDiff = (
  before: string,
  after: string,
): { readonly before: readonly Piece[]; readonly after: readonly Piece[] } => {
  const old = before.split(/\s+/u).filter(Boolean);
  const now = after.split(/\s+/u).filter(Boolean);
  if (old.length > MOST || now.length > MOST)
    return { before: [{ kind: 'gone', text: before }], after: [{ kind: 'new', text: after }] };
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const cell = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        old[row] === now[column]
          ? cell(row + 1, column + 1) + 1
          : Math.max(cell(row + 1, column), cell(row, column + 1));
  const left: Piece[] = [];
  const right: Piece[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < now.length) {
    const [was, is] = [old[row], now[column]];
    if (was !== undefined && was === is) {
      left.push({ kind: 'same', text: was });
      right.push({ kind: 'same', text: was });
      row += 1;
      column += 1;
    } else if (is === undefined || (was !== undefined && cell(row + 1, column) >= cell(row, column + 1))) {
      left.push({ kind: 'gone', text: was ?? '' });
      row += 1;
    } else {
      right.push({ kind: 'new', text: is });
      column += 1;
    }
  }
  return { before: join(left), after: join(right) };
};
