import type { Localized } from '#engine/result/index.ts';
import type { DossierCommand, DossierStatus, Role } from './types.ts';

/** Short names of what the room deals in, for its sentences and for pages. */

export const commandNames: Readonly<Record<DossierCommand['type'], Localized>> = {
  submit: { vi: 'nộp hồ sơ', en: 'submit' },
  accept: { vi: 'tiếp nhận hồ sơ', en: 'accept' },
  refuse: { vi: 'từ chối tiếp nhận hồ sơ', en: 'refuse' },
  'receive-transfer': { vi: 'nhận hồ sơ chuyển đến', en: 'receive the dossier sent over' },
  claim: { vi: 'nhận xử lý bước', en: 'take up the task' },
  assign: { vi: 'phân công xử lý', en: 'assign the task' },
  complete: { vi: 'hoàn thành bước', en: 'complete the task' },
  'sign-result': { vi: 'ký kết quả', en: 'sign the result' },
  'attach-result': { vi: 'đính kèm kết quả', en: 'attach the result' },
  'ask-supplement': { vi: 'yêu cầu bổ sung hồ sơ', en: 'ask for a supplement' },
  'supply-supplement': { vi: 'nộp bổ sung hồ sơ', en: 'supply the supplement' },
  'bring-paper': {
    vi: 'chuyển kết quả của hồ sơ liên thông vào hồ sơ',
    en: 'bring a linked dossier’s result',
  },
  'ask-payment': { vi: 'yêu cầu thực hiện nghĩa vụ tài chính', en: 'ask for payment' },
  'record-payment': { vi: 'ghi nhận thanh toán', en: 'record a payment' },
  extend: { vi: 'xin lỗi và hẹn lại ngày trả kết quả', en: 'apologise and set a new date' },
  suspend: { vi: 'tạm dừng giải quyết', en: 'suspend' },
  resume: { vi: 'tiếp tục giải quyết', en: 'resume' },
  withdraw: { vi: 'rút hồ sơ', en: 'withdraw' },
  finish: { vi: 'kết thúc giải quyết', en: 'finish' },
  'hand-out': { vi: 'trả kết quả', en: 'hand out the result' },
  stop: { vi: 'dừng giải quyết hồ sơ', en: 'stop' },
  comment: { vi: 'ghi ý kiến trao đổi', en: 'comment' },
  'ask-opinion': { vi: 'lấy ý kiến đơn vị khác', en: 'ask another unit’s opinion' },
  'give-opinion': { vi: 'trả lời ý kiến', en: 'give the opinion' },
  propose: { vi: 'đề nghị việc cần hai người', en: 'propose an act of two persons' },
  confirm: { vi: 'xác nhận đề nghị', en: 'confirm the proposal' },
  reject: { vi: 'không đồng ý đề nghị', en: 'reject the proposal' },
  'fire-timer': { vi: 'chạy hẹn giờ', en: 'fire the timer' },
  'hear-signal': { vi: 'nhận tín hiệu từ hồ sơ khác', en: 'hear a signal' },
  convert: { vi: 'chuyển hồ sơ sang quy định mới', en: 'convert to another release' },
  'ask-conversion': { vi: 'hỏi người nộp về quy định mới', en: 'ask the applicant about the new release' },
  'answer-conversion': { vi: 'trả lời về quy định mới', en: 'answer about the new release' },
  recount: { vi: 'tính lại thời hạn theo lịch mới', en: 'count the time anew' },
  transfer: { vi: 'chuyển giao hồ sơ theo sắp xếp đơn vị', en: 'hand over by a reorganisation' },
  'revert-conversion': { vi: 'trả hồ sơ về quy định cũ', en: 'take a conversion back' },
};

export const statusNames: Readonly<Record<DossierStatus, Localized>> = {
  submitted: { vi: 'Mới đăng ký', en: 'Submitted' },
  refused: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  processing: { vi: 'Đang xử lý', en: 'In progress' },
  supplement: { vi: 'Chờ bổ sung', en: 'Waiting for the supplement' },
  obligation: { vi: 'Chờ thực hiện nghĩa vụ tài chính', en: 'Waiting for payment' },
  suspended: { vi: 'Tạm dừng giải quyết', en: 'Suspended' },
  withdrawn: { vi: 'Đã rút hồ sơ', en: 'Withdrawn' },
  stopped: { vi: 'Dừng giải quyết', en: 'Stopped' },
  finished: { vi: 'Đã xử lý xong', en: 'Settled' },
  returned: { vi: 'Đã trả kết quả', en: 'Result handed out' },
};

/** An opinion that is asked for stands on the work list of the unit asked, as a step of this name. */
export const OPINION_STEP = 'opinion';
export const opinionStepName: Localized = { vi: 'Trả lời ý kiến', en: 'Give an opinion' };

const ROLES: Readonly<Record<Role, Localized>> = {
  clerk: { vi: 'cán bộ Bộ phận Một cửa', en: 'the one-stop clerk' },
  officer: { vi: 'công chức thụ lý', en: 'the handling officer' },
  head: { vi: 'trưởng phòng', en: 'the head of division' },
  leader: { vi: 'lãnh đạo cơ quan', en: 'the leader of the agency' },
  office: { vi: 'Văn phòng UBND tỉnh', en: 'the province office' },
  'office-approver': { vi: 'người phê duyệt của Văn phòng UBND tỉnh', en: 'the approver of the province office' },
  'agency-author': { vi: 'người soạn quy trình', en: 'the author of the process' },
  admin: { vi: 'quản trị', en: 'the administrator' },
};

const isRole = (role: string): role is Role => role in ROLES;

export const roleName = (role: string): Localized => (isRole(role) ? ROLES[role] : { vi: role, en: role });
