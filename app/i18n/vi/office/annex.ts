/** Phụ lục của quyết định, dạng bảng tính. */
export const annex = {
  download: 'Tải phụ lục (bảng tính)',
  sheet: 'Phụ lục',
  title: (number: string, day: string) => `Phụ lục kèm theo Quyết định số ${number} ngày ${day}`,
  columns: [
    'STT',
    'Mã thủ tục',
    'Tên thủ tục hành chính',
    'Thời hạn giải quyết',
    'Cách thức thực hiện',
    'Phí, lệ phí',
    'Cơ quan thực hiện',
    'Căn cứ pháp lý',
    'Việc',
  ],
};
