import type { CompiledQuestion } from '#engine/form/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error } from '../describe.ts';
import { fails, passes, question } from '../example.ts';
import * as say from '../logic-messages.ts';
import {
  ask,
  isLeaf,
  patternLengths,
  placesOf,
  solve,
  witnessOf,
  worldOfSubject,
  type Place,
} from '../reason/index.ts';
import type { Check, Subject } from '../subject.ts';

/** Every question takes some value; money that is computed is never below zero. */
export const limits: Check = {
  name: 'limits',
  part: 'form',
  proves: both(
    'Mỗi câu hỏi nhận được ít nhất một giá trị; số tiền tính ra không âm.',
    'Every question takes some value; computed money is never below zero.',
  ),
  findings: {
    'form.question.no-value': error('Không giá trị nào đạt các giới hạn.', 'No value meets the limits.'),
    'form.computed.negative': error('Số tiền tính ra có thể âm.', 'Computed money may be below zero.'),
  },
  examples: [
    passes('Từ 1 đến 9', 'From 1 to 9', { questions: [question('count', 'number', { minimum: 1, maximum: 9 })] }),
    fails('form.question.no-value', 'Mẫu dài hơn giới hạn', 'A pattern longer than the limit', {
      questions: [question('code', 'text', { pattern: '^[0-9]{12}$', patternText: { vi: '12 số' }, maxLength: 9 })],
    }),
    fails('form.computed.negative', 'Trừ không chặn dưới', 'A difference without a floor', {
      questions: [
        question('paid', 'money', { required: true, minimum: 0, maximum: 100 }),
        question('left', 'computed', { value: '50 - form.paid', result: 'money' }),
      ],
    }),
  ],
  run: (subject) => {
    const form = subject.form.compiled;
    if (form?.kind !== 'pages' || form.generated) return [];
    const day = subject.context.asOf;
    return [...placesOf(form).values()].flatMap((place): readonly Problem[] => {
      if (!isLeaf(place)) return [];
      if (hasNoValue(place.question, day))
        return [say.noValue(place.pointer, place.question.question.label, { elements: [], flows: [], script: [] })];
      return negativeMoney(subject, place);
    });
  },
};

/** Surely none: what is not understood (a hard pattern) takes some. `today` is any day from the release's first on. */
const hasNoValue = ({ question, options, schema }: CompiledQuestion, asOf: string | undefined): boolean => {
  switch (question.type) {
    case 'choice':
    case 'choices':
    case 'code-list':
      return options?.length === 0;
    case 'number':
    case 'money': {
      const { minimum, maximum, type } = schema as {
        readonly minimum?: number;
        readonly maximum?: number;
        readonly type?: string;
      };
      if (minimum === undefined || maximum === undefined) return false;
      const unit = type === 'integer' ? 1 : Number((schema as { readonly multipleOf?: number }).multipleOf ?? 0);
      if (unit === 0) return minimum > maximum;
      // 0.1 + 0.2 is a little more than 0.3: a hair's breadth is let through.
      return Math.ceil(minimum / unit - 1e-9) > Math.floor(maximum / unit + 1e-9);
    }
    case 'date': {
      const { earliest, latest } = question;
      const first = earliest === 'today' ? asOf : earliest;
      return first !== undefined && latest !== undefined && latest !== 'today' && first > latest;
    }
    case 'text':
    case 'long-text': {
      const {
        minLength = 0,
        maxLength = Number.POSITIVE_INFINITY,
        pattern,
      } = schema as {
        readonly minLength?: number;
        readonly maxLength?: number;
        readonly pattern?: string;
      };
      if (minLength > maxLength) return true;
      const lengths = pattern === undefined ? undefined : patternLengths(pattern);
      return lengths !== undefined && (lengths[0] > maxLength || lengths[1] < minLength);
    }
    default:
      return false;
  }
};

const negativeMoney = (subject: Subject, place: Place): readonly Problem[] => {
  const { question } = place;
  if (question.question.type !== 'computed' || question.question.result !== 'money' || !question.value) return [];
  if (place.list) return [];
  const world = worldOfSubject(subject, 'filling');
  if (!world) return [];
  const below = [world.shown(place), world.translator.truth(['<', question.value.code, ['lit', 0], 'plain']).yes];
  if (solve(world.table, below).verdict === 'unsat') return [];
  const found = ask(subject, world, below, () => true, 'partly');
  return found.verdict === 'shown'
    ? [say.negativeComputed(`${place.pointer}/value`, question.question.label, witnessOf(found.dossier))]
    : [];
};
