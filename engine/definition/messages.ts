import { problem, type Problem } from '#engine/result/index.ts';
import type { Localized } from '#engine/result/index.ts';

interface Line {
  readonly line: number;
  readonly column: number;
}

const where = ({ line, column }: Line): Localized => ({
  vi: `dòng ${line}, cột ${column}`,
  en: `line ${line}, column ${column}`,
});

const number = (value: number): string => value.toLocaleString('vi-VN');

export const tooLong = (length: number, longest: number): Problem =>
  problem(
    'definition.too-long',
    '',
    {
      vi: `Tệp có ${number(length)} ký tự, vượt quá mức cho phép là ${number(longest)}.`,
      en: `The file has ${length} characters; at most ${longest} are read.`,
    },
    {
      vi: 'Hãy chia nhỏ nội dung, hoặc bỏ những phần không thuộc định dạng này.',
      en: 'Split the content, or leave out what does not belong to this format.',
    },
  );

export const tooDeep = (path: string, deepest: number, at: Line): Problem =>
  problem(
    'definition.too-deep',
    path,
    {
      vi: `Nội dung lồng nhau quá ${deepest} cấp (${where(at).vi}).`,
      en: `Nested more than ${deepest} levels deep (${where(at).en}).`,
    },
    { vi: 'Hãy bỏ bớt các cấp lồng nhau.', en: 'Flatten the structure.' },
  );

export const notJson = (at: Line, detail: string): Problem =>
  problem(
    'definition.not-json',
    '',
    { vi: `Tệp không phải JSON hợp lệ: lỗi ở ${where(at).vi}.`, en: `Not valid JSON at ${where(at).en}: ${detail}` },
    {
      vi: 'Hãy kiểm tra dấu phẩy, dấu ngoặc và dấu nháy quanh vị trí đó.',
      en: 'Check the commas, brackets and quotes around that place.',
    },
  );

export const nul = (path: string, at: Line): Problem =>
  problem(
    'definition.nul',
    path,
    { vi: `Văn bản chứa ký tự NUL (${where(at).vi}).`, en: `A text contains the character NUL (${where(at).en}).` },
    { vi: 'Hãy xóa ký tự đó.', en: 'Remove that character.' },
  );

export const loneSurrogate = (path: string, at: Line): Problem =>
  problem(
    'definition.broken-text',
    path,
    {
      vi: `Văn bản chứa nửa ký tự Unicode (${where(at).vi}).`,
      en: `A text contains half of a Unicode character (${where(at).en}).`,
    },
    { vi: 'Hãy nhập lại đoạn văn bản đó bằng bảng mã UTF-8.', en: 'Type that text again in UTF-8.' },
  );

export const duplicateKey = (path: string, key: string, at: Line): Problem =>
  problem(
    'definition.duplicate-key',
    `${path}/${key}`,
    {
      vi: `Khóa "${key}" xuất hiện hai lần (${where(at).vi}).`,
      en: `The key "${key}" is given twice (${where(at).en}).`,
    },
    { vi: 'Hãy giữ lại một khóa.', en: 'Keep one of them.' },
  );

export const forbiddenKey = (path: string, key: string, at: Line): Problem =>
  problem(
    'definition.forbidden-key',
    `${path}/${key}`,
    {
      vi: `Không được dùng khóa "${key}" (${where(at).vi}).`,
      en: `The key "${key}" may not be used (${where(at).en}).`,
    },
    { vi: 'Hãy đổi tên hoặc xóa khóa đó.', en: 'Rename or remove it.' },
  );

export const numberTooLarge = (path: string, token: string, at: Line): Problem =>
  problem(
    'definition.number-too-large',
    path,
    { vi: `Số ${token} quá lớn (${where(at).vi}).`, en: `The number ${token} is too large (${where(at).en}).` },
    { vi: 'Hãy ghi số đó ở dạng văn bản.', en: 'Write it as a text.' },
  );

