import type { Localized } from '#engine/result/index.ts';

/** Sentences about form definitions, for their authors. Sentences about answers are in `answer-messages.ts`. */
export const messages = {
  duplicateId: (id: string): Localized => ({
    vi: `Mã câu hỏi “${id}” dùng hai lần.`,
    en: `The question id “${id}” is used twice.`,
  }),
  duplicatePage: (id: string): Localized => ({
    vi: `Mã trang “${id}” dùng hai lần.`,
    en: `The page id “${id}” is used twice.`,
  }),
  renameOne: (): Localized => ({ vi: 'Hãy đổi mã của một trong hai.', en: 'Rename one of the two.' }),
  duplicateOption: (value: string): Localized => ({
    vi: `Lựa chọn “${value}” ghi hai lần.`,
    en: `The option “${value}” is listed twice.`,
  }),
  removeOne: (): Localized => ({ vi: 'Hãy bỏ một trong hai.', en: 'Remove one of the two.' }),
  unknownList: (name: string): Localized => ({
    vi: `Không có danh mục “${name}”.`,
    en: `There is no code list “${name}”.`,
  }),
  expiredList: (name: string, until: string): Localized => ({
    vi: `Danh mục “${name}” đã hết hiệu lực từ sau ngày ${until}.`,
    en: `The code list “${name}” ended on ${until}.`,
  }),
  futureList: (name: string, from: string): Localized => ({
    vi: `Danh mục “${name}” chỉ có hiệu lực từ ngày ${from}.`,
    en: `The code list “${name}” starts only on ${from}.`,
  }),
  chooseList: (names: readonly string[]): Localized => ({
    vi:
      names.length === 0
        ? 'Hãy thêm danh mục này vào thư mục danh mục dùng chung.'
        : `Hãy dùng một trong các danh mục: ${names.slice(0, 8).join(', ')}.`,
    en: names.length === 0 ? 'Add it to the shared code lists.' : `Use one of: ${names.slice(0, 8).join(', ')}.`,
  }),
  newerList: (): Localized => ({
    vi: 'Hãy dùng phiên bản danh mục có hiệu lực vào ngày áp dụng.',
    en: 'Use the version of the list that is in force on the day.',
  }),
  unknownGroup: (name: string): Localized => ({
    vi: `Không có nhóm câu hỏi dùng chung “${name}”.`,
    en: `There is no shared question group “${name}”.`,
  }),
  chooseGroup: (names: readonly string[]): Localized => ({
    vi:
      names.length === 0
        ? 'Hãy ghi câu hỏi ngay trong nhóm.'
        : `Hãy dùng một trong các nhóm: ${names.slice(0, 8).join(', ')}.`,
    en:
      names.length === 0 ? 'Write the questions in the group itself.' : `Use one of: ${names.slice(0, 8).join(', ')}.`,
  }),
  groupEmpty: (id: string): Localized => ({
    vi: `Nhóm “${id}” không có câu hỏi nào.`,
    en: `The group “${id}” has no questions.`,
  }),
  groupBoth: (id: string): Localized => ({
    vi: `Nhóm “${id}” vừa có câu hỏi riêng vừa dùng nhóm dùng chung.`,
    en: `The group “${id}” has its own questions and uses a shared group too.`,
  }),
  oneOfBoth: (): Localized => ({
    vi: 'Hãy chọn một: câu hỏi riêng, hoặc nhóm dùng lại.',
    en: 'Keep one: questions of its own, or the group.',
  }),
  unknownPart: (part: string): Localized => ({ vi: `Không có mục “${part}”.`, en: `There is no part “${part}”.` }),
  partNotAsked: (part: string): Localized => ({
    vi: `Mục “${part}” bắt buộc nhưng không được hỏi.`,
    en: `The part “${part}” is required but not asked.`,
  }),
  chooseParts: (known: readonly string[]): Localized => ({
    vi: `Các mục có thể dùng: ${known.join(', ')}.`,
    en: `Known parts: ${known.join(', ')}.`,
  }),
  bounds: (low: string, high: string): Localized => ({
    vi: `“${low}” lớn hơn “${high}”, không câu trả lời nào đạt.`,
    en: `“${low}” is above “${high}”: no answer can pass.`,
  }),
  swapBounds: (): Localized => ({ vi: 'Hãy sửa một trong hai giới hạn.', en: 'Change one of the two limits.' }),
  badDate: (text: string): Localized => ({ vi: `“${text}” không phải là ngày.`, en: `“${text}” is not a date.` }),
  writeDate: (): Localized => ({
    vi: 'Viết ngày theo dạng 2021-07-01, hoặc “today”.',
    en: 'Write the date as 2021-07-01, or “today”.',
  }),
  notUsed: (key: string, type: string): Localized => ({
    vi: `“${key}” không dùng cho loại câu hỏi “${type}”.`,
    en: `“${key}” means nothing for a question of type “${type}”.`,
  }),
  removeKey: (): Localized => ({ vi: 'Hãy bỏ đi hoặc đổi loại câu hỏi.', en: 'Remove it, or change the type.' }),
  cycle: (path: readonly string[]): Localized => ({
    vi: `Điều kiện vòng tròn: ${path.join(' → ')}.`,
    en: `The conditions go round in a circle: ${path.join(' → ')}.`,
  }),
  breakCycle: (): Localized => ({ vi: 'Hãy bỏ một điều kiện trong vòng này.', en: 'Remove one of these conditions.' }),
  evilPattern: (pattern: string): Localized => ({
    vi: `Mẫu “${pattern}” có thể làm máy chạy rất lâu với một số câu trả lời.`,
    en: `The pattern “${pattern}” can take very long on some answers.`,
  }),
  badPattern: (pattern: string): Localized => ({
    vi: `Mẫu “${pattern}” không dùng được.`,
    en: `The pattern “${pattern}” cannot be used.`,
  }),
  simplerPattern: (): Localized => ({
    vi: 'Hãy viết mẫu đơn giản hơn: không lồng dấu lặp, không nhìn trước, không tham chiếu ngược.',
    en: 'Write a simpler pattern: no nested repetition, no look-around, no back-references.',
  }),
  patternText: (): Localized => ({
    vi: 'Câu hỏi có mẫu kiểm tra nhưng không có lời giải thích cho người khai.',
    en: 'The question has a pattern but no words that explain it.',
  }),
  addPatternText: (): Localized => ({ vi: 'Hãy ghi khuôn mẫu bằng lời.', en: 'Say the pattern in words.' }),
  foreignTooLarge: (what: string, limit: number): Localized => ({
    vi: `Biểu mẫu mang từ nơi khác vượt giới hạn: ${what} (tối đa ${limit}).`,
    en: `The schema is beyond the limit: ${what} (at most ${limit}).`,
  }),
  splitForm: (): Localized => ({
    vi: 'Hãy chia nhỏ biểu mẫu hoặc dùng danh mục dùng chung.',
    en: 'Split the form, or use a shared code list.',
  }),
  remoteRef: (ref: string): Localized => ({
    vi: `Tham chiếu “${ref}” trỏ ra ngoài biểu mẫu.`,
    en: `The reference “${ref}” points outside the schema.`,
  }),
  brokenRef: (ref: string): Localized => ({
    vi: `Tham chiếu “${ref}” không trỏ tới đâu.`,
    en: `The reference “${ref}” leads nowhere.`,
  }),
  refCycle: (ref: string): Localized => ({
    vi: `Tham chiếu “${ref}” đi vòng tròn.`,
    en: `The reference “${ref}” goes round in a circle.`,
  }),
  inlineRef: (): Localized => ({
    vi: 'Hãy đưa phần được tham chiếu vào trong biểu mẫu, dưới “$defs”.',
    en: 'Put what is referred to into the schema, under “$defs”.',
  }),
  keyword: (word: string): Localized => ({
    vi: `Không nhận từ khóa “${word}”.`,
    en: `The keyword “${word}” is not accepted.`,
  }),
  removeKeyword: (): Localized => ({ vi: 'Hãy bỏ từ khóa này.', en: 'Remove the keyword.' }),
  draft: (text: string): Localized => ({
    vi: `Không nhận phiên bản JSON Schema “${text}”.`,
    en: `JSON Schema “${text}” is not read here.`,
  }),
  useDraft: (): Localized => ({
    vi: 'Dùng bản 4, 6, 7, 2019-09 hoặc 2020-12.',
    en: 'Use draft 4, 6, 7, 2019-09 or 2020-12.',
  }),
  notObject: (): Localized => ({
    vi: 'Biểu mẫu phải là một đối tượng (“type”: “object”).',
    en: 'The schema must describe an object.',
  }),
  makeObject: (): Localized => ({
    vi: 'Hãy đặt các câu hỏi vào “properties” của một đối tượng.',
    en: 'Put the questions into the “properties” of an object.',
  }),
  invalidSchema: (why: string): Localized => ({
    vi: `Biểu mẫu không hợp lệ: ${why}.`,
    en: `The schema is not valid: ${why}.`,
  }),
  emptyRequired: (): Localized => ({
    vi: 'Danh sách “required” trống; bản 4 của JSON Schema đòi ít nhất một tên.',
    en: 'The list “required” is empty; draft 4 of JSON Schema wants at least one name.',
  }),
  patternUnchecked: (): Localized => ({
    vi: 'Biểu mẫu vẫn dùng được nhưng khuôn mẫu này không được kiểm tra tự động. Muốn kiểm tra, hãy viết lại đơn giản hơn.',
    en: 'The form can be used, but this pattern is not checked by machine. To have it checked, write it more simply.',
  }),
  checkSchema: (): Localized => ({
    vi: 'Hãy kiểm tra lại theo JSON Schema 2020-12.',
    en: 'Check it against JSON Schema 2020-12.',
  }),
} as const;
