export const diagram = {
  scroll: 'Sơ đồ quy trình, cuộn ngang để xem hết',
  done: 'Đã xong',
  current: 'Đang ở đây',
  ahead: 'Chưa đến',
  stateOf: { done: 'Đã xong', current: 'Đang ở đây', ahead: 'Chưa đến', skipped: 'Không đi qua' },
  title: (name: string, steps: number, current: string) =>
    current === ''
      ? `Quy trình ${name}, ${steps} bước`
      : `Quy trình ${name}, ${steps} bước, hồ sơ đang ở bước ${current}`,
  since: (day: string) => `từ ${day}`,
  until: (day: string) => `đến hết ${day}`,
  days: (days: number) => `${String(days).replace('.', ',')} ngày`,
  hours: (hours: number) => `${String(hours).replace('.', ',')} giờ`,
  pause: {
    supplement: (from: string, to: string | undefined) => (to ? `Chờ bổ sung ${from}–${to}` : `Chờ bổ sung từ ${from}`),
    obligation: (from: string, to: string | undefined) =>
      to ? `Chờ nộp tiền ${from}–${to}` : `Chờ nộp tiền từ ${from}`,
    suspended: (from: string, to: string | undefined) => (to ? `Tạm dừng ${from}–${to}` : `Tạm dừng từ ${from}`),
  },
  heldBy: (name: string) => `Người giữ: ${name}`,
  nobody: 'Chưa ai nhận',
  markOf: { added: 'bước mới', removed: 'bước bị bỏ', changed: 'bước được sửa' },
};