export const unknownFormat = (given: unknown, understood: readonly string[]): Problem => {
  const name = typeof given === 'string' ? `"${given.slice(0, 80)}"` : undefined;
  const known = understood.join(', ');
  return problem(
    'definition.format.unknown',
    '/format',
    name
      ? { vi: `Không đọc được định dạng ${name}.`, en: `The format ${name} is not understood.` }
      : { vi: 'Tệp không ghi định dạng ("format").', en: 'The file does not state its "format".' },
    { vi: `Các định dạng đọc được: ${known}.`, en: `Understood here: ${known}.` },
  );
};

export const moreProblems = (count: number): Problem =>
  problem('definition.more', '', {
    vi: `Còn ${count} lỗi khác chưa liệt kê.`,
    en: `${count} more problems are not listed.`,
  });

export const otherCode = (expected: string, given: string): Problem =>
  problem(
    'definition.code.differs',
    '/procedure/code',
    {
      vi: `Thư mục hoặc gói ghi mã ${expected} nhưng nội dung là của thủ tục ${given}.`,
      en: `Filed under ${expected}, but the content is of ${given}.`,
    },
    { vi: 'Hãy đặt nội dung vào đúng mã thủ tục.', en: 'File it under its own code.' },
  );

export const badNumber = (given: number): Problem =>
  problem(
    'definition.number.malformed',
    '/number',
    {
      vi: `Số phiên bản phải là số nguyên từ 1 đến 9999, không phải ${given}.`,
      en: `A release's number is a whole number from 1 to 9999, not ${given}.`,
    },
    { vi: 'Hãy đánh số phiên bản lại.', en: 'Number the release again.' },
  );

export const nulInText = (path: string): Problem =>
  problem(
    'definition.nul',
    path,
    { vi: 'Văn bản chứa ký tự NUL.', en: 'The text contains the character NUL.' },
    { vi: 'Hãy xóa ký tự đó.', en: 'Remove it.' },
  );

export const doctype = (path: string): Problem =>
  problem(
    'definition.xml.doctype',
    path,
    {
      vi: 'Tệp BPMN không được có khai báo DOCTYPE hoặc ENTITY.',
      en: 'A BPMN file may not declare a DOCTYPE or entities.',
    },
    { vi: 'Hãy xóa khai báo đó; BPMN 2.0 không cần.', en: 'Remove the declaration; BPMN 2.0 needs none.' },
  );

export const tooManyTemplates = (count: number, most: number): Problem =>
  problem(
    'definition.templates.too-many',
    '/templates',
    { vi: `Có ${count} mẫu giấy tờ, nhiều nhất là ${most}.`, en: `${count} templates; at most ${most} are kept.` },
    { vi: 'Hãy bỏ các mẫu không dùng.', en: 'Leave out those that are not used.' },
  );

export const templateName = (name: string): Problem =>
  problem(
    'definition.templates.name',
    `/templates/${name.slice(0, 100)}`,
    {
      vi: `Tên tệp mẫu "${name.slice(0, 100)}" không dùng được.`,
      en: `The template's file name "${name.slice(0, 100)}" cannot be used.`,
    },
    {
      vi: 'Hãy dùng chữ không dấu, số, gạch nối, và đuôi .typ.',
      en: 'Use plain letters, digits, hyphens, and the ending .typ.',
    },
  );

export const duplicateId = (path: string, id: string, earlier: string): Problem =>
  problem(
    'definition.id.duplicate',
    path,
    { vi: `Mã "${id}" đã được dùng ở ${earlier}.`, en: `The id "${id}" is used at ${earlier} already.` },
    {
      vi: 'Hãy đặt một mã khác; mã đã công bố thì không đổi.',
      en: 'Give it another id; published ids stay as they are.',
    },
  );

