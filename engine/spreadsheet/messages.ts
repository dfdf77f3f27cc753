import { problem, type Problem } from '#engine/result/index.ts';

export const sheetProblems = {
  notAWorkbook: (): Problem =>
    problem(
      'spreadsheet.not-a-workbook',
      '',
      { vi: 'Tệp không phải bảng tính .xlsx đọc được.', en: 'The file is not a readable .xlsx workbook.' },
      {
        vi: 'Mở tệp bằng chương trình bảng tính rồi lưu lại dạng .xlsx (không đặt mật khẩu), hoặc lưu dạng .csv.',
        en: 'Save it again as .xlsx without a password, or as .csv.',
      },
    ),
  tooLarge: (): Problem =>
    problem(
      'spreadsheet.too-large',
      '',
      { vi: 'Bảng tính quá lớn.', en: 'The workbook is too large.' },
      { vi: 'Chỉ giữ trang phụ lục rồi lưu lại.', en: 'Keep the annex sheet only.' },
    ),
};
