import type { Question, Release } from '#engine/definition/index.ts';
import type { Localized, Problem } from '#engine/result/index.ts';
import { both, error, info, warning } from '../describe.ts';
import { choice, fails, fee, passes, question } from '../example.ts';
import * as say from '../messages.ts';
import type { Check, Subject } from '../subject.ts';

const before = { questions: [question('area', 'number', { label: { vi: 'Diện tích' } }), choice('kind', 'a b')] };

/** What an id of the release before meant, it still means; what is gone is told, so that it is gone on purpose. */
export const meaning: Check = {
  name: 'meaning',
  part: 'change',
  proves: both(
    'So với phiên bản trước, mỗi mã vẫn có nghĩa cũ; mã bị bỏ được nêu rõ để bỏ có chủ ý.',
    'Against the release before, every id keeps its meaning; what is retired is told.',
  ),
  findings: {
    'release.prior.type-changed': error(
      'Câu hỏi giữ mã cũ nhưng đổi loại câu trả lời.',
      'A question keeps its id while its answers are of another type.',
    ),
    'release.prior.meaning-changed': warning(
      'Mã cũ nay mang một tên hoàn toàn khác.',
      'An old id now has a wholly different name.',
    ),
    'release.prior.retired': info('Mã của phiên bản trước bị bỏ.', 'Ids of the release before are retired.'),
    'release.prior.codes-lost': warning(
      'Danh mục mới không còn những mã mà hồ sơ cũ có thể đang dùng.',
      'The new code list lacks codes that dossiers may hold.',
    ),
  },
  examples: [
    passes('Chỉ thêm câu hỏi', 'Questions are only added', {
      prior: before,
      questions: [...before.questions, question('note', 'text')],
    }),
    fails('release.prior.type-changed', 'Số thành văn bản', 'A number becomes a text', {
      prior: before,
      questions: [question('area', 'text', { label: { vi: 'Diện tích' } }), choice('kind', 'a b')],
    }),
    fails('release.prior.retired', 'Bỏ một câu hỏi và một lựa chọn', 'A question and an option are gone', {
      prior: before,
      questions: [choice('kind', 'a')],
    }),
    fails('release.prior.meaning-changed', 'Lệ phí thành tiền đặt cọc', 'A charge becomes a deposit', {
      prior: {},
      procedure: { fees: [fee({ name: { vi: 'Tiền đặt cọc' } })] },
    }),
    fails('release.prior.codes-lost', 'Danh mục mới thiếu mã', 'A code is missing from the new list', {
      prior: { questions: [question('place', 'code-list', { list: 'places@1' })] },
      questions: [question('place', 'code-list', { list: 'places@2' })],
      shared: ['1', '2'].map((version) => ({
        format: 'motcua/code-list@1',
        name: `places@${version}`,
        title: { vi: 'Nơi' },
        entries: [{ code: 'a', name: { vi: 'A' } }, ...(version === '1' ? [{ code: 'b', name: { vi: 'B' } }] : [])],
      })),
    }),
  ],
  run: (subject) => {
    const { release, context } = subject;
    const { prior } = context;
    if (!prior || prior.code !== release.code) return [];
    const [old, now] = [namesOf(prior), namesOf(release)];
    const kept = [...old].flatMap(([key, one]) => {
      const other = now.get(key);
      return other ? [[one, other] as const] : [];
    });
    const gone = [...old].flatMap(([key, { name, list }]) =>
      now.has(key) || [...now.values()].some((other) => other.list === list && other.name.vi === name.vi) ? [] : [key],
    );
    return [
      ...kept.flatMap(([one, other]) => changed(one, other, subject)),
      ...(gone.length > 0 ? [say.retired(gone)] : []),
    ];
  },
};

interface Named {
  readonly list: string;
  readonly name: Localized;
  readonly path: string;
  readonly question?: Question;
}

const namesOf = ({ procedure, form }: Release): ReadonlyMap<string, Named> => {
  const found = new Map<string, Named>();
  for (const list of ['cases', 'checklist', 'fees', 'results'] as const)
    (procedure[list] ?? []).forEach(({ id, name }, index) =>
      found.set(`${list}.${id}`, { list, name, path: `/procedure/${list}/${String(index)}/name` }),
    );
  const add = (questions: readonly Question[], prefix: string, at: string): void => {
    questions.forEach((one, index) => {
      const path = `${at}/${String(index)}`;
      const key = `${prefix}.${one.id}`;
      found.set(key, { list: prefix, name: one.label, path, question: one });
      if (one.type === 'choice' || one.type === 'choices')
        one.options.forEach(({ value, label }, place) =>
          found.set(`${key}=${value}`, { list: key, name: label, path: `${path}/options/${String(place)}` }),
        );
      if (one.type === 'group' || one.type === 'repeat') add(one.questions ?? [], key, `${path}/questions`);
    });
  };
  if (form?.kind === 'pages')
    form.pages.forEach((page, index) => add(page.questions, 'form', `/form/pages/${String(index)}/questions`));
  return found;
};

/** Types whose answers are stored alike: what the one took, the other reads. */
const ALIKE: readonly (readonly string[])[] = [
  ['text', 'long-text', 'phone', 'e-mail', 'personal-id'],
  ['number', 'money'],
  ['choice', 'code-list'],
  ['yes-no', 'declaration'],
];

const changed = (one: Named, other: Named, { shared }: Subject): readonly Problem[] => {
  const [old, now] = [one.question, other.question];
  if (old && now && old.type !== now.type && !ALIKE.some((set) => set.includes(old.type) && set.includes(now.type)))
    return [say.typeChanged(`${other.path}/type`, other.name, old.type, now.type)];
  if (old?.type === 'code-list' && now?.type === 'code-list' && old.list !== now.list) {
    const there = new Set(shared.codeLists[now.list]?.entries.map(({ code }) => code));
    const lost = (shared.codeLists[old.list]?.entries ?? []).filter(({ code }) => !there.has(code));
    return there.size > 0 && lost.length > 0
      ? [
          say.codesLost(
            `${other.path}/list`,
            now.list,
            lost.map(({ code }) => code),
          ),
        ]
      : [];
  }
  return hasWordInCommon(one.name.vi, other.name.vi) ? [] : [say.meaningChanged(other.path, one.name, other.name)];
};

const words = (text: string): readonly string[] => text.toLocaleLowerCase('vi').match(/[\p{L}\d]+/gu) ?? [];

const hasWordInCommon = (one: string, other: string): boolean => {
  const there = new Set(words(other));
  return words(one).length === 0 || words(one).some((word) => there.has(word));
};
