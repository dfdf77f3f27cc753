/** Vietnamese names of the standard process: what the law calls these steps (TT 01/2018/TT-VPCP). */
export interface StepNames {
  readonly counter: string;
  readonly division: string;
  readonly leader: string;
  readonly start: string;
  readonly receive: string;
  readonly assign: string;
  readonly atCommune: string;
  readonly examine: string;
  readonly isEligible: string;
  readonly submit: string;
  readonly sign: string;
  readonly isApproved: string;
  readonly draftRefusal: string;
  readonly signRefusal: string;
  readonly enterResult: string;
  readonly handOut: string;
  readonly end: string;
}

export const stepNames = ({
  communal,
  onTheSpot,
}: {
  readonly communal: boolean;
  readonly onTheSpot: boolean;
}): StepNames => ({
  counter: 'Bộ phận Một cửa',
  division: onTheSpot
    ? 'Công chức chuyên môn tại Bộ phận Một cửa'
    : communal
      ? 'Công chức chuyên môn'
      : 'Phòng chuyên môn',
  leader: communal ? 'Lãnh đạo UBND cấp xã' : 'Lãnh đạo',
  start: 'Hồ sơ được nộp',
  receive: 'Tiếp nhận hồ sơ',
  assign: 'Phân công xử lý',
  atCommune: 'Giải quyết tại cấp xã?',
  examine: 'Thẩm định hồ sơ',
  isEligible: 'Đủ điều kiện?',
  submit: 'Duyệt dự thảo, trình ký',
  sign: 'Ký kết quả giải quyết',
  isApproved: 'Lãnh đạo đồng ý?',
  draftRefusal: 'Dự thảo văn bản từ chối',
  signRefusal: 'Ký văn bản từ chối',
  enterResult: 'Vào sổ, cập nhật kết quả',
  handOut: 'Trả kết quả',
  end: 'Đã trả kết quả',
});

export const outcomeNames = {
  eligible: { vi: 'Đủ điều kiện', en: 'Eligible' },
  notEligible: { vi: 'Không đủ điều kiện', en: 'Not eligible' },
  approve: { vi: 'Ký ban hành', en: 'Approve' },
  return: { vi: 'Trả lại xử lý', en: 'Return for rework' },
} as const;
