/**
 * Helpers that generated validators call, written out into each module by `toString`. So every one
 * stands alone: no outer names, no inner named functions.
 */

/** JSON Schema counts characters, JavaScript UTF-16 units. */
export function ucs2length(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

export function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return left !== left && right !== right;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  for (const key of keys) {
    if (
      !Object.hasOwn(right, key) ||
      !equal((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key])
    )
      return false;
  }
  return true;
}
