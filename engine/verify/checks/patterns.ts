import { RE2JS } from 're2js';
import { escapeToken } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';

/** Patterns that answers are tested with, also those of a foreign schema, end quickly on every answer. */
export const patterns: Check = {
  name: 'patterns',
  run: async ({ release: { form }, shared }) => {
    const found = [...patternsIn(form, '/form'), ...patternsIn(usedGroups(form, shared.groups), '/shared/groups')];
    const problems: Problem[] = [];
    for (const { path, pattern } of found) problems.push(...(await problemsOf(pattern, path)));
    return problems;
  },
};

const usedGroups = (form: unknown, groups: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const text = JSON.stringify(form ?? null);
  return Object.fromEntries(Object.entries(groups).filter(([name]) => text.includes(JSON.stringify(name))));
};

interface Found {
  readonly path: string;
  readonly pattern: string;
}

const patternsIn = (value: unknown, path: string): readonly Found[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly Found[] => {
    const at = `${path}/${escapeToken(key)}`;
    if (key === 'pattern' && typeof inner === 'string') return [{ path: at, pattern: inner }];
    if (key === 'patternProperties' && typeof inner === 'object' && inner !== null) {
      return Object.keys(inner).map((pattern) => ({ path: `${at}/${escapeToken(pattern)}`, pattern }));
    }
    return patternsIn(inner, at);
  });
};

/** The same few patterns come back in every release: each is judged once. */
const judged = new Map<string, { readonly verdict: 'safe' } | { readonly verdict: 'invalid' | 'slow'; readonly reason: string }>();

const judge = async (pattern: string): Promise<NonNullable<ReturnType<typeof judged.get>>> => {
  if (pattern.length > 200) return { verdict: 'invalid', reason: 'longer than 200 characters' };
  try {
    new RegExp(pattern, 'u');
    RE2JS.compile(pattern);
  } catch (error) {
    return { verdict: 'invalid', reason: error instanceof Error ? error.message : String(error) };
  }
  // Loaded when the first pattern is met: it is large, and most releases have none.
  const { checkSync } = await import('recheck');
  const result = checkSync(pattern, 'u', { timeout: 2000 });
  if (result.status === 'safe') return { verdict: 'safe' };
  return { verdict: 'slow', reason: result.status === 'vulnerable' ? result.complexity.type : 'undecided' };
};

const problemsOf = async (pattern: string, path: string): Promise<readonly Problem[]> => {
  const known = judged.get(pattern) ?? (await judge(pattern));
  judged.set(pattern, known);
  if (known.verdict === 'safe') return [];
  return [known.verdict === 'invalid' ? say.badPattern(path, pattern.slice(0, 100), known.reason) : say.slowPattern(path, pattern.slice(0, 100), known.reason)];
};
