import type { FeelType } from './types.ts';
import type { Localized } from '#engine/result/index.ts';

const KINDS: Readonly<Record<FeelType['kind'], { readonly vi: string; readonly en: string }>> = {
  string: { vi: 'chữ', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  boolean: { vi: 'đúng/sai', en: 'true or false' },
  date: { vi: 'ngày', en: 'a date' },
  'date-time': { vi: 'thời điểm', en: 'a date and time' },
  duration: { vi: 'khoảng thời gian', en: 'a duration' },
  list: { vi: 'danh sách', en: 'a list' },
  context: { vi: 'nhóm nhiều mục', en: 'a group of values' },
  null: { vi: 'không có giá trị (null)', en: 'null' },
  any: { vi: 'giá trị bất kỳ', en: 'any value' },
};

export const kindName = (type: FeelType): { readonly vi: string; readonly en: string } => KINDS[type.kind];

const listed = (names: readonly string[]): string =>
  names
    .slice(0, 8)
    .map((name) => `“${name}”`)
    .join(', ') + (names.length > 8 ? ', …' : '');

/** Sentences of the FEEL checker. */
export const messages = {
  tooLong: (length: number, limit: number): Localized => ({
    vi: `Biểu thức dài ${length} ký tự, quá giới hạn ${limit} ký tự.`,
    en: `The expression has ${length} characters; the limit is ${limit}.`,
  }),
  tooDeep: (limit: number): Localized => ({
    vi: `Biểu thức lồng nhau quá ${limit} cấp.`,
    en: `The expression is nested more than ${limit} levels deep.`,
  }),
  split: (): Localized => ({
    vi: 'Hãy tách biểu thức thành nhiều câu hỏi tự tính hoặc nhiều điều kiện ngắn hơn.',
    en: 'Split it into computed questions or shorter conditions.',
  }),
  empty: (): Localized => ({ vi: 'Biểu thức để trống.', en: 'The expression is empty.' }),
  writeOne: (): Localized => ({
    vi: 'Hãy viết một biểu thức FEEL, ví dụ: form.soBan > 2.',
    en: 'Write a FEEL expression, for example form.copies > 2.',
  }),
  syntax: (near: string, position: number): Localized => ({
    vi:
      near === ''
        ? 'Biểu thức dừng giữa chừng, còn thiếu một vế.'
        : `Không đọc được biểu thức từ ký tự thứ ${position + 1}, gần “${near}”.`,
    en:
      near === ''
        ? 'The expression stops half way: something is missing at its end.'
        : `The expression cannot be read from character ${position + 1} on, near “${near}”.`,
  }),
  checkSyntax: (): Localized => ({
    vi: 'Hãy kiểm tra dấu ngoặc, dấu nháy kép và các từ and, or, if … then … else.',
    en: 'Check brackets, double quotes, and the words and, or, if … then … else.',
  }),
  unsupported: (what: string): Localized => ({
    vi: `“${what}” không thuộc phần FEEL được dùng ở đây.`,
    en: `“${what}” is not part of the FEEL used here.`,
  }),
  useSubset: (): Localized => ({
    vi: 'Hãy viết lại bằng so sánh, and/or/not, in, between, if, phép tính và các hàm có sẵn.',
    en: 'Rewrite it with comparisons, and/or/not, in, between, if, arithmetic and the functions offered.',
  }),
  unknownName: (name: string, of: string | undefined): Localized => ({
    vi: of === undefined ? `Không có tên “${name}”.` : `“${of}” không có mục “${name}”.`,
    en: of === undefined ? `There is no name “${name}”.` : `“${of}” has no “${name}”.`,
  }),
  nearest: (name: string | undefined, all: readonly string[]): Localized => ({
    vi: name === undefined ? `Hãy dùng một trong các tên: ${listed(all)}.` : `Có phải là “${name}” không?`,
    en: name === undefined ? `Use one of: ${listed(all)}.` : `Did you mean “${name}”?`,
  }),
  unknownFunction: (name: string): Localized => ({
    vi: `Không có hàm “${name}”.`,
    en: `There is no function “${name}”.`,
  }),
  argumentCount: (name: string, given: number, wanted: string): Localized => ({
    vi: `Hàm “${name}” cần ${wanted} giá trị, đang có ${given}.`,
    en: `“${name}” takes ${wanted} value(s), ${given} given.`,
  }),
  wrongArgument: (name: string, index: number, wanted: FeelType, given: FeelType): Localized => ({
    vi: `Giá trị thứ ${index + 1} của hàm “${name}” phải là ${kindName(wanted).vi}, đang là ${kindName(given).vi}.`,
    en: `Value ${index + 1} of “${name}” must be ${kindName(wanted).en}, not ${kindName(given).en}.`,
  }),
  wrongType: (wanted: FeelType, given: FeelType): Localized => ({
    vi: `Chỗ này cần ${kindName(wanted).vi} nhưng biểu thức cho ${kindName(given).vi}.`,
    en: `This needs ${kindName(wanted).en} but the expression gives ${kindName(given).en}.`,
  }),
  giveType: (wanted: FeelType): Localized => ({
    vi: `Hãy viết một biểu thức cho ${kindName(wanted).vi}.`,
    en: `Write an expression that gives ${kindName(wanted).en}.`,
  }),
  notComparable: (left: FeelType, right: FeelType): Localized => ({
    vi: `Không so sánh được ${kindName(left).vi} với ${kindName(right).vi}.`,
    en: `${kindName(left).en} cannot be compared with ${kindName(right).en}.`,
  }),
  sameKind: (): Localized => ({
    vi: 'Hãy so sánh hai giá trị cùng loại; chữ đặt trong dấu nháy kép, ngày viết date("2021-07-01").',
    en: 'Compare values of one kind; put texts in double quotes and write dates as date("2021-07-01").',
  }),
  notOrdered: (type: FeelType): Localized => ({
    vi: `Không có thứ tự lớn bé giữa hai giá trị loại ${kindName(type).vi}.`,
    en: `There is no order between two values of kind “${kindName(type).en}”.`,
  }),
  badOperands: (operator: string, left: FeelType, right: FeelType): Localized => ({
    vi: `Không thực hiện được phép “${operator}” giữa ${kindName(left).vi} và ${kindName(right).vi}.`,
    en: `“${operator}” does not work between ${kindName(left).en} and ${kindName(right).en}.`,
  }),
  checkOperands: (): Localized => ({ vi: 'Hãy kiểm tra loại của hai vế.', en: 'Check the kinds of both sides.' }),
  outsideChoices: (value: string, choices: readonly string[]): Localized => ({
    vi: `“${value}” không nằm trong các lựa chọn: ${listed(choices)}.`,
    en: `“${value}” is not one of the choices: ${listed(choices)}.`,
  }),
  noCommonChoice: (): Localized => ({
    vi: 'Hai vế không có lựa chọn nào chung nên không bao giờ bằng nhau.',
    en: 'The two sides share no choice, so they can never be equal.',
  }),
  badLiteral: (what: string, text: string): Localized => ({
    vi: `“${text}” không phải là ${what === 'date' ? 'ngày có trong lịch' : what === 'duration' ? 'khoảng thời gian' : 'thời điểm'}.`,
    en: `“${text}” is not a ${what}.`,
  }),
  literalForm: (): Localized => ({
    vi: 'Viết ngày như date("2021-07-01"), khoảng thời gian như duration("P10D") hoặc duration("P1Y6M").',
    en: 'Write a date as date("2021-07-01"), a duration as duration("P10D") or duration("P1Y6M").',
  }),
  mayBeNull: (): Localized => ({
    vi: 'Khi chưa có câu trả lời, điều kiện này không xác định và được coi là không đúng.',
    en: 'While an answer is missing this condition is unknown, and counts as not true.',
  }),
  sayDefined: (): Localized => ({
    vi: 'Nếu muốn khác đi, hãy thêm “is defined(…)” hoặc “… = null”.',
    en: 'If you want it otherwise, add “is defined(…)” or “… = null”.',
  }),
  dateMayNotExist: (): Localized => ({
    vi: 'Ngày ghép từ các phần hoặc từ chữ có thể không có trong lịch (ví dụ 30 tháng 2); khi đó giá trị là null.',
    en: 'A date put together from parts or from a text may not exist (30 February); it is null then.',
  }),
  askForDate: (): Localized => ({
    vi: 'Hãy hỏi bằng câu hỏi loại ngày, hoặc nói rõ khi ngày là null.',
    en: 'Ask for it with a date question, or say what holds when it is null.',
  }),
  neverHolds: (): Localized => ({
    vi: 'So sánh này không bao giờ đúng với các giá trị được phép.',
    en: 'This comparison can never hold for the values allowed.',
  }),
  alwaysHolds: (): Localized => ({
    vi: 'So sánh này luôn đúng với các giá trị được phép.',
    en: 'This comparison always holds for the values allowed.',
  }),
  checkLimits: (low: string, high: string): Localized => ({
    vi: `Giá trị được phép: từ ${low} đến ${high}. Hãy sửa số so sánh, hoặc giới hạn của câu hỏi.`,
    en: `Values allowed: from ${low} to ${high}. Mend the number compared with, or the question’s limits.`,
  }),
  bracketsAround: (): Localized => ({
    vi: 'Phép “in” lấy cả phần “and”, “or” đứng sau làm điều kiện của nó.',
    en: '“in” takes the “and” or “or” after it as part of its test.',
  }),
  putBrackets: (): Localized => ({
    vi: 'Hãy đặt phép “in” trong ngoặc: (x in [1..3]) or y.',
    en: 'Put “in” into brackets: (x in [1..3]) or y.',
  }),
  emptyRange: (): Localized => ({
    vi: 'Khoảng này không chứa giá trị nào: đầu lớn hơn cuối.',
    en: 'This range holds nothing: its start is above its end.',
  }),
  swapRange: (): Localized => ({ vi: 'Hãy đổi chỗ hai đầu của khoảng.', en: 'Swap its ends.' }),
  tableWidth: (rule: number, tests: number, inputs: number): Localized => ({
    vi: `Dòng ${rule + 1} của bảng có ${tests} ô điều kiện, bảng có ${inputs} cột.`,
    en: `Row ${rule + 1} of the table has ${tests} condition cells; the table has ${inputs} columns.`,
  }),
  fillTable: (): Localized => ({
    vi: 'Hãy điền đủ ô; ô bất kỳ viết “-”.',
    en: 'Fill in every cell; write “-” for any.',
  }),
} as const;
