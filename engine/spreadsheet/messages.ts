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
  notAZip: (): Problem =>
    problem(
      'spreadsheet.not-a-zip',
      '',
      { vi: 'Tệp không phải tệp nén .zip đọc được.', en: 'The file is not a readable .zip archive.' },
      {
        vi: 'Nén lại thư mục thành .zip, không đặt mật khẩu.',
        en: 'Pack the folder again as .zip, without a password.',
      },
    ),
  zipTooLarge: (): Problem =>
    problem(
      'spreadsheet.zip-too-large',
      '',
      {
        vi: 'Tệp nén quá lớn: nhiều hơn 500 tệp hoặc 60 MB sau khi giải nén.',
        en: 'The archive is too large: over 500 files or 60 MB unpacked.',
      },
      { vi: 'Chỉ nén các tệp của một thủ tục.', en: 'Pack the files of one procedure only.' },
    ),
  tooLarge: (): Problem =>
    problem(
      'spreadsheet.too-large',
      '',
      { vi: 'Bảng tính quá lớn.', en: 'The workbook is too large.' },
      { vi: 'Chỉ giữ trang phụ lục rồi lưu lại.', en: 'Keep the annex sheet only.' },
    ),
};
