import { same, type Json } from './json.ts';
import type { FieldOwner } from './ownership.ts';
import type { Choice, ConflictKind, LayerEntry } from './types.ts';

/** One value as the three documents have it. */
export interface Three {
  readonly base: Json | undefined;
  readonly theirs: Json | undefined;
  readonly ours: Json | undefined;
}

export interface MergedValue {
  readonly value: Json | undefined;
  readonly state: LayerEntry['state'];
  readonly layer: LayerEntry['layer'];
  readonly conflict?: ConflictKind;
}

/**
 * The three-way rule for one value. What only the nation changed is taken; what only the province changed stays and is
 * told; what both changed to the same thing is no conflict. Undefined: nobody says anything.
 */
export const mergeValue = (
  owner: FieldOwner,
  { base, theirs, ours }: Three,
  hasBase: boolean,
): MergedValue | undefined => {
  if (owner !== 'national')
    return ours === undefined
      ? undefined
      : { value: ours, state: 'own', layer: owner === 'agency' ? 'agency' : 'province' };
  const kept = { value: ours, layer: 'province' } as const;
  if (same(ours, theirs)) return ours === undefined ? undefined : { value: ours, state: 'same', layer: 'national' };
  if (theirs === undefined && base === undefined) return { ...kept, state: 'own' };
  if (hasBase && same(base, theirs)) return { ...kept, state: 'departs' };
  if (hasBase ? same(base, ours) : ours === undefined) return { value: theirs, state: 'taken', layer: 'national' };
  return { ...kept, state: 'conflict', conflict: hasBase ? 'both-changed' : 'no-base' };
};

/** What a choice makes of a conflict; undecided, the province's word stands. */
export const decided = (choice: Choice | undefined, { theirs, ours }: Three): Json | undefined => {
  switch (choice?.take) {
    case 'theirs':
      return theirs;
    case 'write':
      return choice.value;
    default:
      return ours;
  }
};

/** An entry without the keys that nobody fills. */
export const entryOf = (
  place: Pick<LayerEntry, 'path' | 'part' | 'row' | 'field'>,
  { base, theirs, ours }: Three,
  merged: Json | undefined,
  rest: Pick<LayerEntry, 'layer' | 'state' | 'conflict'>,
): LayerEntry => ({
  ...place,
  ...rest,
  ...(base === undefined ? {} : { base }),
  ...(theirs === undefined ? {} : { theirs }),
  ...(ours === undefined ? {} : { ours }),
  ...(merged === undefined ? {} : { merged }),
});
