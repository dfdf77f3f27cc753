import { problem, type Problem } from '#engine/result/index.ts';

/** What may be wrong with a group of linked procedures, in words. */

export const groupTwice = (path: string, code: string): Problem =>
  problem(
    'decision.group.twice',
    path,
    {
      vi: `Nhóm thủ tục liên thông ${code} được nêu nhiều lần trong cùng quyết định.`,
      en: `The group ${code} is named more than once in the decision.`,
    },
    { vi: 'Giữ lại một mục cho mỗi nhóm.', en: 'Keep one entry per group.' },
  );

export const endedGroupSaysMore = (path: string, code: string): Problem =>
  problem(
    'decision.group.ended-says-more',
    path,
    {
      vi: `Nhóm ${code} được ghi là bãi bỏ nhưng vẫn có nội dung.`,
      en: `The group ${code} ends, and yet something is said of it.`,
    },
    {
      vi: 'Bỏ "ends" nếu nhóm còn áp dụng, hoặc bỏ tên, thủ tục chủ trì và các thủ tục thành phần.',
      en: 'Leave "ends" out if it goes on, or leave out name, lead and members.',
    },
  );

export const groupIncomplete = (path: string, code: string): Problem =>
  problem(
    'decision.group.incomplete',
    path,
    {
      vi: `Nhóm ${code} thiếu tên, thủ tục chủ trì hoặc các thủ tục thành phần.`,
      en: `The group ${code} lacks its name, its leading procedure or its members.`,
    },
    { vi: 'Ghi đủ "name", "lead" và "members".', en: 'Give "name", "lead" and "members".' },
  );

export const leadOutside = (path: string, code: string): Problem =>
  problem(
    'decision.group.lead-outside',
    path,
    {
      vi: `Thủ tục chủ trì ${code} không nằm trong các thủ tục thành phần của nhóm.`,
      en: `The leading procedure ${code} is not among the members.`,
    },
    { vi: 'Chọn một thủ tục thành phần làm chủ trì.', en: 'Let one of the members lead.' },
  );

export const memberTwice = (path: string, code: string): Problem =>
  problem(
    'decision.group.member-twice',
    path,
    { vi: `Thủ tục ${code} có hai lần trong nhóm.`, en: `${code} is in the group twice.` },
    { vi: 'Giữ lại một lần.', en: 'Keep it once.' },
  );

export const promisedWithoutLegal = (path: string, code: string): Problem =>
  problem(
    'decision.group.promised-without-legal',
    path,
    {
      vi: `Thời hạn cam kết của thủ tục ${code} trong nhóm không kèm thời hạn theo quy định.`,
      en: `In the group, ${code} has a promised limit without a legal one.`,
    },
    { vi: 'Ghi thêm thời hạn theo quy định ("legal").', en: 'Give "legal" as well.' },
  );

export const fromOutside = (path: string, code: string): Problem =>
  problem(
    'decision.group.from-outside',
    path,
    {
      vi: `Thủ tục ${code} không phải là một thủ tục thành phần khác của nhóm.`,
      en: `${code} is not another member of the group.`,
    },
    { vi: 'Ghi mã của thủ tục thành phần có kết quả hoặc câu trả lời đó.', en: 'Name the member it comes from.' },
  );

export const waitsForItself = (path: string, code: string): Problem =>
  problem(
    'decision.group.circle',
    path,
    {
      vi: `Các thủ tục thành phần chờ kết quả của nhau thành vòng tròn, bắt đầu từ ${code}; không thủ tục nào kết thúc được.`,
      en: `Members wait for each other's results in a circle that begins at ${code}; none could end.`,
    },
    { vi: 'Bỏ bớt một giấy tờ chờ kết quả.', en: 'Let one of the papers be handed in.' },
  );
