import type { Question, SimpleQuestion } from '#engine/definition/index.ts';
import { problem, type Localized, type Problem } from '#engine/result/index.ts';
import type { ExpandedQuestion } from './expand.ts';
import { messages } from './messages.ts';
import { isComposite, knownParts } from './parts.ts';
import { checkPattern } from './patterns.ts';
import { SETTING_USE } from './setting-use.ts';

/** Faults of one question that its schema cannot show: limits crossed, settings that mean nothing, bad patterns. */
export const checkQuestion = (expanded: ExpandedQuestion, problems: Problem[]): void => {
  const { question, pointer } = expanded;
  if (expanded.known) return;
  const add = (
    code: string,
    at: string,
    message: Localized,
    remedy: Localized,
    severity: Problem['severity'] = 'error',
  ): void => {
    problems.push(problem(`form.${code}`, `${pointer}${at}`, message, remedy, severity));
  };
  if (isSimple(question)) {
    checkBounds(question, add);
    checkDates(question, add);
    checkParts(question, add);
    checkSettings(question, add);
    if (question.pattern !== undefined) {
      problems.push(...checkPattern(question.pattern, `${pointer}/pattern`));
      if (!question.patternText)
        add('pattern-text', '/pattern', messages.patternText(), messages.addPatternText(), 'warning');
    }
  }
  if (question.type === 'repeat' && (question.minItems ?? 0) > question.maxItems) {
    add('bounds', '/minItems', messages.bounds('minItems', 'maxItems'), messages.swapBounds());
  }
  expanded.questions?.forEach((part) => checkQuestion(part, problems));
};

type Add = (code: string, at: string, message: Localized, remedy: Localized, severity?: Problem['severity']) => void;

const OTHER_TYPES = ['choice', 'choices', 'code-list', 'computed', 'group', 'repeat'];

const isSimple = (question: Question): question is SimpleQuestion => !OTHER_TYPES.includes(question.type);

const checkBounds = (question: SimpleQuestion, add: Add): void => {
  if (question.minLength !== undefined && question.maxLength !== undefined && question.minLength > question.maxLength) {
    add('bounds', '/minLength', messages.bounds('minLength', 'maxLength'), messages.swapBounds());
  }
  if (question.minimum !== undefined && question.maximum !== undefined && question.minimum > question.maximum) {
    add('bounds', '/minimum', messages.bounds('minimum', 'maximum'), messages.swapBounds());
  }
  const { earliest, latest } = question;
  if (
    earliest !== undefined &&
    latest !== undefined &&
    earliest !== 'today' &&
    latest !== 'today' &&
    earliest > latest
  ) {
    add('bounds', '/earliest', messages.bounds(earliest, latest), messages.swapBounds());
  }
};

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

const checkDates = (question: SimpleQuestion, add: Add): void => {
  for (const key of ['earliest', 'latest'] as const) {
    const text = question[key];
    if (text !== undefined && text !== 'today' && !isDay(text))
      add('bad-date', `/${key}`, messages.badDate(text), messages.writeDate());
  }
};

const checkParts = (question: SimpleQuestion, add: Add): void => {
  if (!isComposite(question.type)) return;
  const known = knownParts(question.type);
  for (const key of ['parts', 'requiredParts'] as const) {
    question[key]?.forEach((part, index) => {
      if (!known.includes(part))
        add('unknown-part', `/${key}/${index}`, messages.unknownPart(part), messages.chooseParts(known));
      else if (key === 'requiredParts' && question.parts && !question.parts.includes(part)) {
        add('part-not-asked', `/${key}/${index}`, messages.partNotAsked(part), messages.chooseParts(question.parts));
      }
    });
    const parts = question[key] ?? [];
    const twice = parts.findIndex((part, index) => parts.indexOf(part) !== index);
    if (twice >= 0)
      add('duplicate-id', `/${key}/${twice}`, messages.duplicateId(parts[twice] ?? ''), messages.removeOne());
  }
};

const checkSettings = (question: SimpleQuestion, add: Add): void => {
  for (const [key, types] of Object.entries(SETTING_USE)) {
    if (Object.hasOwn(question, key) && !types.includes(question.type)) {
      add('setting-not-used', `/${key}`, messages.notUsed(key, question.type), messages.removeKey(), 'warning');
    }
  }
};
