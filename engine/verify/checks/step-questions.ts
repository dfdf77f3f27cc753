import { loadForm, type PagesForm, type Question } from '#engine/definition/index.ts';
import { compileQuestions } from '#engine/form/index.ts';
import type { GraphNode } from '#engine/process/index.ts';
import type { Problem, Result } from '#engine/result/index.ts';
import { parseJson } from '#engine/definition/index.ts';
import { both, error } from '../describe.ts';
import { fails, passes, path, receive, sign, task, usual } from '../example.ts';
import * as say from '../messages.ts';
import { elementPath, stepName } from '../steps.ts';
import type { Check, Subject } from '../subject.ts';

/** The questions that a step asks are a form: `<mc:questions>` as JSON, or a shared group by name. */
export const stepQuestions: Check = {
  name: 'step-questions',
  part: 'process',
  proves: both(
    'Câu hỏi của mỗi bước là một tờ khai đọc được.',
    'The questions of each step are a form that can be read.',
  ),
  findings: {
    'release.group.unknown': error('Không có nhóm câu hỏi đó.', 'There is no such group.'),
    'definition.*': error('Câu hỏi viết sai.', 'The questions are not written as they should be.'),
    'form.*': error('Câu hỏi viết sai.', 'A question is wrong.'),
    'expression.*': error('Điều kiện viết sai.', 'A condition is wrong.'),
  },
  examples: [
    passes('Không hỏi gì', 'Nothing is asked', { process: usual }),
    fails('release.group.unknown', 'Nhóm không có', 'A group that is not there', {
      process: path('receive sign enter') + receive + sign + task('enter', 'mc:act="enter-result" mc:form="people@1"'),
    }),
  ],
  run: (subject) =>
    (subject.process.graph?.nodes ?? []).flatMap((node) =>
      node.settings.form === undefined ? [] : problemsOf(node, node.settings.form.trim(), subject),
    ),
};

const problemsOf = (node: GraphNode, form: string, { shared, environment }: Subject): readonly Problem[] => {
  const path = elementPath(node);
  const questions = questionsOf(form, path, shared.groups);
  if (!questions.ok) return questions.problems;
  const compiled = compileQuestions(questions.value, { vi: stepName(node) }, shared, environment ?? {});
  return under(path, compiled.ok ? (compiled.warnings ?? []) : compiled.problems);
};

const questionsOf = (
  form: string,
  path: string,
  groups: Subject['shared']['groups'],
): Result<PagesForm['pages'][number]['questions']> => {
  if (!form.startsWith('[')) {
    const group = Object.hasOwn(groups, form) ? groups[form] : undefined;
    if (!group) return { ok: false, problems: [say.unknownShared(path, 'group', form, Object.keys(groups))] };
    const questions: Question[] = [...group.questions];
    return { ok: true, value: questions as PagesForm['pages'][number]['questions'] };
  }
  const parsed = parseJson(form);
  if (!parsed.ok) return { ok: false, problems: under(path, parsed.problems) };
  const loaded = loadForm({
    format: 'motcua/form@1',
    kind: 'pages',
    pages: [{ id: 'questions', title: { vi: 'Câu hỏi của bước' }, questions: parsed.value }],
  });
  if (!loaded.ok) return { ok: false, problems: under(path, loaded.problems) };
  const [page] = loaded.value.kind === 'pages' ? loaded.value.pages : [];
  return page ? { ok: true, value: page.questions } : { ok: false, problems: [] };
};

const under = (path: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((found) => ({ ...found, path: `${path}${found.path.replace('/pages/0', '')}` }));
