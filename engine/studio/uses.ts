import { isList, isRecord, textOf, type Json, type Path } from './json.ts';
import { answersNamed } from './sentence.ts';

/** A condition, amount or value somewhere in a draft that looks at an answer. */
export interface Use {
  /** From the draft's root: `['procedure', 'checklist', 2, 'when']`. */
  readonly path: Path;
  readonly feel: string;
}

const FEEL_KEYS = new Set(['when', 'required', 'value', 'amount', 'inputs']);

/** Where the answer to a question is looked at, in the form and in the procedure. */
export const usesOf = (content: Json, question: string): readonly Use[] => {
  const found: Use[] = [];
  const visit = (value: Json, path: Path, key: string): void => {
    if (typeof value === 'string') {
      if (FEEL_KEYS.has(key) && answersNamed(value).includes(question)) found.push({ path, feel: value });
    } else if (isList(value)) value.forEach((each, index) => visit(each, [...path, index], key));
    else if (isRecord(value)) for (const [name, each] of Object.entries(value)) visit(each, [...path, name], name);
  };
  visit(content, [], '');
  const process = isRecord(content) ? textOf(content['process']) : '';
  for (const [, feel = ''] of process.matchAll(/<(?:\w+:)?conditionExpression[^>]*>([^<]*)</g))
    if (answersNamed(feel).includes(question)) found.push({ path: ['process'], feel });
  return found;
};
