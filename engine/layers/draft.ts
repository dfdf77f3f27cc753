import type { Release } from '#engine/definition/index.ts';
import { escapeToken } from '#engine/definition/index.ts';
import { noCount, type DraftProcedure, type ImportedDraft, type OpenPoint, type Origin } from '#engine/import/index.ts';
import { isRecord, own, rowsOf, textsOf, type Json, type JsonRecord } from './json.ts';
import { isNews, isOpen } from './merge.ts';
import { openText } from './messages.ts';
import { isRowPart, rowRules } from './ownership.ts';
import type { LayerEntry, LayerMerge, Layers } from './types.ts';

/** What a synchronised version says of itself. */
export interface NationalFacts {
  readonly hash: string;
  readonly source: string;
  readonly asOf?: string;
  readonly origins: readonly Origin[];
  readonly open: readonly OpenPoint[];
}

const BY_HAND = 'nhập tay';
const LINES = new Set(['conditions', 'publicSteps']);

/**
 * A draft of the merged content: each value with the layer and place it came from; what the new national version leaves
 * open, and what a choice leaves behind, stays open. The form and the agency's process come along as they are.
 */
export const draftOfMerge = (
  release: Pick<Release, 'code' | 'number' | 'procedure' | 'form' | 'process'>,
  layers: Layers,
  { content, entries, dangling }: LayerMerge,
  national: NationalFacts,
): ImportedDraft => {
  const before = release.procedure.source;
  const whole: JsonRecord = {
    ...content,
    source: {
      title: national.source.slice(0, 500),
      ...(national.asOf === undefined ? {} : { asOf: national.asOf.slice(0, 200) }),
      ...(before?.open ? { open: before.open } : {}),
      national: national.hash,
    },
  };
  if (!isDraftProcedure(whole)) throw new Error(`the merge of ${release.code} lost its format`);
  return {
    procedure: whole,
    ...(release.form ? { form: release.form } : {}),
    ...(release.process === undefined ? {} : { process: release.process }),
    origins: originsOf(release, layers, content, entries, national),
    open: [
      ...entries
        .filter(isOpen)
        .map(({ path }) => point(`/procedure${path}`, openText.undecided(), 'contradiction', true)),
      ...dangling.map((each) =>
        point(`/procedure${each.path}/cases`, openText.dangling(each.case), 'contradiction', true),
      ),
      ...usesLeft(entries),
      ...conditionsToSee(content, entries),
      ...unsignedResults(content),
      ...leftOpenAbove(entries, national.open),
    ],
    tally: { limits: noCount, fees: noCount, papers: noCount },
  };
};

/** Every value of a merge stood at the same place in a document of this format. */
const isDraftProcedure = (content: JsonRecord): content is JsonRecord & DraftProcedure =>
  content['format'] === 'motcua/procedure@1';

const point = (at: string, message: OpenPoint['message'], code: OpenPoint['code'], blocks: boolean): OpenPoint => ({
  at,
  code,
  message,
  blocks,
});

