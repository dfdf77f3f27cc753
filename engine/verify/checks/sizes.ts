import type { Problem } from '#engine/result/index.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';

const FIELDS = 500;
const ELEMENTS = 2000;
const SCHEMA_DEPTH = 20;
const OPTIONS = 500;

/** A release stays small enough to be shown, filled in and stepped through quickly. */
export const sizes: Check = {
  name: 'sizes',
  run: ({ release: { form }, process }) => {
    const problems: Problem[] = [];
    if (form?.kind === 'pages') {
      const questions = count(form, (value) => 'id' in value && 'type' in value && 'label' in value);
      if (questions > FIELDS) problems.push(say.tooLarge('/form', { vi: 'Số câu hỏi', en: 'Questions' }, questions, FIELDS));
    } else if (form) {
      const fields = count(form.schema, (value) => 'type' in value);
      if (fields > FIELDS) problems.push(say.tooLarge('/form/schema', { vi: 'Số trường', en: 'Fields' }, fields, FIELDS));
      const depth = depthOf(form.schema);
      if (depth > SCHEMA_DEPTH) problems.push(say.tooLarge('/form/schema', { vi: 'Số cấp lồng nhau', en: 'Nested levels' }, depth, SCHEMA_DEPTH));
      const options = largestEnum(form.schema);
      if (options > OPTIONS) problems.push(say.tooLarge('/form/schema', { vi: 'Số lựa chọn của một trường', en: 'Options of one field' }, options, OPTIONS));
    }
    const elements = (process.graph?.nodes.length ?? 0) + (process.graph?.flows.length ?? 0);
    if (elements > ELEMENTS) problems.push(say.tooLarge('/process', { vi: 'Số phần tử của quy trình', en: 'Elements of the process' }, elements, ELEMENTS));
    return problems;
  },
};

const children = (value: unknown): readonly unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []);

const count = (value: unknown, is: (value: object) => boolean): number =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) && is(value) ? 1 : 0) + children(value).reduce<number>((sum, inner) => sum + count(inner, is), 0);

const depthOf = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...children(value).map(depthOf)) : 0);

const largestEnum = (value: unknown): number => {
  const own = typeof value === 'object' && value !== null && 'enum' in value && Array.isArray(value.enum) ? value.enum.length : 0;
  return Math.max(own, ...children(value).map(largestEnum));
};
