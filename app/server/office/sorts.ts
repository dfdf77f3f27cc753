/** Orders of the catalogue's table: by name, code, field, first day in force, decision. */
export const SORTS = ['ten', 'ma', 'linh-vuc', 'tu', 'theo'] as const;
export type Sort = (typeof SORTS)[number];
