import type { FormDefinition, Question, SharedDefinitions } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error } from '../describe.ts';
import { fails, passes, question } from '../example.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';

/** Code lists, question groups and templates that the release names exist. */
export const sharedReferences: Check = {
  name: 'shared-references',
  part: 'form',
  proves: both(
    'Danh mục, nhóm câu hỏi và tệp mẫu được nêu đều có.',
    'Code lists, question groups and templates that are named exist.',
  ),
  findings: {
    'release.code-list.unknown': error('Không có danh mục đó.', 'There is no such code list.'),
    'release.group.unknown': error('Không có nhóm câu hỏi đó.', 'There is no such question group.'),
    'release.template.unknown': error('Không có tệp mẫu đó.', 'There is no such template.'),
  },
  examples: [
    passes('Danh mục có sẵn', 'A list that is there', {
      questions: [question('place', 'code-list', { list: 'places@1' })],
      shared: [
        {
          format: 'motcua/code-list@1',
          name: 'places@1',
          title: { vi: 'Nơi' },
          entries: [{ code: 'a', name: { vi: 'A' } }],
        },
      ],
    }),
    fails('release.code-list.unknown', 'Danh mục không có', 'A list that is not there', {
      questions: [question('place', 'code-list', { list: 'places@1' })],
    }),
    fails('release.group.unknown', 'Nhóm không có', 'A group that is not there', {
      questions: [question('who', 'group', { use: 'people@1' })],
    }),
    fails('release.template.unknown', 'Tệp mẫu không có', 'A template that is not there', {
      procedure: {
        results: [{ id: 'certificate', name: { vi: 'Giấy xác nhận' }, signedFile: true, template: 'x.typ' }],
      },
    }),
  ],
  run: ({ release, shared }) => [...inForm(release.form, shared), ...inProcedure(release)],
};

const inForm = (form: FormDefinition | undefined, shared: SharedDefinitions): readonly Problem[] => {
  if (!form || form.kind !== 'pages') return [];
  return form.pages.flatMap((page, index) => inQuestions(page.questions, `/form/pages/${index}/questions`, shared));
};

const inQuestions = (questions: readonly Question[], path: string, shared: SharedDefinitions): readonly Problem[] =>
  questions.flatMap((question, index): readonly Problem[] => {
    const at = `${path}/${index}`;
    switch (question.type) {
      case 'code-list':
        return Object.hasOwn(shared.codeLists, question.list)
          ? []
          : [say.unknownShared(`${at}/list`, 'list', question.list, Object.keys(shared.codeLists))];
      case 'group':
        if (question.use !== undefined) return groupProblems(question.use, `${at}/use`, shared);
        return inQuestions(question.questions ?? [], `${at}/questions`, shared);
      case 'repeat':
        return inQuestions(question.questions, `${at}/questions`, shared);
      default:
        return [];
    }
  });

const groupProblems = (name: string, path: string, shared: SharedDefinitions): readonly Problem[] => {
  const group = Object.hasOwn(shared.groups, name) ? shared.groups[name] : undefined;
  if (!group) return [say.unknownShared(path, 'group', name, Object.keys(shared.groups))];
  return inQuestions(group.questions, path, shared).map((found) => ({ ...found, path }));
};

type Papers = Readonly<{
  procedure: { checklist?: readonly { template?: { file?: string } }[]; results?: readonly { template?: string }[] };
  templates: Readonly<Record<string, string>>;
}>;

const inProcedure = ({ procedure, templates }: Papers): readonly Problem[] => [
  ...(procedure.results ?? []).flatMap(({ template }, index) =>
    template === undefined || !template.endsWith('.typ') || Object.hasOwn(templates, template)
      ? []
      : [say.unknownTemplate(`/procedure/results/${index}/template`, template)],
  ),
];
