import {
  isNews,
  isRecord,
  linesOf,
  own,
  rowsOf,
  writingOf,
  type ConflictKind,
  type Layer,
  type LayerEntry,
  type Writing,
} from '#engine/layers/index.ts';
import type { LayersView } from '#engine/service/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { rowParts, speaker, wordOf, type Speaker } from './show.ts';

/** A conflict as it is asked. */
export interface Asked {
  readonly path: string;
  readonly place: string;
  readonly kind: ConflictKind;
  readonly base: string;
  readonly theirs: string;
  readonly ours: string;
  readonly uses: readonly { readonly layer: 'province' | 'agency'; readonly name: string }[];
  readonly writing?: Writing;
  /** What a person begins to write from. */
  readonly start: string;
}

export interface Told {
  readonly path: string;
  readonly place: string;
  readonly state: LayerEntry['state'];
  readonly was: string;
  readonly now: string;
}

export interface WholeRow {
  readonly part: string;
  readonly value: string;
  readonly layers: readonly Layer[];
  /** Names of the fields of a national row that the province says. */
  readonly fields: string;
  readonly state: LayerEntry['state'];
}

/** A procedure's layers as the page shows them. */
export const layersPage = ({ merge, layers }: LayersView, locale: Locale) => {
  const say = speaker(locale, [merge.content, layers.ours, layers.theirs, layers.base]);
  const named = (entry: LayerEntry): string => placeOf(entry, say, merge.content, layers);
  return {
    asked: merge.entries.flatMap((entry): readonly Asked[] =>
      entry.conflict ? [asked(entry, entry.conflict, named(entry), say)] : [],
    ),
    news: merge.entries
      .filter((entry) => isNews(entry) && !entry.conflict)
      .map((entry) => told(entry, named(entry), say)),
    departs: merge.entries
      .filter(({ state }) => state === 'departs')
      .map((entry) => ({ ...told(entry, named(entry), say), was: shown(say, entry, entry.theirs) })),
    whole: wholeRows(merge.entries, say, merge.content),
  };
};

const shown = (say: Speaker, { part, field }: LayerEntry, value: LayerEntry['ours']): string =>
  say.value(part, field, value);

const asked = (
  entry: LayerEntry,
  { kind, uses }: NonNullable<LayerEntry['conflict']>,
  place: string,
  say: Speaker,
): Asked => {
  const writing = writingOf(entry);
  return {
    path: entry.path,
    place,
    kind,
    base: shown(say, entry, entry.base),
    theirs: shown(say, entry, entry.theirs),
    ours: shown(say, entry, entry.ours),
    uses: uses.map(({ layer, name }) => ({ layer, name: wordOf(say.words.fields, name) })),
    ...(writing ? { writing } : {}),
    start: writing === 'lines' ? linesOf(entry.ours) : writing === 'number' ? '' : shown(say, entry, entry.ours),
  };
};

const told = (entry: LayerEntry, place: string, say: Speaker): Told => ({
  path: entry.path,
  place,
  state: entry.state,
  was: shown(say, entry, entry.ours),
  now: shown(say, entry, entry.merged),
});

const placeOf = (
  { part, row, field }: LayerEntry,
  say: Speaker,
  content: LayersView['merge']['content'],
  { ours, theirs, base }: LayersView['layers'],
): string => {
  if (row === undefined) return say.place(part, field, undefined);
  const key = part === 'legalBasis' ? 'number' : 'id';
  for (const document of [content, ours, theirs, base]) {
    const found = rowsOf(document && own(document, part)).find((each) => own(each, key) === row);
    if (found) return say.place(part, field, say.rowName(part, found, row));
  }
  return say.place(part, field, row);
};

/** Everything in the merged content, a row each, with the layers that say it. */
const wholeRows = (
  entries: readonly LayerEntry[],
  say: Speaker,
  content: LayersView['merge']['content'],
): readonly WholeRow[] =>
  Object.keys(say.words.parts).flatMap((part): readonly WholeRow[] => {
    const here = entries.filter((entry) => entry.part === part);
    const name = wordOf(say.words.parts, part);
    const value = own(content, part);
    if (value === undefined) return [];
    if (!rowParts.has(part))
      return here.map((entry) => ({
        part: name,
        value: say.value(part, undefined, value),
        layers: [entry.layer],
        fields: '',
        state: entry.state,
      }));
    const key = part === 'legalBasis' ? 'number' : 'id';
    return rowsOf(value).map((row) => {
      const said = here.filter((entry) => entry.row === own(row, key));
      const whole = said.find((entry) => entry.field === undefined);
      const lower = said.filter((entry) => entry.field !== undefined && entry.layer === 'province');
      return {
        part: name,
        value: say.value(part, undefined, isRecord(row) ? row : undefined),
        // Fields stand by themselves only where the nation has the row.
        layers: whole ? [whole.layer] : ['national', ...(lower.length > 0 ? (['province'] as const) : [])],
        fields: whole ? '' : lower.map(({ field = '' }) => wordOf(say.words.fields, field)).join(', '),
        state: stateOf(said),
      };
    });
  });

const ORDER: readonly LayerEntry['state'][] = ['conflict', 'added', 'taken', 'departs'];
const stateOf = (said: readonly LayerEntry[]): LayerEntry['state'] =>
  ORDER.find((state) => said.some((entry) => entry.state === state)) ??
  (said.every(({ state }) => state === 'own') && said.length > 0 ? 'own' : 'same');
