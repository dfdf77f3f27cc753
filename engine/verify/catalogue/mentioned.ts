import type { SharedDefinitions } from '#engine/definition/index.ts';

/** As the schema writes it: `sex@2020`; not the end of a format's name (`motcua/form@1`). */
const REFERENCE = /(?<![\w/.-])[a-z][a-z0-9-]{0,63}@[0-9A-Za-z.-]{1,32}/g;

/**
 * The shared groups and code lists that a text names, and those that these name. Read from the text as a
 * whole rather than field by field: a part that is named nowhere cannot be read. Where a name leads
 * nowhere, all are given: the finding lists what there is instead.
 */
export const mentionedShared = (text: string, shared: SharedDefinitions): SharedDefinitions => {
  const groups: Record<string, SharedDefinitions['groups'][string]> = {};
  const codeLists: Record<string, SharedDefinitions['codeLists'][string]> = {};
  const seen = new Set<string>();
  const open = [text];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [name] of next.matchAll(REFERENCE)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const group = Object.hasOwn(shared.groups, name) ? shared.groups[name] : undefined;
      const list = Object.hasOwn(shared.codeLists, name) ? shared.codeLists[name] : undefined;
      if (!group && !list) return shared;
      if (group) {
        groups[name] = group;
        open.push(textOf(group));
      }
      if (list) codeLists[name] = list;
    }
  }
  return { groups, codeLists };
};

const texts = new WeakMap<object, string>();

/** Groups are asked for again and again: written out once. */
const textOf = (group: object): string => {
  const before = texts.get(group);
  if (before !== undefined) return before;
  const text = JSON.stringify(group);
  texts.set(group, text);
  return text;
};
