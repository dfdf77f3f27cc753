import { problem, type Localized, type Problem } from '#engine/result/index.ts';

/** What the use cases refuse by themselves, in words. */
/** What owners of drafts are told. */
export const noticeTexts = {
  closing: (name: string, code: string, from: string, decision: string, instead: string | undefined): string =>
    `Thủ tục ${name} (${code}) ngừng nhận hồ sơ từ ${from}, theo Quyết định ${decision}. Ông/Bà đang soạn dở một hồ sơ: trước lúc đó vẫn nộp được${instead === undefined ? '.' : `, sau đó nộp theo thủ tục ${instead}.`}`,
  stepDue: (step: string, code: string, due: string, free: boolean): string =>
    `Bước “${step}” của hồ sơ ${code} đến hạn ${due}.${free ? ' Chưa có ai nhận việc này.' : ''}`,
  reopened: (code: string, decision: string): string =>
    `Quyết định ${decision} đã bị rút: thủ tục ${code} vẫn nhận hồ sơ như trước. Hồ sơ Ông/Bà đang soạn dở vẫn nộp được.`,
};

export const say = {
  paperNotHeld: (path: string, name: Localized): Problem =>
    problem(
      'dossier.paper.not-held',
      path,
      {
        vi: `Bản điện tử đã chọn cho “${name.vi}” không phải bản đang giữ của đúng người này, hoặc không còn hiệu lực.`,
        en: `The copy chosen for “${name.en ?? name.vi}” is not one held of this very person, or no longer holds.`,
      },
      { vi: 'Hãy bỏ chọn bản đó, rồi nhận bản khác.', en: 'Take that copy away and receive another.' },
    ),
  queueKindTwice: (id: string): Problem =>
    problem(
      'queue.kind-twice',
      '/kinds',
      { vi: `Loại việc có mã ${id} được ghi hai lần.`, en: `The kind of service ${id} is listed twice.` },
      { vi: 'Hãy giữ lại một dòng.', en: 'Keep one of the lines.' },
    ),
  nonTerritorialNotYet: (): Problem =>
    problem(
      'non-territorial.not-offered',
      '/competentUnit',
      {
        vi: 'Vào ngày này quy định chưa cho phép tiếp nhận thay đơn vị khác (phi địa giới hành chính).',
        en: 'On this day the rules do not allow a counter to take in for another unit.',
      },
      { vi: 'Hãy hướng dẫn nộp tại đơn vị có thẩm quyền.', en: 'Direct the applicant to the competent unit.' },
    ),
  nonTerritorialUnit: (name: string): Problem =>
    problem(
      'non-territorial.unit',
      '/competentUnit',
      {
        vi: `Không tiếp nhận thay được cho ${name}: thủ tục này, đơn vị này hoặc quầy này không thuộc diện phi địa giới hành chính.`,
        en: `This counter cannot take this procedure in for ${name}.`,
      },
      { vi: 'Hãy chọn đơn vị khác trong danh sách.', en: 'Choose another unit of the list.' },
    ),
  incidentWho: (): Problem =>
    problem(
      'incident.who',
      '',
      {
        vi: 'Chỉ lãnh đạo đơn vị hoặc Văn phòng UBND tỉnh được ghi sự cố của đơn vị.',
        en: 'Only who leads the unit or the province office may do this.',
      },
      { vi: 'Hãy nhờ lãnh đạo đơn vị.', en: 'Ask the head of the unit.' },
    ),
  incidentTime: (): Problem =>
    problem(
      'incident.time',
      'tu',
      {
        vi: 'Thời gian chưa đúng: sự cố bắt đầu trước lúc kết thúc, và cả hai không ở tương lai.',
        en: 'The time is not right: it begins before it ends, and neither is in the future.',
      },
      { vi: 'Hãy nhập ngày/tháng/năm và giờ:phút.', en: 'Write day/month/year and hour:minute.' },
    ),
  incidentGround: (): Problem =>
    problem(
      'incident.ground',
      'can-cu',
      { vi: 'Hãy ghi căn cứ của sự cố.', en: 'Give the ground of the incident.' },
      { vi: 'Ví dụ: thông báo cắt điện, số quyết định phong tỏa.', en: 'A notice, or the number of a decision.' },
    ),
  announcementWho: (): Problem =>
    problem('announcement.who', '', {
      vi: 'Chỉ Văn phòng UBND tỉnh hoặc quản trị được công bố thay đổi lịch làm việc.',
      en: 'Only the province office or the administrator may change the calendar.',
    }),
  announcementDays: (): Problem =>
    problem(
      'announcement.days',
      'ngay',
      { vi: 'Ngày hoặc tên của ngày chưa đúng.', en: 'The day or its name is not right.' },
      {
        vi: 'Hãy nhập theo ngày/tháng/năm, ví dụ 16/07/2021, và ghi tên ngày.',
        en: 'Write day/month/year and a name.',
      },
    ),
  announcementSame: (): Problem =>
    problem('announcement.same', 'ngay', {
      vi: 'Lịch đã như vậy: ngày này không thay đổi gì.',
      en: 'The calendar says so already: nothing changes on that day.',
    }),
  staffWho: (): Problem =>
    problem(
      'staff.who',
      '',
      {
        vi: 'Chỉ quản trị hệ thống được lập tài khoản, giao và thu vai trò.',
        en: 'Only an administrator makes accounts and gives roles.',
      },
      { vi: 'Hãy nhờ quản trị hệ thống.', en: 'Ask an administrator.' },
    ),
  staffLogin: (): Problem =>
    problem(
      'staff.login',
      '/login',
      {
        vi: 'Tên đăng nhập gồm 3 đến 60 chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới.',
        en: 'A sign-in name has 3 to 60 small letters without marks, digits, dots, hyphens, underscores.',
      },
      { vi: 'Ví dụ: thoxuong.motcua2', en: 'For example: thoxuong.motcua2' },
    ),
  staffName: (): Problem =>
    problem(
      'staff.name',
      '/name',
      {
        vi: 'Chưa có tài khoản nào mang tên đăng nhập này, nên cần họ tên và chức danh để lập tài khoản.',
        en: 'No account has this sign-in name yet; a name and a title are needed to make one.',
      },
      { vi: 'Hãy ghi họ tên và chức danh, hoặc sửa tên đăng nhập.', en: 'Write them, or mend the sign-in name.' },
    ),
  staffCitizen: (login: string): Problem =>
    problem(
      'staff.citizen',
      '/login',
      { vi: `${login} là tài khoản của người dân.`, en: `${login} is a citizen’s account.` },
      { vi: 'Hãy chọn tên đăng nhập khác.', en: 'Choose another sign-in name.' },
    ),
  staffUnit: (unit: string, day: string): Problem =>
    problem(
      'staff.unit',
      '/unit',
      { vi: `Đơn vị ${unit} không hoạt động vào ${day}.`, en: `The unit ${unit} does not exist on ${day}.` },
      { vi: 'Hãy chọn ngày khác.', en: 'Choose another day.' },
    ),
  staffDays: (): Problem =>
    problem(
      'staff.days',
      '/from',
      {
        vi: 'Ngày chưa đúng: vai trò bắt đầu từ hôm nay trở đi và không kết thúc trước khi bắt đầu.',
        en: 'The days are not right: a role begins today or later and does not end before it begins.',
      },
      { vi: 'Hãy nhập theo ngày/tháng/năm, ví dụ 20/07/2021.', en: 'Write day/month/year, such as 20/07/2021.' },
    ),
  staffOverlap: (name: string, role: string): Problem =>
    problem(
      'staff.overlap',
      '/role',
      {
        vi: `${name} đã có vai trò ${role} tại đơn vị này trong thời gian đó.`,
        en: `${name} already has the role ${role} at this unit at that time.`,
      },
      {
        vi: 'Hãy cho thôi vai trò đang có trước, hoặc chọn ngày khác.',
        en: 'End the present one first, or choose other days.',
      },
    ),
  staffNoAssignment: (): Problem =>
    problem(
      'staff.no-assignment',
      '/role',
      {
        vi: 'Vai trò này không còn như lúc trang được mở.',
        en: 'This role is no longer as it was when the page was opened.',
      },
      { vi: 'Hãy tải lại trang.', en: 'Load the page again.' },
    ),
  staffLastAdmin: (): Problem =>
    problem(
      'staff.last-admin',
      '/role',
      {
        vi: 'Đây là quản trị hệ thống cuối cùng: thôi vai trò này thì không còn ai giao được vai trò.',
        en: 'This is the last administrator: nobody could give roles any more.',
      },
      { vi: 'Hãy giao vai trò quản trị cho người khác trước.', en: 'Give the role to somebody else first.' },
    ),
  absenceWho: (): Problem =>
    problem(
      'absence.who',
      '',
      {
        vi: 'Chỉ người vắng mặt hoặc lãnh đạo đơn vị được ghi, kết thúc đợt vắng mặt.',
        en: 'Only the person or who leads the unit may do this.',
      },
      { vi: 'Hãy nhờ lãnh đạo đơn vị.', en: 'Ask the head of the unit.' },
    ),
  absenceDays: (): Problem =>
    problem(
      'absence.days',
      'tu',
      {
        vi: 'Ngày vắng mặt chưa đúng: từ ngày phải trước hoặc bằng đến ngày, và chưa qua.',
        en: 'The days are not right: from must not be after to, nor past.',
      },
      { vi: 'Hãy nhập theo ngày/tháng/năm, ví dụ 20/07/2021.', en: 'Write day/month/year, such as 20/07/2021.' },
    ),
  absenceSubstitute: (): Problem =>
    problem(
      'absence.substitute',
      'thay',
      {
        vi: 'Người làm thay phải là một người khác đang làm việc ở đơn vị.',
        en: 'The substitute must be somebody else who works at the unit.',
      },
      { vi: 'Hãy chọn người khác.', en: 'Choose somebody else.' },
    ),
  noDossier: (): Problem =>
    problem('dossier.unknown', '/dossier', { vi: 'Không có hồ sơ này.', en: 'There is no such dossier.' }),
  tablesDiffer: (tables: readonly string[]): Problem =>
    problem(
      'dossier.tables',
      `/${tables.join(',')}`,
      {
        vi: `Dữ liệu dùng cho danh sách (${tables.join(', ')}) không khớp với hồ sơ.`,
        en: `What lists are read from (${tables.join(', ')}) does not match the dossier.`,
      },
      {
        vi: 'Chạy lệnh "dossier rebuild" để ghi lại từ các sự kiện.',
        en: 'Run "dossier rebuild": it is written anew from the events.',
      },
    ),
  unknownProcedure: (code: string): Problem =>
    problem(
      'intake.unknown',
      '/procedure',
      { vi: `Không có thủ tục ${code}.`, en: `There is no procedure ${code}.` },
      { vi: 'Tìm thủ tục theo tên.', en: 'Search for the procedure by its name.' },
    ),
  intakeClosed: (code: string, replacedBy: string | undefined): Problem =>
    problem(
      'intake.closed',
      '/procedure',
      {
        vi: `Thủ tục ${code} đã hết hiệu lực, không tiếp nhận hồ sơ mới.`,
        en: `${code} is no longer in force; no new dossier is taken in.`,
      },
      replacedBy === undefined
        ? { vi: 'Tìm thủ tục đang có hiệu lực.', en: 'Search for one that is in force.' }
        : { vi: `Nộp hồ sơ theo thủ tục ${replacedBy}.`, en: `File under ${replacedBy} instead.` },
    ),
  intakeNotYet: (code: string, day: string): Problem =>
    problem(
      'intake.not-yet',
      '/procedure',
      { vi: `Thủ tục ${code} chưa có hiệu lực.`, en: `${code} is not in force yet.` },
      { vi: `Nộp hồ sơ từ ngày ${day}.`, en: `File from ${day} on.` },
    ),
  intakeWaits: (code: string): Problem =>
    problem(
      'intake.awaits-process',
      '/procedure',
      {
        vi: `Quy trình nội bộ của thủ tục ${code} chưa được phê duyệt.`,
        en: `The internal process of ${code} is not approved yet.`,
      },
      { vi: 'Nộp hồ sơ sau khi quy trình được phê duyệt.', en: 'File once it is approved.' },
    ),
  wrongUnit: (unit: string): Problem =>
    problem(
      'intake.unit',
      '/receivingUnit',
      { vi: `Đơn vị ${unit} không tiếp nhận thủ tục này.`, en: `Unit ${unit} does not take in this procedure.` },
      { vi: 'Chọn một đơn vị trong danh sách nơi tiếp nhận.', en: 'Choose one of the receiving units.' },
    ),
  wrongChannel: (channel: string): Problem =>
    problem('intake.channel', '/channel', {
      vi: `Thủ tục này không tiếp nhận ${channelName[channel] ?? channel}.`,
      en: `This procedure is not taken in by ${channel}.`,
    }),
  noUnit: (): Problem =>
    problem(
      'intake.unit-missing',
      '/receivingUnit',
      { vi: 'Chưa chọn nơi tiếp nhận hồ sơ.', en: 'No receiving unit was chosen.' },
      { vi: 'Chọn nơi tiếp nhận.', en: 'Choose one.' },
    ),
  noCalendar: (unit: string): Problem =>
    problem('units.no-calendar', '/receivingUnit', {
      vi: `Chưa có lịch làm việc cho đơn vị ${unit}.`,
      en: `There is no working calendar for unit ${unit}.`,
    }),
  noProcedure: (): Problem =>
    problem('command.no-procedure', '/procedure', { vi: 'Chưa nêu thủ tục.', en: 'No procedure was named.' }),
  noDraft: (): Problem =>
    problem('draft.unknown', '/draft', { vi: 'Bản khai này không còn.', en: 'This draft is gone.' }),
  noDecision: (number: string): Problem =>
    problem('decision.unknown', '/number', {
      vi: `Không có Quyết định ${number} trong hệ thống.`,
      en: `There is no decision ${number}.`,
    }),
  mayNot: (what: { readonly vi: string; readonly en: string }): Problem =>
    problem('decision.may-not', '', { vi: `Ông/Bà không có quyền ${what.vi}.`, en: `You may not ${what.en}.` }),
  transferState: (): Problem =>
    problem(
      'reorganisation.state',
      '',
      { vi: 'Việc chuyển giao hồ sơ không ở trạng thái này nữa.', en: 'The handing over is no longer in that state.' },
      { vi: 'Tải lại trang để xem tình trạng hiện nay.', en: 'Reload the page to see where it stands.' },
    ),
  reorganised: (decision: string): string => `Theo Quyết định ${decision} về sắp xếp đơn vị`,
  reorganisedLate: (): Problem => ({
    ...problem(
      'decision.organisation.late',
      '/effectiveFrom',
      {
        vi: 'Ngày hiệu lực đã qua: đơn vị thay đổi ngay khi áp dụng, hồ sơ nộp đến lúc đó được chuyển giao.',
        en: 'The day has passed: units change as soon as it is applied, and what was submitted until then is handed over.',
      },
      { vi: 'Nếu có thể, nhập quyết định trước ngày hiệu lực.', en: 'Where possible, enter it before the day.' },
    ),
    severity: 'warning',
  }),
  ownDecision: (): Problem =>
    problem(
      'decision.own',
      '/approver',
      {
        vi: 'Người soạn không được tự phê duyệt quyết định của mình.',
        en: 'The author may not approve their own decision.',
      },
      { vi: 'Nhờ một người khác có quyền phê duyệt.', en: 'Ask another person who may approve.' },
    ),
  otherContent: (): Problem =>
    problem(
      'decision.other-content',
      '/contentHash',
      {
        vi: 'Nội dung đã thay đổi từ lúc Ông/Bà xem; chưa phê duyệt.',
        en: 'The content changed after you looked at it; nothing was approved.',
      },
      { vi: 'Xem lại quyết định rồi phê duyệt.', en: 'Look at it again, then approve.' },
    ),
  wrongStatus: (number: string, status: string): Problem =>
    problem('decision.status', '/status', {
      vi: `Quyết định ${number} đang ở trạng thái “${statusName[status] ?? status}”.`,
      en: `Decision ${number} is ${status}.`,
    }),
  noReason: (): Problem =>
    problem(
      'decision.withdraw.reason',
      '/reason',
      { vi: 'Chưa nêu lý do rút quyết định.', en: 'No reason was given.' },
      { vi: 'Ghi lý do.', en: 'Give one.' },
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
  altered: (): Problem =>
    problem('dossier.snapshot', '', {
      vi: 'Bản lưu hiện tại của hồ sơ khác với những gì các sự kiện kể lại.',
      en: 'The stored state differs from what the events tell.',
    }),
  logChain: (entry: number): Problem =>
    problem('log.chain', `/${entry}`, {
      vi: `Mục ${entry} của nhật ký không nối tiếp mục trước: nhật ký đã bị sửa hoặc thiếu mục.`,
      en: `Entry ${entry} does not follow from the one before: the log was changed, or an entry is missing.`,
    }),
  logReleaseMissing: (entry: number, code: string, release: number): Problem =>
    problem('log.release-missing', `/${entry}/${code}`, {
      vi: `Không còn phiên bản ${release} của thủ tục ${code} mà mục ${entry} đã công bố.`,
      en: `Release ${release} of ${code}, which entry ${entry} published, is gone.`,
    }),
  logReleaseContent: (entry: number, code: string, release: number): Problem =>
    problem('log.release-content', `/${entry}/${code}`, {
      vi: `Nội dung phiên bản ${release} của thủ tục ${code} khác nội dung đã công bố ở mục ${entry}.`,
      en: `The content of release ${release} of ${code} is not what entry ${entry} published.`,
    }),
  logDecisionContent: (entry: number, decision: string): Problem =>
    problem('log.decision-content', `/${entry}`, {
      vi: `Nội dung Quyết định ${decision} khác nội dung đã được duyệt và ghi ở mục ${entry}.`,
      en: `The content of decision ${decision} is not what was approved and entered as ${entry}.`,
    }),
  logNotSeen: (hash: string): Problem =>
    problem('log.not-seen', hash, {
      vi: `Nhật ký không còn mục nào có mã băm ${hash}: những gì đã công bố trước đó đã bị sửa.`,
      en: `No entry of the log has the hash ${hash} any more: what was published before has been changed.`,
    }),
};

const statusName: Readonly<Record<string, string>> = {
  draft: 'dự thảo',
  approved: 'đã phê duyệt',
  applied: 'đã công bố',
  withdrawn: 'đã rút',
};

const channelName: Readonly<Record<string, string>> = {
  counter: 'trực tiếp tại bộ phận một cửa',
  online: 'trực tuyến',
  post: 'qua dịch vụ bưu chính công ích',
};
