import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { duplicateIds } from './ids.ts';
import * as say from './messages.ts';
import type { SharedDefinitions } from './release.ts';
import type { CodeList, QuestionGroup } from './schema/form.ts';
import { check, formatOf } from './schema/validate.ts';

export const noShared: SharedDefinitions = { groups: {}, codeLists: {} };

/** Reads one question group or code list after the other; the name is the one each states. */
export const loadShared = (
  files: readonly { readonly path: string; readonly json: unknown }[],
): Result<SharedDefinitions> => {
  const groups: Record<string, QuestionGroup> = {};
  const codeLists: Record<string, CodeList> = {};
  const problems: Problem[] = [];
  for (const { path, json } of files) {
    const format = formatOf(json);
    if (format === 'motcua/question-group@1') {
      const checked = check('motcua/question-group@1', json, path);
      if ('problems' in checked) problems.push(...checked.problems);
      else {
        problems.push(...duplicateIds(checked.value.questions, `${path}/questions`));
        if (groups[checked.value.name]) problems.push(say.sharedTwice(path, checked.value.name));
        groups[checked.value.name] = checked.value;
      }
    } else if (format === 'motcua/code-list@1') {
      const checked = check('motcua/code-list@1', json, path);
      if ('problems' in checked) problems.push(...checked.problems);
      else {
        problems.push(...duplicateCodes(checked.value, path));
        if (codeLists[checked.value.name]) problems.push(say.sharedTwice(path, checked.value.name));
        codeLists[checked.value.name] = checked.value;
      }
    } else {
      problems.push({
        ...say.unknownFormat(format, ['motcua/question-group@1', 'motcua/code-list@1']),
        path: `${path}/format`,
      });
    }
  }
  return problems.length > 0 ? fail(...problems) : ok({ groups, codeLists });
};

const duplicateCodes = (list: CodeList, path: string): readonly Problem[] => {
  const seen = new Set<string>();
  return list.entries.flatMap(({ code }, index) => {
    if (seen.has(code)) return [say.duplicateId(`${path}/entries/${index}/code`, code, path)];
    seen.add(code);
    return [];
  });
};
