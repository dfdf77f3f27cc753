import type { Localized } from '#engine/result/index.ts';
import { applicantName, channelName, levelName, listText } from '../describe.ts';
import type { Change } from '../difference.ts';
import type { Procedure } from '../schema/procedure.ts';
import { nameOf } from '../schema/names.ts';
import { changed, fieldChanges, shorten, text, type Field } from './compare.ts';

const fields: readonly Field<Procedure>[] = [
  { key: 'name', label: text('tên thủ tục', 'name'), show: ({ name }) => name },
  { key: 'field', label: text('lĩnh vực', 'field'), show: ({ field }) => field.name },
  {
    key: 'description',
    label: text('mô tả', 'description'),
    show: ({ description }) => shorten(description ?? { vi: '' }),
  },
  { key: 'keywords', label: text('từ khóa', 'keywords'), show: ({ keywords }) => plain((keywords ?? []).join(', ')) },
  { key: 'levels', label: text('cấp thực hiện', 'levels'), show: ({ levels }) => listText(levels.map(levelName)) },
  {
    key: 'applicants',
    label: text('đối tượng thực hiện', 'applicants'),
    show: ({ applicants }) => listText(applicants.map(applicantName)),
  },
  {
    key: 'channels',
    label: text('cách thức thực hiện', 'channels'),
    show: ({ channels }) => listText(channels.map(channelName)),
  },
  {
    key: 'onlineLevel',
    label: text('mức độ trực tuyến', 'online level'),
    show: ({ onlineLevel }) => plain(onlineLevel ?? ''),
  },
  { key: 'sets', label: text('số lượng hồ sơ (bộ)', 'sets of papers'), show: ({ sets }) => plain(String(sets ?? 1)) },
  {
    key: 'conditions',
    label: text('yêu cầu, điều kiện', 'conditions'),
    show: ({ conditions }) => shorten(listText(conditions ?? [])),
  },
  {
    key: 'publicSteps',
    label: text('trình tự thực hiện', 'public steps'),
    show: ({ publicSteps }) => count(publicSteps?.length ?? 0),
  },
  {
    key: 'replaces',
    label: text('thay thế thủ tục', 'replaces'),
    show: ({ replaces }) => plain((replaces ?? []).join(', ')),
  },
  {
    key: 'onTheSpot',
    label: text('thực hiện 5 bước tại chỗ', 'settled on the spot'),
    show: ({ onTheSpot }) => (onTheSpot ? text('có', 'yes') : text('không', 'no')),
  },
];

/** Name, field, levels, authority, applicants, channels, conditions, steps told to the public. */
export const contentChanges = (before: Procedure, after: Procedure): readonly Change[] => [
  ...fieldChanges('content', '', { vi: '' }, before, after, fields),
  ...authorityChanges(before.authority, after.authority),
  ...noneChanges(before, after),
];

type Authority = Procedure['authority'];

const authorityFields: readonly Field<Authority>[] = [
  { key: 'deciding', label: text('cơ quan quyết định', 'deciding authority'), show: ({ deciding }) => deciding.name },
  {
    key: 'receiving',
    label: text('nơi tiếp nhận', 'receiving places'),
    show: ({ receiving }) =>
      listText(receiving.map(({ unit, level }) => (unit ? plain(unit) : level ? levelName(level) : plain('')))),
  },
  {
    key: 'coordinating',
    label: text('cơ quan phối hợp', 'coordinating authorities'),
    show: ({ coordinating }) => listText((coordinating ?? []).map(({ name }) => name)),
  },
];

const authorityChanges = (before: Authority, after: Authority): readonly Change[] =>
  fieldChanges('content', '/authority', { vi: '' }, before, after, authorityFields);

const noneChanges = (before: Procedure, after: Procedure): readonly Change[] => {
  const old = [...(before.none ?? [])].sort();
  const now = [...(after.none ?? [])].sort();
  if (old.join() === now.join()) return [];
  const list = now.length > 0 ? listText(now.map((part) => nameOf(`/${part}`))) : undefined;
  return [
    changed(
      'content',
      '/none',
      list
        ? text(`Các phần không quy định: ${list.vi}`, `Parts that the law provides none of: ${list.en ?? list.vi}`)
        : text('Không còn phần nào ghi là không quy định', 'No part is said to be none any more'),
      old,
      now,
    ),
  ];
};

const plain = (words: string): Localized => ({ vi: words, en: words });

const count = (steps: number): Localized => text(`${steps} bước`, `${steps} ${steps === 1 ? 'step' : 'steps'}`);
