import { fold, type QueueKind } from '#engine/definition/index.ts';

/** An id for a name: `nhan-ket-qua`; never one that is taken. */
const idFor = (name: string, taken: ReadonlySet<string>): string => {
  const plain = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  const base = plain === '' ? 'loai' : plain;
  let id = base;
  for (let next = 2; taken.has(id); next += 1) id = `${base}-${String(next)}`;
  return id;
};

/** The rows as posted, in their order. A row without a Vietnamese name is taken off; ids stay what they were. */
export const postedKinds = (data: FormData): readonly QueueKind[] => {
  const column = (name: string): readonly string[] => data.getAll(name).map((value) => String(value).trim());
  const [ids, vi, en] = [column('ma'), column('ten'), column('ten-en')];
  const taken = new Set(ids.filter((id) => id !== ''));
  return vi.flatMap((name, place) => {
    if (name === '') return [];
    const id = ids[place] || idFor(name, taken);
    taken.add(id);
    const english = en[place] ?? '';
    return [{ id, name: { vi: name, ...(english === '' ? {} : { en: english }) } }];
  });
};
