import type { ErrorObject } from 'ajv';
import { problem, type Localized, type Problem } from '#engine/result/index.ts';
import { nameOf } from './names.ts';

/**
 * AJV's errors as problems that a person can act on. Where a value may have one of several shapes
 * (`anyOf`), only the errors of the shape that was meant are told: the one whose `type` or `kind`
 * the value states.
 */
export const explain = (errors: readonly ErrorObject[]): readonly Problem[] => {
  const seen = new Set<string>();
  return narrow(errors)
    .map(toProblem)
    .filter((found) => {
      const key = `${found.code} ${found.path} ${found.message.vi}`;
      return seen.has(key) ? false : seen.add(key) !== undefined;
    });
};

const narrow = (errors: readonly ErrorObject[]): readonly ErrorObject[] => {
  const choice = errors
    .filter(({ keyword }) => keyword === 'anyOf')
    .sort((one, other) => one.schemaPath.length - other.schemaPath.length)[0];
  if (!choice) return errors;
  const belongs = (error: ErrorObject): boolean =>
    error.schemaPath.startsWith(`${choice.schemaPath}/`) && within(choice.instancePath, error.instancePath);
  const others = errors.filter((error) => error !== choice && !belongs(error));
  const branches = group(errors.filter(belongs), (error) => branchOf(choice, error));
  const meant = [...branches.values()].filter((branch) => !isOtherShape(choice, branch));
  const best = meant.sort((one, other) => deepest(other) - deepest(one) || one.length - other.length)[0];
  return best ? narrow([...others, ...best]) : [...narrow(others), stated(choice, [...branches.values()].flat())];
};

/** None of the shapes was meant: if the value states a `type` or `kind`, it is that one that is wrong. */
const stated = (choice: ErrorObject, errors: readonly ErrorObject[]): ErrorObject => {
  const tags = errors.filter(
    ({ keyword, instancePath }) =>
      (keyword === 'const' || keyword === 'enum') &&
      /^\/(type|kind|format)$/.test(instancePath.slice(choice.instancePath.length)),
  );
  const [first] = tags;
  if (!first) return choice;
  const allowedValues = tags.flatMap(({ keyword, params }): readonly unknown[] =>
    keyword === 'enum' && Array.isArray(params['allowedValues']) ? params['allowedValues'] : [params['allowedValue']],
  );
  return { ...first, keyword: 'enum', params: { allowedValues: [...new Set(allowedValues)] } };
};

const group = <Item>(items: readonly Item[], by: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
};

const branchOf = (choice: ErrorObject, error: ErrorObject): string =>
  error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0] ?? '';

const within = (outer: string, inner: string): boolean => inner === outer || inner.startsWith(`${outer}/`);

/** The value says itself that it is not this shape, or is not even of the same JSON type. */
const isOtherShape = (choice: ErrorObject, branch: readonly ErrorObject[]): boolean =>
  branch.some(
    ({ keyword, instancePath, params }) =>
      (keyword === 'type' && instancePath === choice.instancePath) ||
      ((keyword === 'const' || keyword === 'enum') &&
        /^\/(type|kind|format)$/.test(instancePath.slice(choice.instancePath.length))) ||
      (keyword === 'required' &&
        instancePath === choice.instancePath &&
        'missingProperty' in params &&
        params['missingProperty'] === 'kind'),
  );

const deepest = (branch: readonly ErrorObject[]): number =>
  Math.max(...branch.map(({ instancePath }) => instancePath.split('/').length));

const place = (path: string): Localized => {
  const name = nameOf(path);
  return { vi: name.vi, en: name.en ?? name.vi };
};

const text = (value: unknown): string => {
  const written = JSON.stringify(value) ?? 'null';
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
};

