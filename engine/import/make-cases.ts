import type { Channel, ProcedureCase } from '#engine/definition/index.ts';
import { open } from './messages.ts';
import type { Notes } from './notes.ts';
import { foldTidy, idMaker, tidy } from './numbers.ts';
import { channelsOnly, isEveryCase } from './vocabulary.ts';

export interface Place {
  readonly cases?: string[];
  readonly channels?: Channel[];
}

export interface Cases {
  readonly list: readonly ProcedureCase[];
  /** Where a row holds that the source puts under these words. */
  placeOf(words: string | undefined, channels?: readonly Channel[]): Place;
}

/**
 * The cases (trường hợp) that the source tells apart. Words that only name a way of filing become channels; a single
 * case is none at all.
 */
export const makeCases = (given: readonly { readonly words: string; readonly from: string }[], notes: Notes): Cases => {
  const distinct = new Map<string, { readonly words: string; readonly from: string }>();
  for (const each of given)
    if (!isEveryCase(each.words) && !channelsOnly(each.words) && !distinct.has(foldTidy(each.words)))
      distinct.set(foldTidy(each.words), each);
  const list: ProcedureCase[] = [];
  const ids = new Map<string, string>();
  const idOf = idMaker();
  if (distinct.size > 1)
    for (const [key, { words, from }] of distinct) {
      const id = idOf(words, `case-${list.length + 1}`);
      const at = `/procedure/cases/${list.length}`;
      ids.set(key, id);
      list.push({ id, name: { vi: tidy(words) } });
      notes.origin(at, 'source', from, words);
      notes.leaveOpen(`${at}/when`, 'case.condition', open.caseCondition(), false, words);
    }
  return {
    list,
    placeOf: (words = '', channels) => {
      const only = channels ?? channelsOnly(words);
      const id = ids.get(foldTidy(words));
      return { ...(id === undefined ? {} : { cases: [id] }), ...(only ? { channels: [...only] } : {}) };
    },
  };
};
