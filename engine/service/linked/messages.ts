import { problem, type Problem } from '#engine/result/index.ts';

/** What stands against a group of linked procedures in the catalogue, or against taking it in. */

export const notInForce = (path: string, code: string): Problem =>
  problem(
    'decision.group.not-in-force',
    path,
    {
      vi: `Thủ tục ${code} không có hiệu lực vào ngày quyết định có hiệu lực.`,
      en: `${code} is not in force at the effective date.`,
    },
    { vi: 'Kiểm tra lại mã thủ tục và ngày hiệu lực.', en: 'Check the code and the date.' },
  );

export const unknownPart = (path: string, part: 'paper' | 'result' | 'question', id: string, code: string): Problem => {
  const names = {
    paper: { vi: 'giấy tờ', en: 'paper' },
    result: { vi: 'kết quả', en: 'result' },
    question: { vi: 'câu hỏi', en: 'question' },
  } as const;
  return problem(
    `decision.group.unknown-${part}`,
    path,
    {
      vi: `Thủ tục ${code} không có ${names[part].vi} "${id}".`,
      en: `${code} has no ${names[part].en} "${id}".`,
    },
    { vi: `Kiểm tra lại mã ${names[part].vi}.`, en: `Check the ${names[part].en}'s id.` },
  );
};

export const otherType = (path: string, question: string, of: string): Problem =>
  problem(
    'decision.group.other-type',
    path,
    {
      vi: `Câu hỏi "${question}" và "${of}" không cùng loại nên câu trả lời không dùng chung được.`,
      en: `The questions "${question}" and "${of}" are of different types; one answer cannot serve both.`,
    },
    { vi: 'Chọn hai câu hỏi cùng loại.', en: 'Choose two of the same type.' },
  );

export const noCommonCounter = (path: string, code: string): Problem =>
  problem(
    'decision.group.no-counter',
    path,
    {
      vi: `Thủ tục ${code} không nhận tại quầy nên không thể tiếp nhận cùng nhóm.`,
      en: `${code} is not taken in over the counter, so it cannot be taken in with the group.`,
    },
    { vi: 'Chỉ ghép các thủ tục được nhận tại quầy.', en: 'Group procedures that counters take in.' },
  );

export const endsNothing = (path: string, code: string): Problem =>
  problem(
    'decision.group.ends-nothing',
    path,
    { vi: `Không có nhóm ${code} nào đang áp dụng.`, en: `No group ${code} is in force.` },
    { vi: 'Kiểm tra lại mã nhóm.', en: 'Check the code.' },
  );

export const noGroup = (code: string): Problem =>
  problem(
    'linked.group.unknown',
    '/group',
    {
      vi: `Nhóm thủ tục liên thông ${code} không áp dụng hôm nay.`,
      en: `The group of linked procedures ${code} does not apply today.`,
    },
    { vi: 'Hãy chọn lại thủ tục hoặc nhóm thủ tục.', en: 'Choose the procedure or the group again.' },
  );

export const otherMembers = (code: string): Problem =>
  problem(
    'linked.group.other-members',
    '/dossiers',
    {
      vi: `Các hồ sơ trong lượt không đúng các thủ tục thành phần của nhóm ${code}.`,
      en: `The dossiers of the visit are not the members of the group ${code}.`,
    },
    {
      vi: 'Nhóm phải nộp đủ mọi thủ tục thành phần. Hãy bỏ lượt này và chọn lại nhóm.',
      en: 'All members are handed in together. Discard the visit and choose the group again.',
    },
  );