const originsOf = (
  { code, number, form, process }: Pick<Release, 'code' | 'number' | 'form' | 'process'>,
  layers: Layers,
  content: JsonRecord,
  entries: readonly LayerEntry[],
  national: NationalFacts,
): readonly Origin[] => {
  const release = `${code}, phiên bản ${number}`;
  const above = (at: string, path: string): readonly Origin[] => {
    const found = national.origins.filter((origin) => origin.at === path || origin.at.startsWith(`${path}/`));
    return (found.length > 0 ? found : [{ how: 'source' as const, from: '' }]).map((origin) => ({
      ...origin,
      at,
      from: [national.source, origin.from].filter(Boolean).join(': '),
    }));
  };
  const of = (at: string, path: string, said: readonly LayerEntry[]): readonly Origin[] => [
    ...(said.some(({ layer, state, conflict }) => layer === 'national' && (state !== 'conflict' || conflict?.chosen))
      ? above(at, path)
      : []),
    ...(said.some(({ conflict }) => conflict?.chosen === 'write') ? [{ at, how: 'hand' as const, from: BY_HAND }] : []),
    ...(said.length === 0 || said.some(({ layer, conflict }) => layer !== 'national' && conflict?.chosen !== 'write')
      ? [{ at, how: 'source' as const, from: release }]
      : []),
  ];
  const parts = Object.entries(content).filter(([part]) => !['format', 'source'].includes(part));
  return [
    ...parts.flatMap(([part, value]): readonly Origin[] => {
      if (part === 'none')
        return textsOf(value).flatMap((empty) => {
          const nation = textsOf(own(layers.theirs, 'none')).includes(empty);
          return ['/procedure/none', `/procedure/${empty}`].map((at) => ({
            at,
            how: 'source' as const,
            from: nation ? national.source : release,
          }));
        });
      if (!isRowPart(part)) {
        const said = entries.filter((entry) => entry.part === part);
        // A list of texts is decided as one, but each of its lines has its own place in the source.
        const places = LINES.has(part)
          ? rowsOf(value).map((_, place) => `/procedure/${part}/${place}`)
          : [`/procedure/${part}`];
        return places.flatMap((at) => of(at, at, said));
      }
      const { key } = rowRules[part];
      const theirs = rowsOf(own(layers.theirs, part)).map((row) => own(row, key));
      return rowsOf(value).flatMap((row, place) => {
        const id = own(row, key);
        const at = `/procedure/${part}/${place}`;
        const path = `/procedure/${part}/${theirs.indexOf(id)}`;
        const said = entries.filter((entry) => entry.part === part && entry.row === id);
        // The nation has the row, and the province only adds to it.
        const added = theirs.includes(id) && said.every(({ field, state }) => field !== undefined && state === 'own');
        return added ? [...above(at, path), ...(said.length > 0 ? of(at, path, said) : [])] : of(at, path, said);
      });
    }),
    ...(form ? [{ at: '/form', how: 'source' as const, from: release }] : []),
    ...(process === undefined ? [] : [{ at: '/process', how: 'source' as const, from: release }]),
  ];
};

/** A row was given up although something below uses it: that must be mended in the studio first. */
const usesLeft = (entries: readonly LayerEntry[]): readonly OpenPoint[] =>
  entries.flatMap(({ path, merged, conflict, ours }) =>
    conflict?.chosen === 'theirs' && merged === undefined
      ? conflict.uses
          .filter(({ at }) => !at.startsWith(`${path}/`))
          .map((use) => ({
            ...point(`/procedure${path}`, openText.stillUsed(rowName(ours), use.name), 'contradiction', true),
            words: use.at,
          }))
      : [],
  );

/** The condition's words changed; the expression is the province's and may say the old thing. */
const conditionsToSee = (content: JsonRecord, entries: readonly LayerEntry[]): readonly OpenPoint[] =>
  entries.flatMap(({ part, row, field, state, path }) => {
    if (field !== 'whenText' || !['taken', 'conflict'].includes(state)) return [];
    const held = rowsOf(own(content, part)).find((each) => own(each, 'id') === row);
    return held && own(held, 'when') !== undefined
      ? [point(`/procedure${path}`, openText.seeCondition(rowName(held)), 'paper.condition', false)]
      : [];
  });

const unsignedResults = (content: JsonRecord): readonly OpenPoint[] =>
  rowsOf(own(content, 'results')).some((row) => own(row, 'signedFile') === undefined)
    ? [point('/procedure/results', openText.signed(), 'missing', true)]
    : [];

/** What the national version says in words that could not be read, of parts in which it changed something. */
const leftOpenAbove = (entries: readonly LayerEntry[], open: readonly OpenPoint[]): readonly OpenPoint[] => {
  const changed = new Set(entries.filter(isNews).map(({ part }) => part));
  return open
    .filter(
      ({ at, code }) => code.endsWith('not-determined') || (code !== 'missing' && changed.has(at.split('/')[2] ?? '')),
    )
    .map((each) => ({ ...each, at: `/procedure/${escapeToken(each.at.split('/')[2] ?? '')}` }));
};

const rowName = (row: Json | undefined): string => {
  const name = isRecord(row) ? own(row, 'name') : undefined;
  if (isRecord(name)) return String(own(name, 'vi') ?? '');
  return isRecord(row) ? String(own(row, 'id') ?? own(row, 'number') ?? '') : '';
};
