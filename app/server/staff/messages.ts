import { problem, type Problem } from '#engine/result/index.ts';

/** What a staff page finds missing before the engine is asked. The path is the field's name. */
export const staffProblems = {
  reasonMissing: (): Problem =>
    problem(
      'staff.reason-missing',
      'ly-do',
      { vi: 'Chưa nêu lý do.', en: 'No reason is given.' },
      {
        vi: 'Hãy ghi lý do; lý do được in trên phiếu gửi người nộp.',
        en: 'Give the reason; it is printed for the applicant.',
      },
    ),
  idNumberMissing: (): Problem =>
    problem(
      'staff.id-number-missing',
      'so-giay-to',
      { vi: 'Chưa nhập số để lấy thông tin.', en: 'There is no number to look up.' },
      { vi: 'Hãy nhập số căn cước công dân hoặc mã số.', en: 'Write the ID or registration number.' },
    ),
  lookUpsTooMany: (): Problem =>
    problem(
      'staff.look-ups-too-many',
      'so-giay-to',
      {
        vi: 'Đã lấy thông tin quá nhiều lần trong mười phút. Những gì đã nhập vẫn còn.',
        en: 'Too many numbers were looked up within ten minutes. What was typed is kept.',
      },
      { vi: 'Hãy nhập tiếp bằng tay, hoặc thử lại sau.', en: 'Go on by hand, or try again later.' },
    ),
  copyGone: (): Problem =>
    problem(
      'staff.copy-gone',
      'giay-to',
      {
        vi: 'Một bản đã có không dùng được nữa: số giấy tờ đã đổi, hoặc bản đó đã hết hiệu lực. Bản đó đã được bỏ ra.',
        en: 'A copy already held can no longer be used: the number was changed, or it no longer holds. It was left out.',
      },
      { vi: 'Hãy lấy thông tin theo số mới, hoặc nhận bản khác.', en: 'Look the new number up, or receive another.' },
    ),
  paperMissing: (names: string): Problem =>
    problem(
      'intake.paper-missing',
      'giay-to',
      { vi: `Còn thiếu giấy tờ: ${names}.`, en: `A paper is missing: ${names}.` },
      {
        vi: 'Hãy đánh dấu khi đã nhận, hoặc hướng dẫn người nộp bổ sung.',
        en: 'Tick it when it is there, or tell the applicant what to bring.',
      },
    ),
  groupGone: (): Problem =>
    problem(
      'staff.visit.group-gone',
      'nhom',
      { vi: 'Nhóm thủ tục liên thông này không còn áp dụng.', en: 'The group of linked procedures no longer applies.' },
      { vi: 'Hãy chọn từng thủ tục.', en: 'Choose its procedures one by one.' },
    ),
  visitGone: (): Problem =>
    problem(
      'staff.visit.gone',
      'luot',
      { vi: 'Lượt tiếp nhận này không còn hồ sơ nào.', en: 'Nothing is left of this visit.' },
      { vi: 'Hãy chọn thủ tục để bắt đầu lượt mới.', en: 'Choose a procedure to begin another.' },
    ),
  visitIsGroup: (): Problem =>
    problem(
      'staff.visit.group',
      'luot',
      {
        vi: 'Lượt này là một nhóm thủ tục liên thông nên không thêm thủ tục khác vào được.',
        en: 'This visit is a group of linked procedures; nothing else can be added to it.',
      },
      {
        vi: 'Hãy tiếp nhận nhóm này trước, rồi bắt đầu lượt khác cho cùng người nộp.',
        en: 'Take the group in first, then begin another visit for the same person.',
      },
    ),
  visitFull: (most: number): Problem =>
    problem(
      'staff.visit.full',
      'luot',
      { vi: `Một lượt có nhiều nhất ${most} hồ sơ.`, en: `A visit has at most ${most} dossiers.` },
      { vi: 'Hãy tiếp nhận lượt này trước.', en: 'Take these in first.' },
    ),
  visitOther: (place: number, name: string, count: number): Problem =>
    problem(
      'staff.visit.other-incomplete',
      `ho-so-${place}`,
      {
        vi: `Hồ sơ ${place} (${name}) còn ${count} chỗ chưa xong; cả lượt được tiếp nhận cùng lúc.`,
        en: `Dossier ${place} (${name}) has ${count} ${count === 1 ? 'place' : 'places'} to mend; all are taken in at once.`,
      },
      { vi: 'Hãy mở hồ sơ đó và làm cho xong, hoặc bỏ ra khỏi lượt.', en: 'Open and finish it, or take it out.' },
    ),
  assigneeMissing: (): Problem =>
    problem(
      'staff.assignee-missing',
      'cho',
      { vi: 'Chưa chọn người nhận việc.', en: 'Nobody is chosen.' },
      { vi: 'Hãy chọn một người trong danh sách.', en: 'Choose a person from the list.' },
    ),
  fileMissing: (): Problem =>
    problem(
      'staff.file-missing',
      'tep',
      { vi: 'Chưa có tệp kết quả.', en: 'There is no result file.' },
      { vi: 'Hãy chọn tệp PDF của văn bản kết quả.', en: 'Choose the PDF of the result.' },
    ),
  papersMissing: (): Problem =>
    problem(
      'staff.papers-missing',
      'giay-to',
      { vi: 'Chưa chọn giấy tờ nào cần bổ sung.', en: 'No paper is chosen.' },
      { vi: 'Hãy đánh dấu ít nhất một giấy tờ trong danh mục.', en: 'Tick at least one paper of the checklist.' },
    ),
  amountWrong: (): Problem =>
    problem(
      'staff.amount-wrong',
      'so-tien',
      { vi: 'Số tiền chưa đúng.', en: 'The amount is not right.' },
      { vi: 'Hãy nhập số đồng, ví dụ 1.250.000.', en: 'Enter whole đồng, such as 1.250.000.' },
    ),
  dateWrong: (field: string): Problem =>
    problem(
      'staff.date-wrong',
      field,
      { vi: 'Ngày chưa đúng.', en: 'The date is not right.' },
      { vi: 'Hãy nhập theo ngày/tháng/năm, ví dụ 17/05/2021.', en: 'Write day/month/year, such as 17/05/2021.' },
    ),
  receiverMissing: (): Problem =>
    problem(
      'staff.receiver-missing',
      'nguoi-nhan',
      { vi: 'Chưa ghi người nhận kết quả.', en: 'The receiver is not named.' },
      { vi: 'Hãy ghi họ tên người nhận theo giấy tờ tùy thân.', en: 'Write the name as on the identity paper.' },
    ),
  textMissing: (): Problem =>
    problem(
      'staff.text-missing',
      'noi-dung',
      { vi: 'Chưa nhập nội dung.', en: 'Nothing is written.' },
      { vi: 'Hãy nhập nội dung rồi gửi lại.', en: 'Write it, then send again.' },
    ),
  timeWrong: (): Problem =>
    problem(
      'staff.time-wrong',
      'gio',
      { vi: 'Giờ chưa đúng.', en: 'The time is not right.' },
      { vi: 'Hãy nhập theo giờ:phút, ví dụ 14:30.', en: 'Write hour:minute, such as 14:30.' },
    ),
  evidenceMissing: (): Problem =>
    problem(
      'staff.evidence-missing',
      'minh-chung',
      { vi: 'Chưa ghi minh chứng.', en: 'No evidence is named.' },
      { vi: 'Hãy ghi số văn bản, biên bản hoặc người đã xác nhận.', en: 'Name the document, minutes or witness.' },
    ),
  commandUnknown: (): Problem =>
    problem(
      'staff.command-unknown',
      'viec',
      { vi: 'Trang này không làm được việc đã gửi.', en: 'This page cannot do what was sent.' },
      { vi: 'Hãy tải lại trang rồi thử lại.', en: 'Load the page again and try once more.' },
    ),
  applicantMissing: (): Problem =>
    problem(
      'staff.applicant-missing',
      'ho-ten',
      { vi: 'Chưa có họ tên người nộp hồ sơ.', en: 'The applicant is not named.' },
      { vi: 'Hãy nhập họ tên theo giấy tờ tùy thân.', en: 'Write the name as on the identity paper.' },
    ),
};

/** What is wrong with an uploaded decision before it is read. */
export const decisionProblems = {
  noFile: (): Problem =>
    problem(
      'decision.file-missing',
      'tep',
      { vi: 'Chưa chọn tệp quyết định.', en: 'No decision file was chosen.' },
      { vi: 'Hãy chọn tệp JSON rồi bấm Xem trước.', en: 'Choose the JSON file, then look.' },
    ),
  tooBig: (): Problem =>
    problem(
      'decision.file-too-large',
      'tep',
      { vi: 'Tệp lớn hơn 60 MB hoặc bị đứt khi gửi.', en: 'The file is larger than 60 MB, or broke off.' },
      { vi: 'Hãy chia quyết định thành nhiều tệp, hoặc gửi lại.', en: 'Split the decision, or send it again.' },
    ),
  notUtf8: (): Problem =>
    problem(
      'decision.file-encoding',
      '',
      { vi: 'Tệp không phải văn bản UTF-8.', en: 'The file is not UTF-8 text.' },
      { vi: 'Hãy lưu tệp JSON với bảng mã UTF-8 rồi nạp lại.', en: 'Save the JSON as UTF-8 and load it again.' },
    ),
};
