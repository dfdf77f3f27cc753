import type { Release } from '#engine/definition/index.ts';
import { problem, type Localized, type Problem } from '#engine/result/index.ts';
import { alignNational } from './align.ts';
import { isRecord, own, toJson, type Json, type JsonRecord } from './json.ts';
import { mergeLayers } from './merge.ts';
import type { LayerEntry } from './types.ts';

const MOST = 20;

/**
 * Where a release says something else than the national version it takes in, in what is the nation's to say: a warning
 * each. Deciding for one's own words in a conflict is one; so is editing them by hand afterwards.
 */
export const departures = ({ procedure }: Pick<Release, 'procedure'>, national: JsonRecord): readonly Problem[] => {
  const ours = toJson(procedure);
  const aligned = alignNational(national, [ours]);
  const { channels: _channels, ...theirs } = aligned;
  return mergeLayers({ base: theirs, theirs, ours })
    .entries.filter(({ state }) => state === 'departs')
    .slice(0, MOST)
    .map(departed);
};

const departed = ({ path, theirs, ours }: LayerEntry): Problem => {
  const [above, here] = [wordsOf(theirs), wordsOf(ours)];
  const message: Localized =
    above !== undefined && here !== undefined
      ? {
          vi: `Khác nội dung quốc gia: quốc gia ghi “${above}”, bản này ghi “${here}”.`,
          en: `Differs from the national content: “${above}” there, “${here}” here.`,
        }
      : ours === undefined
        ? {
            vi: `Nội dung quốc gia có${above === undefined ? '' : ` “${above}”`}, bản này không có.`,
            en: `The national content has${above === undefined ? '' : ` “${above}”`}; this release does not.`,
          }
        : { vi: 'Khác nội dung quốc gia đã tiếp nhận.', en: 'Differs from the national content that was taken in.' };
  return problem(
    'layers.departs',
    path,
    message,
    {
      vi: 'Chỉ giữ nếu tỉnh được giao quy định; nếu không, hãy lấy lại theo quốc gia.',
      en: 'Keep it only where the province may regulate; otherwise take the national words.',
    },
    'warning',
  );
};

const wordsOf = (value: Json | undefined): string | undefined => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!isRecord(value)) return undefined;
  const said = own(value, 'vi') ?? own(value, 'name') ?? own(value, 'number');
  return said === undefined ? undefined : wordsOf(said);
};
