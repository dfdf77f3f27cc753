import type { Localized } from '#engine/result/index.ts';
import { channelName, levelName, listText } from '../describe.ts';
import type { Channel, Level, Procedure } from '../schema/procedure.ts';

interface Scoped {
  readonly cases?: readonly string[];
  readonly channels?: readonly Channel[];
  readonly levels?: readonly Level[];
}

/** "trực tuyến, Đăng ký quá hạn": to what a row applies; empty when to everything. */
export const scopeText = (row: Scoped, { cases }: Procedure): Localized => {
  const named = (row.cases ?? []).map((id): Localized => cases?.find((one) => one.id === id)?.name ?? { vi: id });
  return listText([...(row.channels ?? []).map(channelName), ...(row.levels ?? []).map(levelName), ...named]);
};

/** "Thời hạn giải quyết (trực tuyến)". */
export const withScope = (label: Localized, scope: Localized): Localized =>
  scope.vi === ''
    ? label
    : { vi: `${label.vi} (${scope.vi})`, en: `${label.en ?? label.vi} (${scope.en ?? scope.vi})` };
