/** Ways in which a dossier comes in: the post, a kiosk, for another unit. */
export const reception = {
  how: 'Hồ sơ đến bằng',
  ways: { person: 'Người nộp tại quầy', kiosk: 'Ki-ốt thông minh', post: 'Bưu chính công ích' },
  arrivedOn: 'Ngày bưu chính chuyển đến',
  item: 'Số hiệu bưu gửi',
  kiosk: 'Ki-ốt số, nơi đặt',
  postBoxes: 'Ngày đến, số hiệu bưu gửi',
  kioskBoxes: 'Ki-ốt nào',
  dateHint: 'ngày/tháng/năm',
  came: {
    post: (day: string, item: string) =>
      item === '' ? `Gửi qua bưu chính, đến ngày ${day}` : `Gửi qua bưu chính, đến ngày ${day}, bưu gửi ${item}`,
    kiosk: (kiosk: string) => (kiosk === '' ? 'Nộp tại ki-ốt thông minh' : `Nộp tại ki-ốt thông minh ${kiosk}`),
  },
  delivery: 'Cách nộp',
  sendReceipt: {
    post: (address: string) =>
      address === ''
        ? 'Người nộp không có mặt: gửi giấy tiếp nhận qua bưu chính tới địa chỉ của người nộp.'
        : `Người nộp không có mặt: gửi giấy tiếp nhận qua bưu chính tới ${address}.`,
    other: 'Người nộp không có mặt: gửi giấy tiếp nhận theo cách người nộp đăng ký nhận kết quả.',
  },
  origin: {
    title: 'Hệ thống gửi',
    from: (name: string) => `Từ ${name}`,
    since: (name: string, when: string) => `${name}, nộp tại đó lúc ${when}`,
  },
  elsewhere: {
    title: 'Tiếp nhận phi địa giới hành chính',
    link: 'Tiếp nhận cho đơn vị khác (phi địa giới)',
    text: 'Nhận hồ sơ thuộc thẩm quyền của đơn vị khác, chuyển đến đơn vị đó, rồi trả kết quả tại đây.',
    closed: 'Vào ngày này quy định chưa cho phép tiếp nhận thay đơn vị khác.',
    closedText: 'Hãy hướng dẫn người nộp gửi trực tuyến hoặc đến đơn vị có thẩm quyền.',
    basis: (text: string) => `Theo ${text}`,
    procedure: 'Thủ tục',
    findProcedure: 'Tìm thủ tục',
    chosen: 'Thủ tục đã chọn',
    unit: 'Đơn vị có thẩm quyền',
    unitHint: 'Gõ tên xã, phường, sở hoặc trung tâm, có dấu hay không dấu đều được.',
    findUnit: 'Tìm đơn vị',
    units: (shown: number, total: number) => `${shown} trên ${total} đơn vị`,
    none: 'Không có đơn vị nào tiếp nhận thủ tục này mà quầy được nhận thay',
    choose: 'Chọn',
    receiving: 'Nơi tiếp nhận',
    competent: 'Cơ quan có thẩm quyền',
    clockArrival: 'Thời hạn tính từ khi cơ quan có thẩm quyền nhận được hồ sơ.',
    clockAcceptance: 'Thời hạn tính từ khi tiếp nhận.',
    sendBy: (when: string) => `Phải chuyển đi trước ${when}`,
    onTheWay: 'Hồ sơ đang được chuyển đến cơ quan có thẩm quyền.',
    received: (when: string) => `Cơ quan có thẩm quyền nhận lúc ${when}`,
  },
  arriving: {
    title: 'Hồ sơ chuyển đến',
    text: 'Hồ sơ do nơi khác tiếp nhận cho đơn vị này. Ghi nhận ngay khi đã nhận được.',
    empty: 'Không có hồ sơ nào đang chuyển đến',
    from: 'Nơi tiếp nhận',
    sendBy: 'Phải chuyển trước',
    receive: 'Đã nhận hồ sơ',
    receiveOne: (code: string) => `Đã nhận hồ sơ ${code}`,
    done: 'Đã ghi nhận nhận được hồ sơ. Người nộp được báo ngày hẹn trả.',
  },
};
