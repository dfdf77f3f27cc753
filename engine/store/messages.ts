import { problem, type Problem } from '#engine/result/index.ts';

/** Every refusal of the store, in words. */
export const storeProblems = {
  absenceOverlap: (): Problem =>
    problem(
      'absence.overlap',
      'tu',
      { vi: 'Người này đã có đợt vắng mặt trùng ngày.', en: 'This person is away on one of these days already.' },
      { vi: 'Hãy kết thúc đợt trước, hoặc chọn ngày khác.', en: 'End the other absence, or choose other days.' },
    ),
  text: (path: string): Problem =>
    problem(
      'store.text',
      path,
      {
        vi: 'Nội dung có ký tự không hợp lệ (ký tự rỗng hoặc mã Unicode hỏng).',
        en: 'The text holds a NUL or a broken Unicode character.',
      },
      { vi: 'Gõ lại phần chữ đó rồi gửi lại.', en: 'Type that text again and resend.' },
    ),
  numberTaken: (code: string, number: number): Problem =>
    problem(
      'release.number-taken',
      `/releases/${code}/${number}`,
      {
        vi: `Phiên bản ${number} của thủ tục ${code} đã có với nội dung khác; phiên bản đã lưu không sửa được.`,
        en: `Release ${number} of ${code} exists with other content; a stored release cannot change.`,
      },
      { vi: 'Đánh số phiên bản tiếp theo cho nội dung mới.', en: 'Give the new content the next number.' },
    ),
  sharedTaken: (ref: string): Problem =>
    problem(
      'shared.version-taken',
      `/shared/${ref}`,
      {
        vi: `Danh mục dùng chung ${ref} đã có với nội dung khác.`,
        en: `Shared definition ${ref} exists with other content.`,
      },
      { vi: 'Đặt số phiên bản mới cho nội dung mới.', en: 'Give the new content a new version.' },
    ),
  overlap: (code: string): Problem =>
    problem('catalogue.overlap', `/${code}`, {
      vi: `Hai phiên bản của thủ tục ${code} cùng có hiệu lực tại một thời điểm; không ghi gì.`,
      en: `Two releases of ${code} would be in force at one instant; nothing was written.`,
    }),
  stale: (about: string): Problem =>
    problem(
      'catalogue.stale',
      `/${about}`,
      {
        vi: `Danh mục đã thay đổi từ lúc kiểm tra (${about}).`,
        en: `The catalogue changed after the check (${about}).`,
      },
      { vi: 'Kiểm tra lại quyết định rồi áp dụng.', en: 'Check the decision again, then apply it.' },
    ),
  decisionFixed: (number: string): Problem =>
    problem('decision.fixed', '/number', {
      vi: `Quyết định ${number} đã áp dụng hoặc đã rút, không thay được nội dung.`,
      en: `Decision ${number} is applied or withdrawn; its content cannot change.`,
    }),
  withdrawInEffect: (number: string): Problem =>
    problem(
      'decision.withdraw.in-effect',
      '/effectiveFrom',
      {
        vi: `Quyết định ${number} đã có hiệu lực nên không rút được.`,
        en: `Decision ${number} is in effect and cannot be withdrawn.`,
      },
      { vi: 'Ban hành quyết định mới sửa đổi hoặc bãi bỏ.', en: 'Issue a new decision that amends or repeals.' },
    ),
  withdrawBuiltUpon: (number: string, code: string): Problem =>
    problem(
      'decision.withdraw.built-upon',
      `/${code}`,
      {
        vi: `Một quyết định sau đã thay đổi thủ tục ${code} trên nền quyết định ${number}.`,
        en: `A later decision changed ${code} on top of decision ${number}.`,
      },
      { vi: 'Rút quyết định sau trước.', en: 'Withdraw the later decision first.' },
    ),
  conflict: (expected: number, found: number): Problem =>
    problem(
      'dossier.conflict',
      '/expectedSeq',
      {
        vi: `Hồ sơ vừa được người khác cập nhật (đang ở bước ghi ${found}, Ông/Bà đã xem bước ${expected}).`,
        en: `The dossier has just been changed by somebody else (now at ${found}, you saw ${expected}).`,
      },
      { vi: 'Tải lại hồ sơ rồi thao tác lại.', en: 'Reload the dossier and try again.' },
    ),
  keyReused: (key: string): Problem =>
    problem(
      'command.key-reused',
      '/key',
      { vi: `Mã thao tác ${key} đã dùng cho một nội dung khác.`, en: `Key ${key} was used for another command.` },
      { vi: 'Tải lại trang rồi gửi lại.', en: 'Reload the page and resend.' },
    ),
  codeTaken: (code: string): Problem =>
    problem('dossier.code-taken', '/code', {
      vi: `Mã hồ sơ ${code} đã được cấp.`,
      en: `Dossier code ${code} is taken.`,
    }),
  draftConflict: (): Problem =>
    problem(
      'draft.conflict',
      '/revision',
      { vi: 'Bản khai này vừa được lưu ở một cửa sổ khác.', en: 'This draft was just saved in another window.' },
      { vi: 'Tải lại trang để thấy bản mới nhất.', en: 'Reload to see the newest one.' },
    ),
  nationalConflict: (): Problem =>
    problem(
      'national.conflict',
      '',
      {
        vi: 'Nội dung quốc gia của thủ tục này vừa được đồng bộ ở nơi khác.',
        en: 'The national content of this procedure was just synchronised elsewhere.',
      },
      { vi: 'Hãy tải lại trang rồi đồng bộ lại.', en: 'Reload and synchronise again.' },
    ),
  studioConflict: (by: string | undefined): Problem =>
    problem(
      'studio.conflict',
      '/revision',
      {
        vi: `Bản thiết kế này vừa được ${by ?? 'người khác'} lưu.`,
        en: `${by ?? 'Somebody else'} has just saved this draft.`,
      },
      {
        vi: 'Tải bản mới nhất về rồi sửa tiếp; phần đang sửa vẫn giữ trên máy này.',
        en: 'Load the newest one and go on; what you were changing is kept on this computer.',
      },
    ),
  unitOverlap: (): Problem =>
    problem(
      'units.overlap',
      '/units',
      {
        vi: 'Một mã đơn vị có hai khoảng thời gian hiệu lực chồng nhau.',
        en: 'One unit code has two overlapping validities.',
      },
      { vi: 'Đóng khoảng cũ trước khi mở khoảng mới.', en: 'Close the old validity before opening a new one.' },
    ),
  loginTaken: (login: string): Problem =>
    problem('people.login-taken', '/login', {
      vi: `Tên đăng nhập ${login} đã có người dùng.`,
      en: `Sign-in name ${login} is taken.`,
    }),
};
