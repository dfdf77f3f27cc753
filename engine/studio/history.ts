import type { Json } from './json.ts';

/** One step that can be undone: what stood before it, and what was done in words. */
interface Step<Value> {
  readonly value: Value;
  readonly name: string;
}

/** Values before and after the present one; nothing is ever changed in place, so a step costs what it touched. */
export interface History<Value = Json> {
  readonly past: readonly Step<Value>[];
  readonly present: Value;
  readonly future: readonly Step<Value>[];
  /** Typing on at one place is one step. */
  readonly mark?: string;
}

/** Steps kept; older ones are forgotten. */
export const KEPT = 200;

export const begin = <Value>(present: Value): History<Value> => ({ past: [], present, future: [] });

/** A new present. `mark`: a further change with the same mark joins the step before. */
export const record = <Value>(history: History<Value>, present: Value, name: string, mark?: string): History<Value> => {
  if (present === history.present) return history;
  const joins = mark !== undefined && mark === history.mark && history.past.length > 0;
  return {
    past: joins ? history.past : [...history.past, { value: history.present, name }].slice(-KEPT),
    present,
    future: [],
    ...(mark === undefined ? {} : { mark }),
  };
};

export const undo = <Value>({ past, present, future }: History<Value>): History<Value> => {
  const last = past.at(-1);
  if (!last) return { past, present, future };
  return { past: past.slice(0, -1), present: last.value, future: [{ value: present, name: last.name }, ...future] };
};

export const redo = <Value>({ past, present, future }: History<Value>): History<Value> => {
  const [next, ...rest] = future;
  if (!next) return { past, present, future };
  return { past: [...past, { value: present, name: next.name }], present: next.value, future: rest };
};