export const unknownCase = (path: string, id: string, known: readonly string[]): Problem =>
  problem(
    'definition.case.unknown',
    path,
    { vi: `Không có trường hợp "${id}" trong thủ tục.`, en: `The procedure has no case "${id}".` },
    known.length > 0
      ? { vi: `Các trường hợp đang có: ${known.join(', ')}.`, en: `Its cases: ${known.join(', ')}.` }
      : { vi: 'Thủ tục chưa khai trường hợp nào (cases).', en: 'It lists no cases.' },
  );

export const channelNotOffered = (path: string, channel: string): Problem =>
  problem(
    'definition.channel.not-offered',
    path,
    { vi: `Thủ tục không tiếp nhận qua kênh "${channel}".`, en: `The procedure is not offered through "${channel}".` },
    {
      vi: 'Hãy thêm kênh vào cách thức thực hiện (channels), hoặc bỏ ở đây.',
      en: 'Add the channel to channels, or remove it here.',
    },
  );

export const levelNotCovered = (path: string, level: string): Problem =>
  problem(
    'definition.level.not-covered',
    path,
    { vi: `Thủ tục không thuộc thẩm quyền cấp "${level}".`, en: `The procedure is not of the level "${level}".` },
    {
      vi: 'Hãy thêm cấp vào cấp thực hiện (levels), hoặc bỏ ở đây.',
      en: 'Add the level to levels, or remove it here.',
    },
  );

export const lonelyAlternative = (path: string, group: string): Problem =>
  problem(
    'definition.one-of.single',
    path,
    {
      vi: `Nhóm giấy tờ thay thế "${group}" chỉ có một giấy tờ.`,
      en: `The group of alternatives "${group}" has one paper only.`,
    },
    {
      vi: 'Hãy thêm giấy tờ thay thế, hoặc bỏ tên nhóm ở giấy tờ này.',
      en: 'Add an alternative, or take this paper out of the group.',
    },
  );

export const tableWidth = (path: string, given: number, inputs: number): Problem =>
  problem(
    'definition.table.width',
    path,
    {
      vi: `Dòng có ${given} ô điều kiện nhưng bảng có ${inputs} cột.`,
      en: `The row has ${given} tests, the table ${inputs} inputs.`,
    },
    { vi: 'Hãy ghi đủ ô; dấu "-" nghĩa là bất kỳ.', en: 'Write one test for each input; "-" means any.' },
  );

export const noneButFilled = (path: string, part: string): Problem =>
  problem(
    'definition.none.contradicted',
    path,
    {
      vi: `Phần "${part}" vừa ghi là không quy định, vừa có nội dung.`,
      en: `"${part}" is said to be none, and is filled in.`,
    },
    {
      vi: 'Hãy xóa nội dung, hoặc bỏ dấu pháp luật không quy định.',
      en: 'Remove the content, or the mark that the law provides for none.',
    },
  );

export const replacesItself = (path: string, code: string): Problem =>
  problem(
    'definition.replaces.itself',
    path,
    { vi: `Thủ tục ${code} không thể thay thế chính nó.`, en: `${code} cannot replace itself.` },
    {
      vi: 'Hãy bỏ mã này khỏi "replaces"; sửa đổi cùng mã là phiên bản mới.',
      en: 'Remove it from "replaces"; a change under the same code is a new release.',
    },
  );

export const emptySelection = (path: string): Problem =>
  problem(
    'definition.selection.empty',
    path,
    {
      vi: 'Danh sách trường hợp hoặc kênh để trống nên dòng này không áp dụng cho ai.',
      en: 'An empty list of cases or channels: the row applies to nobody.',
    },
    { vi: 'Hãy bỏ danh sách trống để áp dụng cho tất cả.', en: 'Leave the list out to apply to all.' },
  );

