import type { Localized, Problem } from '#engine/result/index.ts';
import type { Issue } from './answer-issues.ts';

/** What people read beside a question: which one, what is wrong, what to do. */
interface Sentence {
  readonly what: { readonly vi: string; readonly en: string };
  readonly todo: { readonly vi: string; readonly en: string };
}

const sentence = (vi: string, en: string, todoVi: string, todoEn: string): Sentence => ({
  what: { vi, en },
  todo: { vi: todoVi, en: todoEn },
});

/** `2021-07-01` → `01/07/2021`; years and months alone as `07/2021`, `2021`. */
export const dateText = (date: string): string => date.split('-').reverse().join('/');

const numberText = (value: unknown, locale: 'vi' | 'en'): string =>
  typeof value === 'number'
    ? new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 }).format(value)
    : String(value);

const megabytes = (bytes: unknown): number => Math.max(1, Math.floor(Number(bytes) / (1024 * 1024)));

const missing = ({ question }: Issue): Sentence => {
  switch (question.question.type) {
    case 'choice':
    case 'code-list':
    case 'yes-no':
      return sentence('chưa chọn', 'nothing is chosen', 'Hãy chọn một mục.', 'Choose one.');
    case 'choices':
      return sentence('chưa chọn mục nào', 'nothing is chosen', 'Hãy chọn ít nhất một mục.', 'Choose at least one.');
    case 'declaration':
      return sentence(
        'chưa đánh dấu vào ô cam đoan',
        'the box is not ticked',
        'Hãy đọc kỹ rồi đánh dấu vào ô này.',
        'Read it, then tick the box.',
      );
    case 'file':
      return sentence(
        'chưa có tệp',
        'there is no file',
        'Hãy chụp hoặc chọn tệp rồi tải lên.',
        'Take a picture or choose a file, and upload it.',
      );
    case 'date':
      return sentence(
        'chưa nhập ngày',
        'no date is given',
        'Hãy nhập theo ngày/tháng/năm.',
        'Enter it as day/month/year.',
      );
    case 'repeat':
      return sentence('chưa có mục nào', 'the list is empty', 'Hãy thêm ít nhất một mục.', 'Add at least one.');
    default:
      return sentence('chưa điền', 'this is not filled in', 'Hãy điền mục này.', 'Fill it in.');
  }
};

const shaped = (issue: Issue): Sentence => {
  const { question } = issue.question;
  switch (question.type) {
    case 'phone':
      return sentence(
        'số điện thoại chưa đúng',
        'the telephone number is not right',
        'Hãy nhập 10 chữ số (máy bàn 11 chữ số), bắt đầu bằng số 0, viết liền.',
        'Enter 10 digits (11 for a landline), starting with 0.',
      );
    case 'e-mail':
      return sentence(
        'địa chỉ thư điện tử chưa đúng',
        'the e-mail address is not right',
        'Hãy nhập theo dạng ten@vidu.vn.',
        'Enter it as name@example.vn.',
      );
    case 'personal-id':
      return sentence(
        'số định danh chưa đúng',
        'the identification number is not right',
        'Hãy nhập đủ 9 hoặc 12 chữ số, viết liền.',
        'Enter 9 or 12 digits, without spaces.',
      );
    case 'date':
      return wrongDate(issue);
    default: {
      const form = 'patternText' in question && question.patternText ? question.patternText : undefined;
      return form
        ? sentence(
            'chưa đúng cách viết',
            'this is not in the right form',
            `Hãy nhập lại: ${form.vi}.`,
            `Enter it again: ${form.en ?? form.vi}.`,
          )
        : sentence(
            'chưa đúng cách viết',
            'this is not in the right form',
            'Hãy kiểm tra rồi nhập lại.',
            'Check it and enter it again.',
          );
    }
  }
};

const wrongDate = ({ value, question }: Issue): Sentence => {
  const partial = question.question.type === 'date' && question.question.partial === true;
  const shown = typeof value === 'string' && /^\d{1,4}(-\d{1,2}){0,2}$/.test(value) ? ` ${dateText(value)}` : '';
  return sentence(
    shown === '' ? 'ngày chưa đúng' : `ngày${shown} không có trong lịch`,
    shown === '' ? 'the date is not right' : `there is no day${shown} in the calendar`,
    partial ? 'Hãy nhập lại theo ngày/tháng/năm; chỉ nhớ năm thì nhập năm.' : 'Hãy nhập lại theo ngày/tháng/năm.',
    partial ? 'Enter it as day/month/year, or only the year if no more is known.' : 'Enter it again as day/month/year.',
  );
};

