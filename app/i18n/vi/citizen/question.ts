/** Người nộp chọn quy định cũ hay quy định mới cho hồ sơ đang giải quyết. */
export const question = {
  title: 'Chọn quy định áp dụng cho hồ sơ',
  card: 'Quy định về thủ tục này đã thay đổi',
  cardText: (until: string) => `Mời Ông/Bà chọn giải quyết theo quy định nào, trước ${until}.`,
  go: 'Xem và trả lời',
  lead: (code: string) => `Hồ sơ ${code} được nộp theo quy định cũ. Nay có quy định mới, Ông/Bà được chọn.`,
  reason: 'Lý do',
  changes: 'Điểm khác của quy định mới',
  noChanges: 'Nội dung công bố không có điểm khác.',
  choose: 'Ông/Bà chọn',
  keep: 'Giải quyết theo quy định cũ',
  convert: 'Giải quyết theo quy định mới',
  silence: {
    keep: (until: string) => `Nếu không trả lời trước ${until}, hồ sơ tiếp tục theo quy định cũ.`,
    convert: (until: string) => `Nếu không trả lời trước ${until}, hồ sơ chuyển sang quy định mới.`,
  },
  send: 'Gửi lựa chọn',
  back: 'Trở lại hồ sơ',
  closed: 'Hồ sơ này không còn câu hỏi nào chờ trả lời',
  missing: 'Lựa chọn: chưa chọn. Hãy chọn một trong hai cách giải quyết.',
  failed: 'Chưa ghi được lựa chọn',
};