/** The value itself, for the sentence; AJV gives it in verbose mode. */
const toProblem = (error: ErrorObject): Problem => {
  const { keyword, instancePath: path, params, data } = error;
  const at = place(path);
  switch (keyword) {
    case 'required': {
      const missing = String(params['missingProperty']);
      const inner = `${path}/${missing}`;
      const name = place(inner);
      const inside = path === '' ? { vi: '', en: '' } : { vi: ` trong ${at.vi}`, en: ` in ${at.en}` };
      return problem(
        'definition.missing',
        inner,
        { vi: `Thiếu ${name.vi}${inside.vi}.`, en: `Missing ${name.en}${inside.en}.` },
        { vi: `Hãy bổ sung mục "${missing}".`, en: `Add "${missing}".` },
      );
    }
    case 'additionalProperties': {
      const extra = String(params['additionalProperty']);
      return problem(
        'definition.unknown-property',
        `${path}/${extra}`,
        {
          vi: `Mục "${extra}" không có trong định dạng, ở ${at.vi}.`,
          en: `"${extra}" is not part of the format, at ${at.en}.`,
        },
        { vi: 'Hãy xóa mục đó hoặc sửa lại tên.', en: 'Remove it or correct its name.' },
      );
    }
    case 'type':
      return problem(
        'definition.type',
        path,
        {
          vi: `${capital(at.vi)} phải là ${typeName(params['type']).vi}.`,
          en: `${capital(at.en ?? at.vi)} must be ${typeName(params['type']).en}.`,
        },
        { vi: `Giá trị đang có: ${text(data)}.`, en: `It is ${text(data)} now.` },
      );
    case 'enum':
    case 'const': {
      const allowed: readonly unknown[] =
        keyword === 'enum' && Array.isArray(params['allowedValues'])
          ? params['allowedValues']
          : [params['allowedValue']];
      return problem(
        'definition.not-allowed',
        path,
        { vi: `Giá trị ${text(data)} không dùng được ở ${at.vi}.`, en: `${text(data)} cannot be used at ${at.en}.` },
        { vi: `Hãy chọn một trong: ${allowed.join(', ')}.`, en: `Use one of: ${allowed.join(', ')}.` },
      );
    }
    case 'pattern':
    case 'format':
      return problem(
        'definition.malformed',
        path,
        {
          vi: `${capital(at.vi)} không đúng mẫu: ${text(data)}.`,
          en: `${capital(at.en ?? at.vi)} is malformed: ${text(data)}.`,
        },
        keyword === 'format'
          ? {
              vi: 'Hãy ghi ngày theo dạng năm-tháng-ngày, ví dụ 2021-07-01.',
              en: 'Write the date as year-month-day, for example 2021-07-01.',
            }
          : { vi: `Mẫu cần theo: ${String(params['pattern'])}`, en: `It must match ${String(params['pattern'])}` },
      );
    case 'anyOf':
      return problem(
        'definition.no-shape',
        path,
        {
          vi: `${capital(at.vi)} không thuộc dạng nào được hiểu: ${text(data)}.`,
          en: `${capital(at.en ?? at.vi)} has none of the shapes understood: ${text(data)}.`,
        },
        {
          vi: 'Hãy xem các dạng được phép trong tài liệu định dạng, mục cùng tên.',
          en: 'See the shapes allowed in the description of the format.',
        },
      );
    default:
      return problem(
        'definition.out-of-bounds',
        path,
        {
          vi: `${capital(at.vi)} ${bound(keyword, params).vi}.`,
          en: `${capital(at.en ?? at.vi)} ${bound(keyword, params).en ?? ''}.`,
        },
        { vi: `Giá trị đang có: ${text(data)}.`, en: `It is ${text(data)} now.` },
      );
  }
};

const bound = (keyword: string, params: Readonly<Record<string, unknown>>): Localized => {
  const limit = String(params['limit'] ?? '');
  switch (keyword) {
    case 'minLength':
      return { vi: `phải có ít nhất ${limit} ký tự`, en: `must have at least ${limit} characters` };
    case 'maxLength':
      return { vi: `không được dài quá ${limit} ký tự`, en: `may have at most ${limit} characters` };
    case 'minItems':
      return { vi: `phải có ít nhất ${limit} mục`, en: `must have at least ${limit} items` };
    case 'maxItems':
      return { vi: `không được có quá ${limit} mục`, en: `may have at most ${limit} items` };
    case 'minimum':
      return { vi: `không được nhỏ hơn ${limit}`, en: `must be at least ${limit}` };
    case 'maximum':
      return { vi: `không được lớn hơn ${limit}`, en: `must be at most ${limit}` };
    case 'minProperties':
      return { vi: 'không được để trống', en: 'may not be empty' };
    default:
      return { vi: 'không hợp lệ', en: `is not valid (${keyword})` };
  }
};

const typeName = (type: unknown): Localized => {
  switch (type) {
    case 'string':
      return { vi: 'một đoạn văn bản', en: 'a text' };
    case 'integer':
      return { vi: 'một số nguyên', en: 'a whole number' };
    case 'number':
      return { vi: 'một số', en: 'a number' };
    case 'boolean':
      return { vi: 'đúng (true) hoặc sai (false)', en: 'true or false' };
    case 'array':
      return { vi: 'một danh sách', en: 'a list' };
    default:
      return { vi: 'một nhóm có tên mục', en: 'an object' };
  }
};

const capital = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1);
