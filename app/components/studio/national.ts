import { isList, isRecord, textOf, type Json, type Path, type StudioContent } from '#engine/studio/index.ts';

const token = (text: string): string => text.replaceAll('~', '~0').replaceAll('/', '~1');

/** Whether a place of the draft is the nation's word: rows are known by id, so that moving one changes nothing. */
export const isNationalPlace = (
  content: StudioContent,
  national: ReadonlySet<string>,
  [root, ...path]: Path,
): boolean => {
  if (national.size === 0 || root !== 'procedure') return false;
  let here: Json | undefined = content.procedure;
  let pointer = '';
  for (const key of path) {
    if (isList(here)) {
      here = here[Number(key)];
      const id = isRecord(here) ? textOf(here['id']) || textOf(here['number']) : '';
      if (id === '') return false;
      pointer += `/${token(id)}`;
    } else {
      here = isRecord(here) ? here[key] : undefined;
      pointer += `/${token(String(key))}`;
    }
  }
  return national.has(pointer);
};
