import type { Channel } from '#engine/definition/index.ts';
import { unreachable, type Localized } from '#engine/result/index.ts';
import type { DossierState } from './types.ts';

export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** TrangThaiHoSo of the national portal: a projection of the finer state. */
export const nationalStatus = (
  state: Pick<DossierState, 'status' | 'workStartedAt' | 'acceptedAt'>,
): NationalStatus => {
  switch (state.status) {
    case 'submitted':
      return 1;
    case 'processing':
      return state.workStartedAt === undefined ? 2 : 4;
    case 'refused':
      return 3;
    case 'supplement':
      return 5;
    case 'obligation':
      return 6;
    case 'withdrawn':
      return 7;
    case 'suspended':
    case 'stopped':
      return 8;
    case 'finished':
      return 9;
    case 'returned':
      return 10;
    default:
      return unreachable(state.status);
  }
};

const NAMES: Readonly<Record<NationalStatus, Localized>> = {
  1: { vi: 'Mới đăng ký', en: 'Newly filed' },
  2: { vi: 'Được tiếp nhận', en: 'Accepted' },
  3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { vi: 'Đang xử lý', en: 'In progress' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment requested' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the applicant' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Settled' },
  10: { vi: 'Đã trả kết quả', en: 'Result handed out' },
};

export const nationalStatusName = (status: NationalStatus): Localized => NAMES[status];

/** KenhThucHien: 1 in person, 2 on line, 3 by public post. */
export const channelCode = (channel: Channel): 1 | 2 | 3 => {
  switch (channel) {
    case 'counter':
      return 1;
    case 'online':
      return 2;
    case 'post':
      return 3;
    default:
      return unreachable(channel);
  }
};
