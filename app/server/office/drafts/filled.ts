import type { Channel, Level, Procedure } from '#engine/definition/index.ts';
import type { Filled, ImportedDraft } from '#engine/import/index.ts';

const LEVELS: readonly Level[] = ['ministry', 'province', 'district', 'commune'];
const CHANNELS: readonly Channel[] = ['counter', 'online', 'post'];
export const APPLICANTS: readonly Procedure['applicants'][number][] = [
  'citizen',
  'overseas-vietnamese',
  'foreigner',
  'business',
  'foreign-business',
  'cooperative',
  'household-business',
  'organisation',
  'foreign-organisation',
  'state-agency',
];

/** What the form "Bổ sung" sent. Boxes left alone change nothing. */
export const readFilled = (fields: FormData, { procedure }: ImportedDraft): Filled => {
  const text = (name: string): string => String(fields.get(name) ?? '').slice(0, 20_000);
  const chosen = <Value extends string>(name: string, known: readonly Value[]): Value[] => {
    const given = new Set(fields.getAll(name).map(String));
    return known.filter((value) => given.has(value));
  };
  const unit = text('giai-quyet');
  const named = text('ten-co-quan').trim() || procedure.authority?.deciding?.name.vi;
  const levels = chosen('tiep-nhan', LEVELS).map((level) => ({ level }));
  const counter = text('tiep-nhan-don-vi');
  const signed = text('ky-so');
  return {
    code: text('ma'),
    name: text('ten'),
    field: text('linh-vuc'),
    levels: chosen('cap', LEVELS),
    applicants: chosen('doi-tuong', APPLICANTS),
    channels: chosen('kenh', CHANNELS),
    ...(unit !== '' && named ? { deciding: { name: { vi: named }, unit } } : {}),
    receiving: [...levels, ...(counter === '' ? [] : [{ unit: counter }])],
    limit: text('thoi-han'),
    fee: text('phi'),
    papers: text('giay-to'),
    result: text('ket-qua'),
    steps: text('trinh-tu'),
    conditions: text('dieu-kien'),
    ...(signed === '' ? {} : { signedFile: signed === 'co' }),
    basis: text('can-cu'),
    settled: fields.getAll('da-xem').map(String),
  };
};