const wrongKind = (issue: Issue): Sentence => {
  switch (issue.question.question.type) {
    case 'number':
      return Number.isInteger(issue.value) || typeof issue.value !== 'number'
        ? sentence('phải là số', 'this must be a number', 'Hãy nhập bằng chữ số.', 'Enter it in digits.')
        : sentence('phải là số nguyên', 'this must be a whole number', 'Hãy bỏ phần lẻ.', 'Leave out the fraction.');
    case 'money':
      return sentence(
        'số tiền phải là số nguyên, tính bằng đồng',
        'the sum must be whole đồng',
        'Hãy nhập bằng chữ số.',
        'Enter it in digits.',
      );
    case 'date':
      return wrongDate(issue);
    case 'choice':
    case 'choices':
    case 'code-list':
      return sentence(
        'mục đã chọn không có trong danh sách',
        'the choice is not on the list',
        'Hãy chọn lại.',
        'Choose again.',
      );
    case 'file':
      return sentence(
        'tệp tải lên chưa đúng',
        'the file is not right',
        'Hãy tải tệp lên lần nữa.',
        'Upload the file again.',
      );
    default:
      return sentence('câu trả lời chưa đúng', 'the answer is not right', 'Hãy nhập lại.', 'Enter it again.');
  }
};

const describe = (issue: Issue): Sentence => {
  const { keyword, limit } = issue;
  const vi = numberText(limit, 'vi');
  const en = numberText(limit, 'en');
  switch (keyword) {
    case 'required':
      return missing(issue);
    case 'enum':
    case 'membership':
    case 'uniqueItems':
      return sentence(
        'mục đã chọn không có trong danh sách',
        'the choice is not on the list',
        'Hãy chọn lại trong danh sách.',
        'Choose again from the list.',
      );
    case 'pattern':
      return shaped(issue);
    case 'format':
      return issue.question.question.type === 'e-mail' ? shaped(issue) : wrongDate(issue);
    case 'minLength':
      return sentence(
        `cần ít nhất ${vi} ký tự`,
        `at least ${en} characters are needed`,
        'Hãy viết đầy đủ hơn.',
        'Write it in full.',
      );
    case 'maxLength':
      return ['phone', 'personal-id'].includes(issue.question.question.type)
        ? shaped(issue)
        : sentence(`dài quá ${vi} ký tự`, `this is longer than ${en} characters`, 'Hãy viết ngắn lại.', 'Shorten it.');
    case 'minimum':
      return sentence(`nhỏ hơn ${vi}`, `this is below ${en}`, `Hãy nhập số từ ${vi} trở lên.`, `Enter ${en} or more.`);
    case 'maximum':
      return sentence(`lớn hơn ${vi}`, `this is above ${en}`, `Hãy nhập số không quá ${vi}.`, `Enter ${en} or less.`);
    case 'multipleOf':
      return sentence(
        'có quá nhiều chữ số sau dấu phẩy',
        'there are too many decimals',
        `Hãy làm tròn đến ${vi}.`,
        `Round it to ${en}.`,
      );
    case 'minItems':
      return sentence(
        `cần ít nhất ${vi} mục`,
        `at least ${en} are needed`,
        'Hãy thêm cho đủ.',
        'Add the missing ones.',
      );
    case 'maxItems':
      return sentence(`nhiều hơn ${vi} mục`, `there are more than ${en}`, 'Hãy bỏ bớt.', 'Remove some.');
    case 'earliest':
      return sentence(
        `sớm hơn ngày ${dateText(String(limit))}`,
        `this is before ${dateText(String(limit))}`,
        `Hãy nhập ngày từ ${dateText(String(limit))} trở đi.`,
        `Enter ${dateText(String(limit))} or a later day.`,
      );
    case 'latest':
      return sentence(
        `muộn hơn ngày ${dateText(String(limit))}`,
        `this is after ${dateText(String(limit))}`,
        `Hãy nhập ngày không muộn hơn ${dateText(String(limit))}.`,
        `Enter ${dateText(String(limit))} or an earlier day.`,
      );
    case 'file.bytes':
      return sentence(
        `tệp lớn hơn ${megabytes(limit)} MB`,
        `the file is larger than ${megabytes(limit)} MB`,
        'Hãy chọn tệp nhỏ hơn.',
        'Choose a smaller file.',
      );
    default:
      return wrongKind(issue);
  }
};

const LONGEST_LABEL = 120;

/** `Ngày sinh:` keeps one colon; a label that asks keeps its question mark. */
const lead = (label: string): string => {
  const short =
    label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL).trimEnd()}…` : label.replace(/[\s:.]+$/u, '');
  return short.endsWith('?') ? short : `${short}:`;
};

const full = (label: string, what: string): string => {
  const before = lead(label);
  return `${before} ${before.endsWith('?') ? what.charAt(0).toUpperCase() + what.slice(1) : what}.`;
};

/** The fault of an answer as a problem: its path is the JSON pointer of the answer. */
export const issueProblem = (issue: Issue): Problem => {
  const { what, todo } = describe(issue);
  const message: Localized = { vi: full(issue.label.vi, what.vi), en: full(issue.label.en ?? issue.label.vi, what.en) };
  return {
    code: `form.answer.${issue.keyword}`,
    path: pointerOf(issue.path),
    message,
    remedy: todo,
    severity: 'error',
  };
};

export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
