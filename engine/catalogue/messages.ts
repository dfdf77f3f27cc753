import { problem, type Problem } from '#engine/result/index.ts';

const at = (item: number, part = '') => `/items/${item}${part}`;

/** What may be wrong with a decision against the catalogue, in words. Paths are JSON pointers into the decision. */
export const say = {
  notNew: (item: number, code: string, decision: string): Problem =>
    problem(
      'decision.item.not-new',
      at(item, '/action'),
      {
        vi: `Thủ tục ${code} đang có hiệu lực theo Quyết định ${decision}, không phải thủ tục mới.`,
        en: `${code} is in force by decision ${decision}; it is not new.`,
      },
      {
        vi: 'Ghi là sửa đổi, bổ sung (amend), hoặc kiểm tra lại mã thủ tục.',
        en: 'Call it an amendment, or check the code.',
      },
    ),
  notInForce: (item: number, code: string, action: 'amend' | 'repeal'): Problem =>
    problem(
      action === 'amend' ? 'decision.item.amends-nothing' : 'decision.item.repeals-nothing',
      at(item, '/code'),
      action === 'amend'
        ? {
            vi: `Thủ tục ${code} không có hiệu lực vào ngày quyết định có hiệu lực nên không có gì để sửa đổi.`,
            en: `${code} is not in force at the effective date; there is nothing to amend.`,
          }
        : {
            vi: `Thủ tục ${code} không có hiệu lực vào ngày quyết định có hiệu lực nên không có gì để bãi bỏ.`,
            en: `${code} is not in force at the effective date; there is nothing to repeal.`,
          },
      { vi: 'Kiểm tra lại mã thủ tục và ngày hiệu lực.', en: 'Check the code and the effective date.' },
    ),
  replacesNothing: (item: number, place: number, code: string): Problem =>
    problem(
      'decision.item.replaces-nothing',
      at(item, `/replaces/${place}`),
      {
        vi: `Thủ tục bị thay thế ${code} không có hiệu lực vào ngày quyết định có hiệu lực.`,
        en: `Replaced procedure ${code} is not in force at the effective date.`,
      },
      { vi: 'Kiểm tra lại mã thủ tục bị thay thế.', en: 'Check the code of the replaced procedure.' },
    ),
  twice: (item: number, code: string): Problem =>
    problem(
      'decision.item.twice',
      at(item, '/code'),
      {
        vi: `Thủ tục ${code} được nêu nhiều lần trong cùng quyết định.`,
        en: `${code} is named more than once in the decision.`,
      },
      { vi: 'Giữ lại một mục cho mỗi thủ tục.', en: 'Keep one item per procedure.' },
    ),
  unknownRelease: (item: number, code: string, number: number | undefined): Problem =>
    problem(
      'decision.item.unknown-release',
      at(item, '/release'),
      {
        vi: `Không tìm thấy phiên bản ${number ?? '(chưa ghi)'} của thủ tục ${code} trong tệp hoặc trong kho.`,
        en: `Release ${number ?? '(none given)'} of ${code} is neither in the package nor stored.`,
      },
      {
        vi: 'Đính kèm phiên bản đó vào gói, hoặc sửa số phiên bản.',
        en: 'Put the release into the package, or correct its number.',
      },
    ),
  numberTaken: (item: number, code: string, number: number): Problem =>
    problem(
      'decision.item.number-taken',
      at(item, '/release'),
      {
        vi: `Phiên bản ${number} của thủ tục ${code} đã được lưu với nội dung khác.`,
        en: `Release ${number} of ${code} is stored with other content.`,
      },
      { vi: 'Đánh số tiếp theo cho nội dung mới.', en: 'Give the new content the next number.' },
    ),
  contentHash: (item: number, code: string): Problem =>
    problem(
      'decision.item.content-hash',
      at(item, '/contentHash'),
      {
        vi: `Mã kiểm tra nội dung của thủ tục ${code} không khớp với phiên bản được dẫn chiếu.`,
        en: `The content hash given for ${code} is not that of the release named.`,
      },
      { vi: 'Đính kèm đúng phiên bản đã ký.', en: 'Attach the release that was signed.' },
    ),
  noChange: (item: number, code: string): Problem =>
    problem(
      'decision.item.no-change',
      at(item, '/release'),
      { vi: `Nội dung của thủ tục ${code} không khác bản đang có hiệu lực.`, en: `${code} would not change.` },
      undefined,
      'warning',
    ),
  replacedByUnknown: (item: number, code: string): Problem =>
    problem(
      'decision.item.replaced-by-unknown',
      at(item, '/replacedBy'),
      {
        vi: `Thủ tục thay thế ${code} không có hiệu lực sau quyết định này.`,
        en: `${code}, where people are to go, is not in force after this decision.`,
      },
      { vi: 'Kiểm tra lại mã thủ tục thay thế.', en: 'Check the code.' },
    ),
  sameInstant: (item: number, code: string, decision: string): Problem =>
    problem(
      'decision.item.same-instant',
      at(item, '/code'),
      {
        vi: `Quyết định ${decision} cũng thay đổi thủ tục ${code} vào đúng thời điểm này.`,
        en: `Decision ${decision} changes ${code} at this very instant.`,
      },
      {
        vi: 'Rút một trong hai quyết định, hoặc đổi thời điểm hiệu lực.',
        en: 'Withdraw one of the two, or change the effective instant.',
      },
    ),
  laterChange: (item: number, code: string, decision: string, when: string): Problem =>
    problem(
      'decision.item.later-change',
      at(item, '/code'),
      {
        vi: `Quyết định ${decision} đã định một thay đổi muộn hơn cho thủ tục ${code} (${when}).`,
        en: `Decision ${decision} has scheduled a later change of ${code} (${when}).`,
      },
      {
        vi: 'Rút quyết định muộn hơn, áp dụng quyết định này, rồi ban hành lại.',
        en: 'Withdraw the later decision, apply this one, then issue it anew.',
      },
    ),
  nothingToConvertTo: (item: number, code: string): Problem =>
    problem(
      'decision.item.nothing-to-convert-to',
      at(item, '/inFlight/policy'),
      {
        vi: `Thủ tục ${code} bị bãi bỏ nên hồ sơ đang giải quyết không có quy định mới để chuyển sang; hồ sơ tiếp tục theo quy định khi tiếp nhận.`,
        en: `${code} is repealed: its running dossiers have nothing to go to and go on as they were taken in.`,
      },
      {
        vi: 'Chọn giữ hồ sơ đang giải quyết theo quy định cũ cho mục này.',
        en: 'Choose for this item that running dossiers are kept under the old rules.',
      },
      'warning',
    ),
  correction: (corrects: string): Problem =>
    problem(
      'decision.correction',
      '/corrects',
      {
        vi: `Đính chính Quyết định ${corrects}: điều đã biết cho đến nay vẫn được lưu; từ nay danh mục nói theo bản đính chính, kể cả cho những ngày đã qua.`,
        en: `Corrects decision ${corrects}: what was known until now stays on record; from now on the catalogue tells it otherwise, for past days too.`,
      },
      undefined,
      'warning',
    ),
  correctsNothing: (item: number, code: string, corrects: string): Problem =>
    problem(
      'decision.item.corrects-nothing',
      at(item, '/code'),
      {
        vi: `Quyết định ${corrects} không đưa thủ tục ${code} vào hiệu lực từ thời điểm này về sau nên không có gì để đính chính.`,
        en: `Decision ${corrects} has put nothing of ${code} in force from that instant on; there is nothing to correct.`,
      },
      { vi: 'Kiểm tra lại số quyết định và mã thủ tục.', en: 'Check the number and the code.' },
    ),
  correctionAdds: (item: number, code: string): Problem =>
    problem(
      'decision.item.correction-adds',
      at(item, '/action'),
      {
        vi: `Bản đính chính chỉ sửa (amend) hoặc bỏ (repeal) điều đã công bố sai; thủ tục ${code} ghi hành động khác.`,
        en: `A correction only amends or repeals what was published wrongly; ${code} says otherwise.`,
      },
      { vi: 'Công bố thủ tục mới bằng quyết định riêng.', en: 'Publish a new procedure by a decision of its own.' },
    ),
  uploadLate: (due: string): Problem =>
    problem(
      'decision.upload-late',
      '/signedOn',
      {
        vi: `Đã quá hạn đăng tải công khai (${due}): trong 05 ngày làm việc kể từ ngày ký.`,
        en: `The decision should have been posted by ${due}: within 5 working days of signing.`,
      },
      {
        vi: 'Áp dụng và đăng tải ngay; ghi lý do chậm vào hồ sơ trình.',
        en: 'Apply and post it now; note why it is late.',
      },
      'warning',
    ),
  processNotApproved: (count: number): Problem =>
    problem(
      'decision.process-not-approved',
      '/untilProcessApproved',
      {
        vi: `${count} thủ tục chưa có quy trình nội bộ được phê duyệt và quyết định không nói làm gì cho đến khi có: hồ sơ sẽ chạy theo quy trình chung của cấp.`,
        en: `${count} procedures have no approved internal process, and the decision does not say what happens until then: dossiers run on the standard process of the level.`,
      },
      {
        vi: 'Ghi untilProcessApproved là "generated" (chạy theo quy trình chung) hoặc "wait" (chưa tiếp nhận).',
        en: 'Write untilProcessApproved: "generated" (run on the standard process) or "wait" (no intake yet).',
      },
      'warning',
    ),
  badInstant: (): Problem =>
    problem(
      'decision.effective-from',
      '/effectiveFrom',
      { vi: 'Ngày hiệu lực không phải là một ngày có thật.', en: 'The effective date is not a real date.' },
      { vi: 'Ghi theo mẫu 2021-07-01.', en: 'Write it as 2021-07-01.' },
    ),
  beforeSigning: (effective: string, signed: string): Problem =>
    problem(
      'decision.effective-before-signing',
      '/effectiveFrom',
      {
        vi: `Ngày hiệu lực ${effective} trước ngày ký ${signed}.`,
        en: `The effective date ${effective} is before the signing ${signed}.`,
      },
      {
        vi: 'Kiểm tra lại hai ngày; quyết định công bố không có hiệu lực trở về trước.',
        en: 'Check both dates; a publication has no retroactive effect.',
      },
    ),
  shortNotice: (days: number): Problem =>
    problem(
      'decision.short-notice',
      '/effectiveFrom',
      {
        vi: `Từ ngày ký đến ngày có hiệu lực chỉ có ${days} ngày; Điều 15 Nghị định 63/2010/NĐ-CP yêu cầu công bố trước ít nhất 05 ngày.`,
        en: `Only ${days} days lie between signing and effect; Article 15 of Decree 63/2010 asks for 5.`,
      },
      {
        vi: 'Ghi rõ lý do trong hồ sơ trình nếu giữ nguyên.',
        en: 'If it stays so, give the reason in the submission.',
      },
      'warning',
    ),
  inPast: (): Problem =>
    problem(
      'decision.effective-in-past',
      '/effectiveFrom',
      {
        vi: 'Ngày hiệu lực đã qua: hồ sơ nhận từ đó đến nay đã theo quy định cũ, và quyết định này không rút lại được sau khi áp dụng.',
        en: 'The effective date has passed: dossiers since then ran under the old rules, and it cannot be withdrawn once applied.',
      },
      undefined,
      'warning',
    ),
};
