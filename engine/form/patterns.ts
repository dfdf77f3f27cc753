import { RE2JS } from 're2js';
// The build for browsers checks in this process; the other one starts a program for each pattern.
import recheck from 'recheck/lib/browser.js';
import { problem, type Problem } from '#engine/result/index.ts';
import { messages } from './messages.ts';

/** Longest pattern, in characters. */
export const MAX_PATTERN = 200;

const verdicts = new Map<string, 'safe' | 'evil' | 'bad'>();

/** Whether both engines take the pattern, and whether it can be matched in linear time even by the browser's. */
const judge = (pattern: string): 'safe' | 'evil' | 'bad' => {
  if (pattern.length > MAX_PATTERN) return 'bad';
  try {
    new RegExp(pattern, 'u');
    RE2JS.compile(RE2JS.translateRegExp(pattern));
  } catch {
    return 'bad';
  }
  const { status } = recheck.checkSync(pattern, 'u', { checker: 'automaton', timeout: 1000 });
  return status === 'safe' ? 'safe' : 'evil';
};

/** A pattern that an author may publish: understood by RE2, and proved free of backtracking (what cannot be proved is refused). */
export const checkPattern = (pattern: string, pointer: string): readonly Problem[] => {
  const known = verdicts.get(pattern) ?? judge(pattern);
  if (verdicts.size < 5000) verdicts.set(pattern, known);
  const shown = pattern.length > 60 ? `${pattern.slice(0, 60)}…` : pattern;
  if (known === 'bad')
    return [problem('form.bad-pattern', pointer, messages.badPattern(shown), messages.simplerPattern())];
  if (known === 'evil')
    return [problem('form.evil-pattern', pointer, messages.evilPattern(shown), messages.simplerPattern())];
  return [];
};
