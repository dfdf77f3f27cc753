import { problem, type Problem } from '#engine/result/index.ts';

/** What the layers refuse, in words. */
export const say = {
  noCode: (path: string): Problem =>
    problem(
      'layers.no-code',
      path,
      { vi: 'Thủ tục trong tệp không có mã.', en: 'A procedure in the file has no code.' },
      { vi: 'Hãy tải lại tệp từ Cơ sở dữ liệu quốc gia.', en: 'Fetch the file from the national database again.' },
    ),
  codeTwice: (path: string, code: string): Problem =>
    problem(
      'layers.code-twice',
      path,
      { vi: `Tệp có hai thủ tục cùng mã ${code}.`, en: `The file has two procedures with code ${code}.` },
      { vi: 'Mỗi mã chỉ đồng bộ một bản trong một lần.', en: 'Synchronise one version of a code at a time.' },
    ),
  who: (): Problem =>
    problem(
      'layers.who',
      '',
      {
        vi: 'Chỉ Văn phòng UBND tỉnh được tiếp nhận nội dung quốc gia.',
        en: 'Only the province office may take in national content.',
      },
      { vi: 'Hãy nhờ phòng Kiểm soát thủ tục hành chính.', en: 'Ask the procedure-control office.' },
    ),
  nothing: (code: string): Problem =>
    problem(
      'layers.nothing',
      '/code',
      {
        vi: `Thủ tục ${code} không đang áp dụng hoặc chưa có bản quốc gia.`,
        en: `${code} is not in force, or no national version of it is known.`,
      },
      { vi: 'Hãy đồng bộ nội dung quốc gia trước.', en: 'Synchronise the national content first.' },
    ),
  moved: (): Problem =>
    problem(
      'layers.moved',
      '',
      {
        vi: 'Nội dung quốc gia hoặc phiên bản đang áp dụng vừa thay đổi trong lúc ông/bà chọn.',
        en: 'The national content or the release in force changed meanwhile.',
      },
      { vi: 'Hãy xem lại các thay đổi rồi chọn tiếp.', en: 'Look at the changes again, then choose.' },
    ),
  undecided: (path: string): Problem =>
    problem(
      'layers.undecided',
      path,
      { vi: 'Còn xung đột chưa chọn.', en: 'A conflict is not decided.' },
      { vi: 'Hãy chọn cho từng xung đột.', en: 'Choose for every conflict.' },
    ),
};
