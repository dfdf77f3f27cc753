import type { Story } from './story.ts';

const AN = 'demo.nguyen-van-an';
const BINH = 'demo.tran-thi-binh';
const THO_XUONG = 'H02.07201';
const CITY = 'H02.213';
const CENTRE = 'H02.TTPVHCC';

/** About fifty dossiers of June and July 2021, at every stage; the two demo citizens have some of each. */
export const stories: readonly Story[] = [
  // Commune: civil status at phường Thọ Xương, most of it done at once.
  { key: 'birth-an-draft', procedure: '1.001193', unit: THO_XUONG, channel: 'online', case: 'usual', citizen: AN, submitted: '2021-07-14T20:15', ends: { at: 'draft' } },
  { key: 'birth-binh-submitted', procedure: '1.001193', unit: THO_XUONG, channel: 'online', case: 'usual', citizen: BINH, submitted: '2021-07-15T08:10', ends: { at: 'submitted' } },
  { key: 'birth-1-submitted', procedure: '1.001193', unit: THO_XUONG, channel: 'online', case: 'usual', citizen: AN, submitted: '2021-07-14T21:40', ends: { at: 'submitted' } },
  { key: 'birth-2-accepted', procedure: '1.001193', unit: THO_XUONG, channel: 'counter', case: 'usual', submitted: '2021-07-15T07:15', acceptedAfter: 10, ends: { at: 'step', steps: 0 } },
  { key: 'birth-3-record', procedure: '1.001193', unit: THO_XUONG, channel: 'counter', case: 'usual', submitted: '2021-07-15T07:05', acceptedAfter: 5, pace: 20, ends: { at: 'step', steps: 1 } },
  { key: 'birth-4-sign', procedure: '1.001193', unit: THO_XUONG, channel: 'counter', case: 'usual', submitted: '2021-07-14T15:30', acceptedAfter: 10, pace: 20, ends: { at: 'step', steps: 2 } },
  { key: 'birth-5-verification', procedure: '1.001193', unit: THO_XUONG, channel: 'counter', case: 'verification', submitted: '2021-07-13T09:20', ends: { at: 'step', steps: 0 } },
  { key: 'birth-6-verification-late', procedure: '1.001193', unit: THO_XUONG, channel: 'post', case: 'verification', submitted: '2021-07-07T10:00', ends: { at: 'step', steps: 0 } },
  { key: 'birth-7-abandoned', procedure: '1.001193', unit: THO_XUONG, channel: 'counter', case: 'abandoned', submitted: '2021-07-12T08:30', ends: { at: 'step', steps: 0 } },
  { key: 'birth-8-abandoned-returned', procedure: '1.001193', unit: 'H02.07375', channel: 'counter', case: 'abandoned', submitted: '2021-06-21T08:30', ends: { at: 'returned' } },
  { key: 'birth-9-returned', procedure: '1.001193', unit: THO_XUONG, channel: 'online', case: 'usual', citizen: AN, submitted: '2021-06-16T09:00', pace: 20, ends: { at: 'returned' } },
  { key: 'birth-10-finished', procedure: '1.001193', unit: THO_XUONG, channel: 'counter', case: 'usual', submitted: '2021-07-14T08:00', pace: 25, ends: { at: 'finished' } },
  { key: 'birth-11-refused', procedure: '1.001193', unit: THO_XUONG, channel: 'online', case: 'usual', citizen: BINH, submitted: '2021-07-05T08:30', ends: { at: 'refused', reason: 'Không thuộc thẩm quyền: cha, mẹ đều cư trú tại xã Song Mai, đề nghị Ông/Bà nộp tại Ủy ban nhân dân xã Song Mai.' } },
  { key: 'birth-12-not-eligible', procedure: '1.001193', unit: 'H02.07777', channel: 'counter', case: 'usual', submitted: '2021-06-24T08:00', pace: 20, outcomes: { examine: 'not-eligible' }, ends: { at: 'returned' } },
  { key: 'birth-13-late', procedure: '1.001193', unit: 'H02.07444', channel: 'counter', case: 'usual', submitted: '2021-06-28T08:10', pace: 240, ends: { at: 'returned' } },
  { key: 'marriage-an-processing', procedure: '1.000894', unit: THO_XUONG, channel: 'online', citizen: AN, submitted: '2021-07-14T14:00', ends: { at: 'step', steps: 1 } },
  { key: 'marriage-2-returned', procedure: '1.000894', unit: 'H02.07525', channel: 'counter', submitted: '2021-06-30T08:00', ends: { at: 'returned' } },
  { key: 'marriage-3-supplement', procedure: '1.000894', unit: 'H02.07339', channel: 'counter', submitted: '2021-07-13T14:10', answers: { divorcedAbroad: true }, ends: { at: 'supplement', paper: 'foreign-divorce', what: 'Bản trích lục ghi chú ly hôn thiếu trang có dấu của cơ quan cấp' } },
  { key: 'death-1-returned', procedure: '1.000656', unit: 'H02.07681', channel: 'counter', case: 'on-time', submitted: '2021-06-18T08:00', ends: { at: 'returned' } },
  { key: 'death-2-processing', procedure: '1.000656', unit: THO_XUONG, channel: 'counter', case: 'on-time', submitted: '2021-07-14T14:40', ends: { at: 'step', steps: 1 } },
  { key: 'death-3-late-registration', procedure: '1.000656', unit: 'H02.07840', channel: 'post', case: 'late', submitted: '2021-07-09T09:00', ends: { at: 'finished' } },
  { key: 'copy-1-returned', procedure: '2.000815', unit: THO_XUONG, channel: 'counter', submitted: '2021-07-15T07:20', pace: 10, acceptedAfter: 5, answers: { pages: 3, copyCount: 2, documentName: 'Bằng tốt nghiệp trung học phổ thông' }, ends: { at: 'returned' } },
  { key: 'copy-2-returned', procedure: '2.000815', unit: CITY, channel: 'counter', submitted: '2021-07-12T14:00', pace: 10, answers: { pages: 260, copyCount: 1, documentName: 'Hồ sơ dự thầu' }, ends: { at: 'returned' } },
  { key: 'copy-3-waiting', procedure: '2.000815', unit: CITY, channel: 'counter', submitted: '2021-07-15T08:20', acceptedAfter: 5, ends: { at: 'step', steps: 0 } },
  { key: 'copy-4-refused', procedure: '2.000815', unit: 'H02.07228', channel: 'counter', submitted: '2021-07-08T09:00', pace: 10, outcomes: { prepare: 'not-eligible' }, ends: { at: 'returned' } },
  { key: 'adoption-1-opinions', procedure: '2.001263', unit: 'H02.07456', channel: 'counter', submitted: '2021-07-12T08:20', ends: { at: 'step', steps: 1 } },
  { key: 'adoption-2-waiting', procedure: '2.001263', unit: 'H02.07357', channel: 'counter', submitted: '2021-07-01T08:20', answers: { kinship: 'aunt-uncle' }, ends: { at: 'step', steps: 2 } },
  { key: 'adoption-3-returned', procedure: '2.001263', unit: THO_XUONG, channel: 'counter', submitted: '2021-06-02T08:20', ends: { at: 'returned' } },
  { key: 'poor-1-notice', procedure: '1.011607', unit: 'H02.07630', channel: 'counter', submitted: '2021-07-06T08:00', ends: { at: 'step', steps: 2 } },
  { key: 'poor-2-complaint', procedure: '1.011607', unit: 'H02.07621', channel: 'counter', submitted: '2021-07-01T08:00', pace: 240, outcomes: { notice: 'complaint' }, ends: { at: 'step', steps: 4 } },
  { key: 'treatment-1-appraise', procedure: '3.000527', unit: 'H02.07783', channel: 'counter', submitted: '2021-07-14T08:00', ends: { at: 'step', steps: 1 } },
  { key: 'allowance-1-notice', procedure: '9.000001.H02', unit: THO_XUONG, channel: 'counter', case: 'disabled', submitted: '2021-07-07T08:30', ends: { at: 'step', steps: 1 } },
  { key: 'allowance-2-district', procedure: '9.000001.H02', unit: 'H02.07213', channel: 'counter', case: 'single-parent', submitted: '2021-07-01T08:30', ends: { at: 'step', steps: 3 } },
  // District.
  { key: 'permit-an-examine', procedure: '1.013225', unit: CITY, channel: 'online', case: 'house', citizen: AN, submitted: '2021-07-09T08:30', ends: { at: 'step', steps: 1 } },
  { key: 'permit-2-redo', procedure: '1.013225', unit: CITY, channel: 'counter', case: 'house', submitted: '2021-07-05T09:00', pace: 120, outcomes: { review: 'redo' }, ends: { at: 'step', steps: 6 } },
  { key: 'permit-3-payment', procedure: '1.013225', unit: CITY, channel: 'counter', case: 'house', submitted: '2021-07-02T09:00', pace: 180, ends: { at: 'payment', fee: 'permit-charge' } },
  { key: 'permit-4-finished', procedure: '1.013225', unit: CITY, channel: 'counter', case: 'other', submitted: '2021-06-21T09:00', ends: { at: 'finished' } },
  { key: 'permit-5-extended', procedure: '1.013225', unit: 'H02.222', channel: 'counter', case: 'house', submitted: '2021-07-02T08:00', pace: 200, ends: { at: 'extended', newDue: '2021-07-26', reason: 'Khu vực thực hiện giãn cách, chưa kiểm tra thực địa được' } },
  { key: 'permit-6-late', procedure: '1.013225', unit: 'H02.222', channel: 'counter', case: 'house', submitted: '2021-06-21T08:00', ends: { at: 'step', steps: 2 } },
  { key: 'permit-7-suspended', procedure: '1.013225', unit: 'H02.221', channel: 'counter', case: 'other', organisation: true, submitted: '2021-06-29T08:00', ends: { at: 'suspended', ground: 'Tạm dừng theo văn bản của Ủy ban nhân dân huyện do địa bàn phong tỏa phòng, chống dịch' } },
  { key: 'correction-binh-review', procedure: '1.004859', unit: CITY, channel: 'online', case: 'change', citizen: BINH, submitted: '2021-07-12T08:30', ends: { at: 'step', steps: 3 } },
  { key: 'correction-2-returned', procedure: '1.004859', unit: CITY, channel: 'counter', case: 'supplement', submitted: '2021-07-06T08:00', pace: 30, ends: { at: 'returned' } },
  { key: 'alcohol-1-supplied', procedure: '2.000620', unit: CITY, channel: 'counter', organisation: true, answers: { applicantKind: 'organisation', area: 'city' }, submitted: '2021-07-05T08:30', ends: { at: 'supplement', paper: 'application', what: 'Đơn chưa ghi địa chỉ điểm bán thứ hai', supplied: 2 } },
  { key: 'alcohol-2-returned', procedure: '2.000620', unit: 'H02.219', channel: 'counter', answers: { applicantKind: 'household', area: 'district' }, submitted: '2021-06-10T08:30', ends: { at: 'returned' } },
  { key: 'household-an-withdrawn', procedure: '2.000720', unit: CITY, channel: 'online', case: 'details', citizen: AN, submitted: '2021-07-08T10:00', ends: { at: 'withdrawn', reason: 'Tôi chưa đổi trụ sở nữa' } },
  { key: 'old-allowance-1-examine', procedure: '9.000002.H02', unit: CITY, channel: 'counter', submitted: '2021-07-09T08:00', ends: { at: 'step', steps: 2 } },
  { key: 'old-allowance-2-sign', procedure: '9.000002.H02', unit: 'H02.220', channel: 'counter', submitted: '2021-07-02T08:00', ends: { at: 'step', steps: 4 } },
  // Province, received at the one-stop centre.
  { key: 'record-binh-processing', procedure: '3.000333', unit: CENTRE, channel: 'online', citizen: BINH, answers: { copies: 4 }, submitted: '2021-07-12T09:30', ends: { at: 'step', steps: 2 } },
  { key: 'record-2-late', procedure: '3.000333', unit: CENTRE, channel: 'counter', submitted: '2021-06-30T09:00', ends: { at: 'step', steps: 1 } },
  { key: 'record-3-returned', procedure: '3.000333', unit: CENTRE, channel: 'counter', submitted: '2021-06-08T09:00', ends: { at: 'returned' } },
  { key: 'licence-an-returned', procedure: '3.000347', unit: CENTRE, channel: 'online', citizen: AN, answers: { licenceClass: 'A1' }, submitted: '2021-06-22T09:00', ends: { at: 'returned' } },
  { key: 'licence-2-finished', procedure: '3.000347', unit: CENTRE, channel: 'counter', answers: { licenceClass: 'B2' }, submitted: '2021-07-08T09:00', ends: { at: 'finished' } },
  { key: 'badge-1-processing', procedure: '2.002288', unit: CENTRE, channel: 'counter', organisation: true, submitted: '2021-07-14T08:30', ends: { at: 'step', steps: 1 } },
  { key: 'work-permit-1-review', procedure: '1.014199', unit: CENTRE, channel: 'counter', organisation: true, answers: { position: 'expert' }, submitted: '2021-07-08T08:30', ends: { at: 'step', steps: 3 } },
  { key: 'work-permit-2-refused', procedure: '1.014199', unit: CENTRE, channel: 'post', organisation: true, answers: { position: 'manager' }, outcomes: { examine: 'not-eligible' }, submitted: '2021-07-05T08:30', ends: { at: 'returned' } },
  { key: 'promotion-1-filed', procedure: '9.000003.H02', unit: CENTRE, channel: 'counter', organisation: true, submitted: '2021-07-13T08:30', ends: { at: 'step', steps: 0 } },
  { key: 'device-binh-returned', procedure: '1.003029', unit: CENTRE, channel: 'online', case: 'class-a', citizen: BINH, organisation: true, submitted: '2021-07-06T08:00', pace: 20, ends: { at: 'returned' } },
  { key: 'care-1-department', procedure: '2.000286', unit: 'H02.07546', channel: 'counter', submitted: '2021-07-01T08:00', pace: 120, ends: { at: 'step', steps: 6 } },
  { key: 'permit-8-stopped', procedure: '1.013225', unit: 'H02.216', channel: 'counter', case: 'house', submitted: '2021-06-23T08:00', ends: { at: 'stopped', reason: 'Thửa đất đang có tranh chấp, Tòa án nhân dân huyện đã thụ lý' } },
];
