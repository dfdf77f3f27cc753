import path from 'node:path';
import {
  readDecisionFile,
  type CodeList,
  type LoadedPackage,
  type QuestionGroup,
  type Release,
  type SharedDefinitions,
} from '#engine/definition/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { readText } from './files.ts';
import { readReleaseFolder, releaseFolderBeside, sharedBeside } from './folder.ts';

/**
 * Reads a decision file: a package brings its releases along; for a bare decision they are taken from
 * `procedures/<code>/<number>/` of the definitions folder it lies in, and the rest is left to the
 * store, which knows whether it has them.
 */
export const readDecisionPackage = async (file: string): Promise<Result<LoadedPackage>> => {
  const text = await readText(file);
  if (!text.ok) return text;
  const loaded = readDecisionFile(text.value);
  if (!loaded.ok || loaded.value.releases.length > 0) return loaded;
  return withFolders(path.dirname(file), loaded.value);
};

const withFolders = async (folder: string, given: LoadedPackage): Promise<Result<LoadedPackage>> => {
  const releases: Release[] = [];
  const problems: Problem[] = [];
  for (const [place, { code, release: number }] of given.decision.items.entries()) {
    const beside = number === undefined ? undefined : await releaseFolderBeside(folder, code, number);
    if (beside === undefined) continue;
    const read = await readReleaseFolder(beside);
    if (read.ok) releases.push(read.value);
    else problems.push(...read.problems.map((found) => ({ ...found, path: `/items/${place}/release${found.path}` })));
  }
  if (problems.length > 0) return fail(...problems);
  if (releases.length === 0) return ok(given);
  const shared = await sharedBeside(folder);
  return shared.ok ? ok({ ...given, releases, shared: usedBy(releases, shared.value) }) : shared;
};

/** Only what the releases name, groups first, because a group may name a list. */
const usedBy = (releases: readonly Release[], shared: SharedDefinitions): SharedDefinitions => {
  const releaseText = JSON.stringify(releases);
  const groups: Readonly<Record<string, QuestionGroup>> = named(shared.groups, releaseText);
  const codeLists: Readonly<Record<string, CodeList>> = named(shared.codeLists, releaseText + JSON.stringify(groups));
  return { groups, codeLists };
};

const named = <Value>(all: Readonly<Record<string, Value>>, text: string): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => text.includes(name)));
