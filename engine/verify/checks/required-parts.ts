import type { Procedure } from '#engine/definition/index.ts';
import type { Localized, Problem } from '#engine/result/index.ts';
import { both, error, law } from '../describe.ts';
import { fails, passes } from '../example.ts';
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
  part: 'information',
  proves: both(
    'Mọi phần mà pháp luật yêu cầu đều có, hoặc được ghi rõ là không quy định.',
    'Every part the law asks for is there, or said to be none.',
  ),
  findings: {
    'release.part.missing': error('Thiếu một phần của thủ tục.', 'A part of the procedure is missing.', law.parts),
  },
  examples: [
    passes('Đủ các phần', 'All parts', {}),
    passes('Ghi rõ không quy định lệ phí', 'Fees said to be none', {
      procedure: { fees: [], none: ['conditions', 'fees'] },
    }),
    fails('release.part.missing', 'Không nói gì về yêu cầu, điều kiện', 'Nothing said of conditions', {
      procedure: { none: [] },
    }),
  ],
  run: ({ release: { procedure } }) => {
    const none: readonly Optional[] = procedure.none ?? [];
    const problems: Problem[] = [];
    for (const [part, name] of Object.entries(optional)) {
      if (!isPart(part) || none.includes(part)) continue;
      if ((procedure[part] ?? []).length === 0) problems.push(say.missingPart(part, name));
    }
    return problems;
  },
  fix: ({ path }, { release: { procedure } }) => ({
    label: both('Ghi rõ là pháp luật không quy định phần này.', 'Say that the law provides none.'),
    edits: [{ set: '/procedure/none', to: [...(procedure.none ?? []), path.replace('/procedure/', '')] }],
  }),
};

const isPart = (part: string): part is Exclude<Optional, 'cases'> => Object.hasOwn(optional, part);
