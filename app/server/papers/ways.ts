import { formatDate } from '#engine/clock/index.ts';
import { awaitsArrival, competentUnit } from '#engine/dossier/index.ts';
import type { PaperContext } from './context.ts';
import { printedMoment } from './words.ts';

/** How the dossier came, where that is more than a person at the desk or a filing on line. */
export const printedDelivery = ({ state: { delivery, channel } }: PaperContext): string => {
  if (delivery?.type === 'kiosk') return `Ki-ốt thông minh${delivery.kiosk ? ` ${delivery.kiosk}` : ''}`;
  if (channel !== 'post') return '';
  return [
    'Bưu chính công ích',
    ...(delivery ? [`đến ngày ${formatDate(delivery.arrivedOn)}`] : []),
    ...(delivery?.item ? [`bưu gửi số ${delivery.item}`] : []),
  ].join(', ');
};

/** Taken in for another unit: both by name, and from when time counts (NĐ 309/2026/NĐ-CP Điều 17 khoản 3). */
export const printedElsewhere = ({ state, unit }: PaperContext): readonly string[] => {
  const { nonTerritorial } = state;
  if (!nonTerritorial) return [];
  const name = (code: string): string => unit(code)?.name ?? code;
  const start =
    nonTerritorial.clockStart === 'acceptance'
      ? []
      : nonTerritorial.arrivedAt === undefined
        ? ['Thời hạn giải quyết tính từ khi cơ quan có thẩm quyền nhận được hồ sơ.']
        : [`Cơ quan có thẩm quyền nhận được hồ sơ: ${printedMoment(nonTerritorial.arrivedAt)}.`];
  return [
    `Nơi tiếp nhận và trả kết quả: ${name(state.receivingUnit)}`,
    `Cơ quan có thẩm quyền giải quyết: ${name(competentUnit(state))}`,
    ...start,
  ];
};

/** The day of the result, while it cannot be known yet. */
const dueLater = ({ state }: PaperContext): string | undefined =>
  awaitsArrival(state) && state.nonTerritorial?.clockStart === 'arrival'
    ? 'Báo sau, khi cơ quan có thẩm quyền nhận được hồ sơ'
    : undefined;

/** When the result is promised for, or what is said where no day can be. */
export const printedDue = (context: PaperContext): string => {
  const { promised } = context.state;
  if (promised?.due) return printedMoment(promised.due);
  return dueLater(context) ?? promised?.summary.vi ?? 'Theo lịch của cơ quan giải quyết';
};