export const groupNeedsOne = (path: string): Problem =>
  problem(
    'definition.group.questions',
    path,
    {
      vi: 'Nhóm câu hỏi phải có câu hỏi của mình (questions) hoặc dùng nhóm chung (use), và chỉ một trong hai.',
      en: 'A group has either its own questions or uses a shared group, and not both.',
    },
    { vi: 'Hãy giữ lại một cách.', en: 'Keep one of the two.' },
  );

export const emptyRange = (path: string, least: number, most: number): Problem =>
  problem(
    'definition.range.empty',
    path,
    {
      vi: `Mức nhỏ nhất (${least}) lớn hơn mức lớn nhất (${most}): không câu trả lời nào hợp lệ.`,
      en: `The least (${least}) is above the most (${most}): no answer fits.`,
    },
    { vi: 'Hãy sửa lại hai mức.', en: 'Correct the two bounds.' },
  );

export const remoteReference = (path: string, reference: string): Problem =>
  problem(
    'definition.schema.remote-reference',
    path,
    {
      vi: `Biểu mẫu tham chiếu ra ngoài: ${reference.slice(0, 100)}.`,
      en: `The form refers to something outside it: ${reference.slice(0, 100)}.`,
    },
    { vi: 'Hãy đưa định nghĩa vào trong biểu mẫu ($defs).', en: 'Bring the definition into the form ($defs).' },
  );

export const dataReference = (path: string): Problem =>
  problem(
    'definition.schema.data-reference',
    path,
    { vi: 'Biểu mẫu không được dùng "$data".', en: 'A form may not use "$data".' },
    { vi: 'Hãy dùng điều kiện FEEL.', en: 'Use a FEEL condition.' },
  );

export const itemTwice = (path: string, code: string, earlier: number): Problem =>
  problem(
    'decision.item.twice',
    path,
    {
      vi: `Thủ tục ${code} đã có ở mục ${earlier} của quyết định.`,
      en: `${code} is item ${earlier} of the decision already.`,
    },
    { vi: 'Mỗi thủ tục chỉ được một mục; hãy gộp hoặc bỏ bớt.', en: 'One item for each procedure; merge or remove.' },
  );

export const repealWithRelease = (path: string, code: string): Problem =>
  problem(
    'decision.item.repeal-with-release',
    path,
    {
      vi: `Thủ tục ${code} bị bãi bỏ nhưng lại ghi phiên bản có hiệu lực.`,
      en: `${code} is repealed, yet a release is named for it.`,
    },
    {
      vi: 'Hãy bỏ "release", hoặc đổi hình thức thành sửa đổi (amend).',
      en: 'Remove "release", or make it an amendment.',
    },
  );

export const itemWithoutRelease = (path: string, code: string): Problem =>
  problem(
    'decision.item.release-missing',
    path,
    { vi: `Mục của thủ tục ${code} chưa ghi số phiên bản (release).`, en: `The item of ${code} names no release.` },
    { vi: 'Hãy ghi số phiên bản được đưa vào áp dụng.', en: 'Name the release that comes into force.' },
  );

export const replacedByOutsideRepeal = (path: string): Problem =>
  problem(
    'decision.item.replaced-by-misplaced',
    path,
    { vi: '"replacedBy" chỉ dùng cho thủ tục bị bãi bỏ.', en: '"replacedBy" belongs to a repeal only.' },
    {
      vi: 'Hãy bỏ "replacedBy", hoặc đổi hình thức thành bãi bỏ (repeal).',
      en: 'Remove it, or make the item a repeal.',
    },
  );

export const replaceWithoutCodes = (path: string, code: string): Problem =>
  problem(
    'decision.item.replaces-missing',
    path,
    {
      vi: `Thủ tục ${code} thay thế thủ tục khác nhưng chưa ghi mã bị thay thế (replaces).`,
      en: `${code} replaces others, but names none.`,
    },
    { vi: 'Hãy ghi các mã thủ tục hết hiệu lực.', en: 'Name the codes that end.' },
  );

