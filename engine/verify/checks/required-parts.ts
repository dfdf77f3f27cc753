import type { Procedure } from '#engine/definition/index.ts';
import type { Localized, Problem } from '#engine/result/index.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';

type Optional = NonNullable<Procedure['none']>[number];

/** Optional parts: given, or said to be none, so that "không quy định" differs from "chưa nhập". */
const optional: Readonly<Record<Exclude<Optional, 'cases'>, Localized>> = {
  checklist: { vi: 'thành phần hồ sơ', en: 'checklist' },
  publicSteps: { vi: 'trình tự thực hiện', en: 'public steps' },
  results: { vi: 'kết quả thực hiện', en: 'results' },
  fees: { vi: 'phí, lệ phí', en: 'fees' },
  conditions: { vi: 'yêu cầu, điều kiện', en: 'conditions' },
};

/** NĐ 63/2010/NĐ-CP Điều 8 khoản 2: the parts a procedure must have before it can be published. */
export const requiredParts: Check = {
  name: 'required-parts',
  run: ({ release: { procedure } }) => {
    const none: readonly Optional[] = procedure.none ?? [];
    const problems: Problem[] = [];
    for (const [part, name] of Object.entries(optional)) {
      if (!isPart(part) || none.includes(part)) continue;
      if ((procedure[part] ?? []).length === 0) problems.push(say.missingPart(part, name));
    }
    return problems;
  },
};

const isPart = (part: string): part is Exclude<Optional, 'cases'> => Object.hasOwn(optional, part);
