/** The same numbers for the same seed: what was seeded once can be seeded again. */
export type Pick = (count: number) => number;

export const random = (seed: number): Pick => {
  let state = (seed % 2_147_483_646) + 1;
  return (count) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % Math.max(1, count);
  };
};

/** The items in another order, by the numbers given (Fisher–Yates). */
export const shuffled = <Item>(items: readonly Item[], pick: Pick): readonly Item[] => {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = pick(at + 1);
    const [one, two] = [mixed[at], mixed[other]];
    if (one === undefined || two === undefined) continue;
    mixed[at] = two;
    mixed[other] = one;
  }
  return mixed;
};
