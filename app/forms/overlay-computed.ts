import type { CompiledQuestion } from '#engine/form/browser.ts';

type Values = Readonly<Record<string, unknown>>;

const valuesOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};

/** What was typed, as typed, with the computed answers put in their places. */
export const overlayComputed = (questions: readonly CompiledQuestion[], typed: Values, settled: Values): Values => {
  const next: Record<string, unknown> = { ...typed };
  for (const question of questions) {
    const { id } = question;
    if (question.value) {
      if (settled[id] === undefined) Reflect.deleteProperty(next, id);
      else next[id] = settled[id];
    } else if (question.questions && question.question.type !== 'repeat') {
      const inner = overlayComputed(question.questions, valuesOf(typed[id]), valuesOf(settled[id]));
      if (Object.keys(inner).length > 0) next[id] = inner;
    } else if (question.questions && Array.isArray(typed[id])) {
      const items = settled[id];
      next[id] = typed[id].map((item: unknown, index: number) =>
        overlayComputed(
          question.questions ?? [],
          valuesOf(item),
          valuesOf(Array.isArray(items) ? items[index] : undefined),
        ),
      );
    }
  }
  return next;
};
