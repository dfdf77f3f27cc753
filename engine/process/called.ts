import type { Release } from '#engine/definition/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { compileProcess, type CompileOptions } from './compile/compile.ts';
import type { CalledReleases } from './compile/draft.ts';
import type { Graph } from './graph.ts';
import type { ParsedDefinitions, ParsedNode } from './parse/model.ts';
import { readProcess } from './read.ts';

/** Finds a release by its procedure's code and its number: immutable, so that a call means the same for ever. */
export type FindRelease = (code: string, number: number) => Promise<Release | undefined>;

/**
 * The processes of all releases that a file's call activities name as `CODE@NUMBER` (`1.004873@2`), and
 * those that these call in turn. What is not found is left out: compiling refuses the call by name.
 * Problems of a called process are under its name.
 */
const calledReleases = async (
  definitions: ParsedDefinitions,
  find: FindRelease | undefined,
): Promise<Result<CalledReleases>> => {
  const found = new Map<string, ParsedDefinitions>();
  const problems: Problem[] = [];
  const wanted = callsIn(definitions);
  for (let at = 0; find !== undefined && at < wanted.length; at += 1) {
    const name = wanted[at] ?? '';
    const reference = referenceIn(name);
    if (!reference || found.has(name)) continue;
    const release = await find(reference.code, reference.number);
    if (!release) continue;
    const parsed = await readProcess(release.procedure, release.process);
    if (!parsed.ok) {
      problems.push(...parsed.problems.map((each) => ({ ...each, path: `${name}/${each.path}` })));
      continue;
    }
    found.set(name, parsed.value);
    wanted.push(...callsIn(parsed.value));
  }
  return problems.length > 0 ? fail(...problems) : ok(found);
};

/** As {@link compileProcess}, with the releases found that it calls. */
export const compileCalling = async (
  definitions: ParsedDefinitions,
  options: Omit<CompileOptions, 'releases'>,
  find: FindRelease | undefined,
): Promise<Result<Graph>> => {
  const releases = await calledReleases(definitions, find);
  return releases.ok ? compileProcess(definitions, { ...options, releases: releases.value }) : releases;
};

const referenceIn = (name: string): { readonly code: string; readonly number: number } | undefined => {
  const [, code, number] = /^([^@]+)@([1-9]\d{0,5})$/.exec(name) ?? [];
  return code === undefined ? undefined : { code, number: Number(number) };
};

const callsIn = ({ processes }: ParsedDefinitions): string[] => processes.flatMap(({ nodes }) => callsAmong(nodes));

const callsAmong = (nodes: readonly ParsedNode[]): readonly string[] =>
  nodes.flatMap(({ called, inside }) => [
    ...(called === undefined ? [] : [called]),
    ...(inside ? callsAmong(inside.nodes) : []),
  ]);