export const replacesOutsideReplace = (path: string): Problem =>
  problem(
    'decision.item.replaces-misplaced',
    path,
    { vi: '"replaces" chỉ dùng cho hình thức thay thế (replace).', en: '"replaces" belongs to a replacement only.' },
    { vi: 'Hãy bỏ "replaces", hoặc đổi hình thức thành thay thế.', en: 'Remove it, or make the item a replacement.' },
  );

export const sharedTwice = (path: string, name: string): Problem =>
  problem(
    'definition.shared.twice',
    path,
    { vi: `Phần dùng chung "${name}" được định nghĩa hai lần.`, en: `"${name}" is defined twice.` },
    { vi: 'Hãy giữ lại một bản, hoặc đổi phiên bản sau dấu @.', en: 'Keep one, or change the version after @.' },
  );

export const releaseTwice = (path: string, code: string, number: number): Problem =>
  problem(
    'package.release.twice',
    path,
    {
      vi: `Phiên bản ${number} của thủ tục ${code} có hai lần trong gói.`,
      en: `Release ${number} of ${code} is in the package twice.`,
    },
    { vi: 'Hãy giữ lại một bản.', en: 'Keep one.' },
  );

export const releaseUnnamed = (path: string, code: string, number: number): Problem =>
  problem(
    'package.release.unnamed',
    path,
    {
      vi: `Gói kèm phiên bản ${number} của thủ tục ${code} nhưng quyết định không nhắc đến.`,
      en: `Release ${number} of ${code} came along, but the decision does not name it.`,
    },
    {
      vi: 'Hãy bỏ phiên bản đó khỏi gói, hoặc thêm mục vào quyết định.',
      en: 'Leave it out, or add an item to the decision.',
    },
  );

export const impossibleDay = (path: string, given: string): Problem =>
  problem(
    'decision.effective-from.impossible',
    path,
    {
      vi: `Ngày có hiệu lực "${given}" không có trong lịch.`,
      en: `The day of effect "${given}" is not in the calendar.`,
    },
    {
      vi: 'Hãy ghi ngày theo dạng năm-tháng-ngày, ví dụ 2021-07-01.',
      en: 'Write the date as year-month-day, for example 2021-07-01.',
    },
  );

export const replacedAndKept = (path: string, code: string, by: string): Problem =>
  problem(
    'decision.item.replaced-and-kept',
    path,
    {
      vi: `Thủ tục ${code} bị thủ tục ${by} thay thế trong chính quyết định này.`,
      en: `${code} is replaced by ${by} in this very decision.`,
    },
    { vi: 'Hãy bỏ mục này, hoặc bỏ mã khỏi "replaces".', en: 'Remove this item, or take the code out of "replaces".' },
  );

export const replacedByRepealed = (path: string, code: string): Problem =>
  problem(
    'decision.item.replaced-by-repealed',
    path,
    {
      vi: `Thủ tục ${code} cũng bị bãi bỏ nên không thể là nơi thay thế.`,
      en: `${code} is repealed too; people cannot be sent there.`,
    },
    { vi: 'Hãy chỉ đến một thủ tục còn hiệu lực.', en: 'Send them to a procedure that stays in force.' },
  );

export const noItems = (path: string): Problem =>
  problem(
    'decision.no-items',
    path,
    { vi: 'Quyết định chưa có thủ tục nào.', en: 'The decision names no procedure.' },
    { vi: 'Ghi ít nhất một thủ tục.', en: 'Name at least one.' },
  );

export const noOrganisation = (path: string): Problem =>
  problem(
    'decision.organisation.none',
    path,
    { vi: 'Quyết định sắp xếp đơn vị chưa ghi thay đổi nào.', en: 'The reorganisation names no change.' },
    {
      vi: 'Ghi các đơn vị thành lập, hợp nhất, chia, giải thể, chuyển hoặc đổi tên.',
      en: 'Name the units it changes.',
    },
  );

