import type { Problem } from '#engine/result/index.ts';
import * as say from './messages.ts';

/** Ids that are given twice in one list; the second and later are reported. */
export const duplicateIds = (
  items: readonly { readonly id: string }[] | undefined,
  path: string,
): readonly Problem[] => {
  const first = new Map<string, number>();
  const found: Problem[] = [];
  (items ?? []).forEach(({ id }, index) => {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    else found.push(say.duplicateId(`${path}/${index}/id`, id, `${path}/${earlier}`));
  });
  return found;
};
