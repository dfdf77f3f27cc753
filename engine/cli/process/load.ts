import path from 'node:path';
import {
  compileProcess,
  parseProcess,
  readDecisions,
  type Decisions,
  type Graph,
  type ParsedDefinitions,
  type ParseOptions,
} from '#engine/process/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { namesIn, readText } from '../files.ts';

/** A release may have 1 MB; models that are only tried out or measured come larger. */
export const MAX_BYTES = 20_000_000;

/** Decisions of the `.dmn` files given, or of all that lie beside the process. */
const decisionsFor = async (file: string, given: readonly string[]): Promise<Result<Decisions>> => {
  const folder = path.dirname(file);
  const files =
    given.length > 0
      ? given
      : (await namesIn(folder)).filter((name) => name.endsWith('.dmn')).map((name) => path.join(folder, name));
  const decisions: Record<string, Decisions[string]> = {};
  const problems: Problem[] = [];
  for (const each of files) {
    const text = await readText(each);
    const read = text.ok ? await readDecisions(text.value) : text;
    if (read.ok) Object.assign(decisions, read.value);
    // A neighbour that cannot be read matters only when it was asked for; a decision that is missed is named.
    else if (given.length > 0)
      problems.push(...read.problems.map((found) => ({ ...found, path: `${each}${found.path}` })));
  }
  return problems.length > 0 ? fail(...problems) : ok(decisions);
};

const othersIn = async (
  files: readonly string[],
  options: ParseOptions,
): Promise<Result<readonly ParsedDefinitions[]>> => {
  const others: ParsedDefinitions[] = [];
  for (const file of files) {
    const text = await readText(file);
    const parsed = text.ok ? await parseProcess(text.value, options) : text;
    if (!parsed.ok) return parsed;
    others.push(parsed.value);
  }
  return ok(others);
};

export interface LoadOptions {
  readonly process?: string;
  /** What cannot be read is left out with a warning: only for suites that other engines were run on. */
  readonly tolerant?: boolean;
  /** DMN files; without any, those beside the process. */
  readonly decisions?: readonly string[];
  /** BPMN files whose processes may be called. */
  readonly called?: readonly string[];
}

/** Reads and compiles a process file with the decisions it takes. */
export const loadProcess = async (
  file: string,
  { process, tolerant = false, decisions = [], called = [] }: LoadOptions = {},
): Promise<Result<Graph>> => {
  const text = await readText(file);
  if (!text.ok) return text;
  const reading: ParseOptions = { tolerant, forgiving: true, maxBytes: MAX_BYTES };
  const parsed = await parseProcess(text.value, reading);
  if (!parsed.ok) return parsed;
  const asks = text.value.includes('usinessRuleTask') || decisions.length > 0;
  const known = asks ? await decisionsFor(file, decisions) : ok({});
  if (!known.ok) return known;
  const others = await othersIn(called, reading);
  if (!others.ok) return others;
  return compileProcess(parsed.value, {
    decisions: known.value,
    called: others.value,
    ...(process === undefined ? {} : { process }),
  });
};
