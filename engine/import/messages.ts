import { fail, problem, type Localized, type Problem, type Result } from '#engine/result/index.ts';

const both = (vi: string, en: string): Localized => ({ vi, en });

/** Sentences for what a source leaves open. */
export const open = {
  missing: (vi: string, en: string) => both(`Nguồn không nói: ${vi}.`, `The source does not say: ${en}.`),
  limit: () =>
    both(
      'Thời hạn viết bằng chữ, không đủ rõ để xếp thành số và đơn vị.',
      'The time limit is in words that do not give one number and unit.',
    ),
  limitUnit: () =>
    both('Thời hạn có số nhưng không có đơn vị (ngày hay ngày làm việc).', 'The time limit has a number but no unit.'),
  limitRest: () =>
    both('Thời hạn còn phần chữ chưa xếp thành dữ liệu.', 'Part of the words about time is not structured.'),
  fee: () =>
    both('Mức phí viết bằng chữ, không đủ rõ để xếp thành số tiền.', 'The fee is in words that do not give an amount.'),
  feeElsewhere: () =>
    both(
      'Mức phí do văn bản khác quy định; nguồn không ghi số tiền.',
      'Another document sets the fee; the source gives no amount.',
    ),
  feeRest: () =>
    both(
      'Ngoài phần miễn, nguồn còn nhắc khoản khác chưa có mức.',
      'Beside what is free, the source names another sum without its amount.',
    ),
  feeCondition: () =>
    both(
      'Các mức phí theo từng đối tượng: hãy nối mỗi mức với trường hợp hoặc câu trả lời.',
      'Amounts by kind of applicant: tie each to a case or an answer.',
    ),
  feeQuantity: (per: string) =>
    both(
      `Phí tính theo ${per}: biểu mẫu phải hỏi số ${per} thì mới tính được số tiền.`,
      `The fee is for each ${per}: the form must ask how many.`,
    ),
  paperQuantity: () =>
    both(
      'Nguồn không ghi số bản chính, bản sao của giấy tờ này.',
      'The source does not say how many originals or copies.',
    ),
  paperCondition: () =>
    both(
      'Giấy tờ chỉ nộp khi có điều kiện: điều kiện mới ở dạng chữ.',
      'Asked for on a condition that is in words only.',
    ),
  caseCondition: () =>
    both(
      'Trường hợp chưa có điều kiện nhận biết; người nộp sẽ tự chọn.',
      'The case has no condition; applicants choose it.',
    ),
  applicant: (words: string) =>
    both(`“${words}” không có trong danh sách đối tượng thực hiện.`, `"${words}" is not a known kind of applicant.`),
  level: (words: string) =>
    both(`“${words}” không phải một cấp chính quyền.`, `"${words}" is not a level of government.`),
  channel: (words: string) =>
    both(`“${words}” không có trong danh sách cách nộp.`, `"${words}" is not a known channel.`),
  formRequired: () =>
    both('Nguồn không nói câu hỏi nào bắt buộc.', 'The source does not say which questions are required.'),
  formCondition: () =>
    both(
      'Câu hỏi chỉ hiện khi có điều kiện: điều kiện mới ở dạng chữ.',
      'The question has a condition that is in words only.',
    ),
  formOptions: () =>
    both('Câu hỏi chọn một nhưng nguồn không ghi các lựa chọn.', 'A choice whose options the source does not give.'),
  formLeftOut: () => both('Chữ ký trên giấy không thành câu hỏi.', 'A signature on paper is not a question.'),
  processWho: (words: string) =>
    both(`Chưa rõ vai trò nào làm bước này: “${words}”.`, `It is not clear which role does this: "${words}".`),
  processTime: () => both('Bước không ghi thời gian.', 'The step has no time.'),
  processCases: () =>
    both(
      'Nguồn có quy trình riêng cho từng trường hợp; bản nháp chưa ghép các quy trình.',
      'The source has a process for each case; they are not joined in the draft.',
    ),
  processUnread: () =>
    both('Bảng bước không chuyển được thành quy trình.', 'The table of steps could not be made into a process.'),
  notCarried: () =>
    both('Nguồn có nội dung mà định dạng không có chỗ ghi.', 'The source has content for which there is no place.'),
  contradiction: () => both('Hai chỗ trong nguồn nói khác nhau.', 'Two places in the source differ.'),
};

/** Why a whole source could not be read. */
export const refusals = {
  unknownShape: (path = ''): Problem =>
    problem(
      'import.unknown-shape',
      path,
      both(
        'Tệp không phải dữ liệu thủ tục của Cơ sở dữ liệu quốc gia, cũng không phải phụ lục quyết định.',
        'The file is neither the national database’s fields nor an annex of a decision.',
      ),
      both(
        'Chọn tệp JSON của Cơ sở dữ liệu quốc gia (MATTHC, TENTTHC …) hoặc bảng phụ lục có cột “Tên thủ tục hành chính”.',
        'Choose JSON of the national database, or a table with a column "Tên thủ tục hành chính".',
      ),
    ),
  noHeading: (): Problem =>
    problem(
      'import.no-heading',
      '',
      both('Không thấy dòng tiêu đề có cột tên thủ tục.', 'There is no heading row with a column of names.'),
      both(
        'Bảng cần một dòng tiêu đề như phụ lục quyết định: STT, Tên thủ tục hành chính (mã), Thời hạn giải quyết, Phí, lệ phí …',
        'The table needs a heading row as annexes have it.',
      ),
    ),
  empty: (): Problem =>
    problem(
      'import.empty',
      '',
      both('Không có thủ tục nào trong nguồn.', 'There is no procedure in the source.'),
      both('Dán cả dòng tiêu đề và các dòng thủ tục.', 'Give the heading row and the rows.'),
    ),
  tooMany: (most: number): Problem =>
    problem(
      'import.too-many',
      '',
      both(`Nguồn có nhiều hơn ${most} thủ tục.`, `The source has more than ${most} procedures.`),
      both('Chia nguồn thành nhiều phần.', 'Split the source.'),
    ),
};

export const refuse = (...problems: readonly Problem[]): Result<never> => fail(...problems);