export const organisationElsewhere = (path: string): Problem =>
  problem(
    'decision.organisation.kind',
    path,
    {
      vi: 'Chỉ quyết định sắp xếp đơn vị mới được thay đổi đơn vị.',
      en: 'Only a reorganisation may change units.',
    },
    {
      vi: 'Tách phần đơn vị thành một quyết định riêng, loại "reorganisation".',
      en: 'Make it a decision of its own, of kind "reorganisation".',
    },
  );

export const itemsInReorganisation = (path: string): Problem =>
  problem(
    'decision.organisation.items',
    path,
    {
      vi: 'Quyết định sắp xếp đơn vị không công bố thủ tục.',
      en: 'A reorganisation publishes no procedures.',
    },
    {
      vi: 'Công bố thủ tục bằng quyết định riêng có cùng ngày hiệu lực.',
      en: 'Publish them by a decision of their own with the same day of effect.',
    },
  );

export const wholeDay = (path: string): Problem =>
  problem(
    'decision.organisation.day',
    path,
    {
      vi: 'Đơn vị thay đổi từ 00:00 của một ngày, không theo giờ.',
      en: 'Units change at the beginning of a day, not at an hour.',
    },
    { vi: 'Ghi ngày theo dạng năm-tháng-ngày.', en: 'Write the date as year-month-day.' },
  );

export const rollsBackAlone = (path: string): Problem =>
  problem(
    'decision.organisation.rolls-back',
    path,
    {
      vi: 'Quyết định khôi phục không được kèm thay đổi khác.',
      en: 'A decision that rolls another back makes no other change.',
    },
    { vi: 'Tách thay đổi khác thành quyết định riêng.', en: 'Put other changes in a decision of their own.' },
  );

const SHAPES_IN_WORDS = {
  create: { vi: 'Thành lập: không có đơn vị cũ, có đơn vị mới.', en: 'Creation: no old unit, new units.' },
  merge: { vi: 'Hợp nhất: có đơn vị cũ, đúng một đơn vị mới.', en: 'Merger: old units, exactly one new unit.' },
  split: {
    vi: 'Chia, tách: đúng một đơn vị cũ, từ hai đơn vị mới.',
    en: 'Split: exactly one old unit, two or more new.',
  },
  abolish: { vi: 'Giải thể: có đơn vị cũ, không có đơn vị mới.', en: 'Abolition: old units, no new unit.' },
  move: { vi: 'Chuyển: đúng một đơn vị, cùng mã.', en: 'Move: exactly one unit, of the same code.' },
  rename: { vi: 'Đổi tên: đúng một đơn vị, cùng mã.', en: 'Renaming: exactly one unit, of the same code.' },
} as const;

export const unitCount = (path: string, kind: keyof typeof SHAPES_IN_WORDS): Problem =>
  problem(
    'decision.organisation.count',
    path,
    { vi: 'Số đơn vị không hợp với loại thay đổi.', en: 'The number of units does not fit the kind of change.' },
    SHAPES_IN_WORDS[kind],
  );

export const otherUnitCode = (path: string): Problem =>
  problem(
    'decision.organisation.other-code',
    path,
    {
      vi: 'Đơn vị được chuyển hoặc đổi tên phải giữ nguyên mã.',
      en: 'A unit that moves or is renamed keeps its code.',
    },
    {
      vi: 'Nếu mã thay đổi, ghi là hợp nhất vào đơn vị mới.',
      en: 'Where the code changes, call it a merger into the new unit.',
    },
  );

export const noHeir = (path: string): Problem =>
  problem(
    'decision.organisation.no-heir',
    path,
    {
      vi: 'Chưa ghi đơn vị tiếp nhận công việc, người và hồ sơ.',
      en: 'It does not say who takes over work, people and dossiers.',
    },
    { vi: 'Ghi mã một đơn vị vào "heir".', en: 'Write the code of a unit in "heir".' },
  );
