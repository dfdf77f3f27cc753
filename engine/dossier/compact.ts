type Compact<Given extends object> = { [Key in keyof Given]?: Exclude<Given[Key], undefined> };

/** Leaves out what is undefined, so that a value and its JSON are the same thing. */
export const compact = <Given extends object>(given: Given): Compact<Given> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Compact<Given>;
