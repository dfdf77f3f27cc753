import { formatDate, type LocalDate } from '#engine/clock/index.ts';
import { problem, type Problem } from '#engine/result/index.ts';

/** What may be wrong with a reorganisation against the units as they are, in words. */
export const say = {
  unknownUnit: (path: string, code: string): Problem =>
    problem(
      'organisation.unit.unknown',
      path,
      { vi: `Trước ngày hiệu lực không có đơn vị mã ${code}.`, en: `Before the day there is no unit ${code}.` },
      { vi: 'Kiểm tra lại mã đơn vị.', en: 'Check the code.' },
    ),
  unitTwice: (path: string, code: string): Problem =>
    problem(
      'organisation.unit.twice',
      path,
      { vi: `Đơn vị ${code} được ghi ở hai thay đổi.`, en: `Unit ${code} is in two changes.` },
      { vi: 'Mỗi đơn vị chỉ ghi một lần.', en: 'Name each unit once.' },
    ),
  codeTaken: (path: string, code: string, name: string): Problem =>
    problem(
      'organisation.unit.code-taken',
      path,
      {
        vi: `Mã ${code} đang là của ${name}, đơn vị này không thôi hoạt động.`,
        en: `${code} is the code of ${name}, which goes on.`,
      },
      {
        vi: 'Ghi đơn vị đó vào "from" nếu nó được hợp nhất, chia, chuyển hoặc đổi tên; nếu không, chọn mã khác.',
        en: 'Name that unit in "from" if it is merged, split, moved or renamed; else choose another code.',
      },
    ),
  noParent: (path: string, code: string, parent: string): Problem =>
    problem(
      'organisation.unit.no-parent',
      path,
      {
        vi: `Từ ngày hiệu lực, ${code} trực thuộc ${parent} nhưng không có đơn vị đó.`,
        en: `From the day on, ${code} belongs to ${parent}, which does not exist then.`,
      },
      { vi: 'Ghi đơn vị cấp trên mới.', en: 'Name the new superior unit.' },
    ),
  orphan: (code: string, name: string, parent: string): Problem =>
    problem(
      'organisation.unit.orphan',
      '/organisation/changes',
      {
        vi: `${name} (${code}) trực thuộc ${parent}; đơn vị này thôi hoạt động.`,
        en: `${name} (${code}) belongs to ${parent}, which ends.`,
      },
      { vi: `Thêm một thay đổi chuyển ${code} sang đơn vị cấp trên mới.`, en: `Move ${code} to its new superior.` },
    ),
  noCalendar: (path: string, calendar: string): Problem =>
    problem(
      'organisation.unit.no-calendar',
      path,
      { vi: `Không có lịch làm việc "${calendar}".`, en: `There is no working calendar "${calendar}".` },
      { vi: 'Chọn một lịch trong trang Lịch làm việc.', en: 'Choose one of the calendars page.' },
    ),
  identTaken: (path: string, identCode: string): Problem =>
    problem(
      'organisation.unit.ident-taken',
      path,
      {
        vi: `Mã định danh ${identCode} sẽ là của hai đơn vị, mã hồ sơ của hai nơi sẽ trùng nhau.`,
        en: `Two units would have the identification code ${identCode}, and their dossiers the same codes.`,
      },
      { vi: 'Mỗi đơn vị đang hoạt động có một mã định danh riêng.', en: 'Give each its own.' },
    ),
  laterRow: (code: string, day: LocalDate): Problem =>
    problem(
      'organisation.unit.later-change',
      '/effectiveFrom',
      {
        vi: `Đơn vị ${code} đã có thay đổi khác từ ngày ${formatDate(day)}.`,
        en: `Unit ${code} already changes on ${formatDate(day)}.`,
      },
      {
        vi: 'Rút quyết định kia trước, hoặc chọn ngày hiệu lực sau ngày đó.',
        en: 'Withdraw the other decision first, or choose a later day.',
      },
    ),
  heirUnknown: (path: string, code: string): Problem =>
    problem(
      'organisation.heir.unknown',
      path,
      {
        vi: `Từ ngày hiệu lực không có đơn vị ${code} để tiếp nhận.`,
        en: `From the day on there is no unit ${code} to take over.`,
      },
      { vi: 'Ghi mã một đơn vị hoạt động từ ngày đó.', en: 'Name a unit that exists from that day on.' },
    ),
  noPerson: (path: string, login: string): Problem =>
    problem(
      'organisation.staff.unknown',
      path,
      { vi: `Không có cán bộ nào có tên đăng nhập "${login}".`, en: `Nobody signs in as "${login}".` },
      { vi: 'Kiểm tra lại tên đăng nhập.', en: 'Check the sign-in name.' },
    ),
  nothingToRollBack: (number: string): Problem =>
    problem(
      'organisation.rolls-back.nothing',
      '/organisation/rollsBack',
      {
        vi: `Không có quyết định sắp xếp ${number} đang được áp dụng.`,
        en: `No reorganisation ${number} is in effect.`,
      },
      { vi: 'Kiểm tra lại số quyết định.', en: 'Check the number.' },
    ),
  rollBackBefore: (number: string): Problem =>
    problem(
      'organisation.rolls-back.too-early',
      '/effectiveFrom',
      {
        vi: `Quyết định ${number} chưa có hiệu lực vào ngày này.`,
        en: `Decision ${number} is not in effect on that day.`,
      },
      { vi: 'Rút quyết định đó thay vì khôi phục.', en: 'Withdraw it instead.' },
    ),
  changedSince: (code: string): Problem =>
    problem(
      'organisation.rolls-back.changed-since',
      '/organisation/rollsBack',
      {
        vi: `Đơn vị ${code} đã được một quyết định sau thay đổi tiếp.`,
        en: `A later decision has changed unit ${code} again.`,
      },
      { vi: 'Khôi phục quyết định sau trước.', en: 'Roll back the later one first.' },
    ),
  noReceiver: (code: string, name: string): Problem =>
    problem(
      'organisation.procedure.no-receiver',
      '/organisation/transfers',
      {
        vi: `Thủ tục ${code} (${name}) không còn nơi tiếp nhận từ ngày hiệu lực.`,
        en: `Nobody would take in ${code} (${name}) from the day on.`,
      },
      {
        vi: 'Chuyển thủ tục đến cấp hoặc đơn vị khác ("transfers"), hoặc bãi bỏ, sửa đổi bằng quyết định công bố trước.',
        en: 'Transfer it to another level or unit, or repeal or amend it by a publication first.',
      },
    ),
  unstaffed: (units: readonly string[], count: number): Problem => ({
    ...problem(
      'organisation.unit.unstaffed',
      '/organisation/staff',
      {
        vi: `${count} đơn vị có Bộ phận Một cửa nhưng chưa ai giữ vai trò tiếp nhận: ${units.join(', ')}${count > units.length ? '…' : '.'}`,
        en: `${count} units have a counter and nobody who takes in: ${units.join(', ')}${count > units.length ? '…' : '.'}`,
      },
      { vi: 'Phân công người trước ngày hiệu lực.', en: 'Assign people before the day.' },
    ),
    severity: 'warning',
  }),
} as const;
