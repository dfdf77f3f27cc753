import { problem, type Problem } from '#engine/result/index.ts';

/** What is said of running dossiers under a decision. */
export const conversionSays = {
  reason: (decision: string): string => `Theo Quyết định ${decision}`,
  finished: (): Problem =>
    problem('conversion.finished', '', {
      vi: 'Hồ sơ đã xử lý xong, chỉ còn trả kết quả.',
      en: 'The dossier is done; only its result is to be handed out.',
    }),
  noRelease: (): Problem =>
    problem('conversion.no-release', '', {
      vi: 'Thủ tục bị bãi bỏ nên không có quy định mới để chuyển sang.',
      en: 'The procedure is repealed: there is nothing to convert to.',
    }),
  askedAlready: (): Problem =>
    problem('conversion.asked-already', '', {
      vi: 'Hồ sơ đang chờ người nộp trả lời câu hỏi theo một quyết định trước.',
      en: 'The applicant has yet to answer a question of an earlier decision.',
    }),
  noJob: (decision: string): Problem =>
    problem('conversion.no-job', '', {
      vi: `Quyết định ${decision} không có hồ sơ nào phải chuyển hay hỏi.`,
      en: `Decision ${decision} has no dossiers to convert or to ask about.`,
    }),
  noReason: (): Problem =>
    problem(
      'conversion.reason',
      '/reason',
      { vi: 'Chưa ghi lý do trả hồ sơ về quy định cũ.', en: 'No reason is given for taking it back.' },
      { vi: 'Ghi lý do; lý do được gửi đến người nộp.', en: 'Give one; applicants are told.' },
    ),
  notNow: (state: string): Problem =>
    problem(
      'conversion.state',
      '',
      { vi: `Việc chuyển hồ sơ không thực hiện được ở trạng thái này (${state}).`, en: `Not possible now (${state}).` },
      { vi: 'Tải lại trang để xem tình trạng hiện nay.', en: 'Reload the page to see where it stands.' },
    ),
};
