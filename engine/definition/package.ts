import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { parseJson } from './json.ts';
import { limits } from './limits.ts';
import { loadDecision } from './load-decision.ts';
import { loadRelease } from './load-release.ts';
import { loadShared } from './load-shared.ts';
import * as say from './messages.ts';
import type { Release, SharedDefinitions } from './release.ts';
import type { Decision } from './schema/decision.ts';
import type { PackageFile } from './schema/package.ts';
import { check, formatOf, under } from './schema/validate.ts';

/** A decision with the releases that came along; those it names beside them are looked up in the store. */
export interface LoadedPackage {
  readonly decision: Decision;
  readonly releases: readonly Release[];
  readonly shared?: SharedDefinitions;
}

/**
 * Reads what an office uploads: a bare decision (`motcua/decision@1`), or a package with everything
 * in one file (`motcua/package@1`). Anything else is refused by its format's name.
 */
export const readDecisionFile = (text: string): Result<LoadedPackage> => {
  const parsed = parseJson(text, { length: limits.packageText });
  return parsed.ok ? loadDecisionFile(parsed.value) : parsed;
};

/** The same for JSON that is parsed already. */
export const loadDecisionFile = (json: unknown): Result<LoadedPackage> => {
  const format = formatOf(json);
  if (format === 'motcua/decision@1') {
    const decision = loadDecision(json);
    return decision.ok ? ok({ decision: decision.value, releases: [] }) : decision;
  }
  if (format === 'motcua/package@1') return loadBundle(json);
  return fail(say.unknownFormat(format, ['motcua/decision@1', 'motcua/package@1']));
};

const loadBundle = (json: unknown): Result<LoadedPackage> => {
  const checked = check('motcua/package@1', json);
  if ('problems' in checked) return fail(...checked.problems);
  const file = checked.value;
  const decision = loadDecision(file.decision, '/decision');
  const releases = loadAll(file);
  const shared = loadParts(file);
  const problems: Problem[] = [
    ...(decision.ok ? [] : decision.problems),
    ...(releases.ok ? [] : releases.problems),
    ...(shared === undefined || shared.ok ? [] : shared.problems),
  ];
  if (!decision.ok || !releases.ok || (shared && !shared.ok)) return fail(...problems);
  const strangers = unnamed(decision.value, releases.value);
  if (strangers.length > 0) return fail(...strangers);
  return ok({ decision: decision.value, releases: releases.value, ...(shared ? { shared: shared.value } : {}) });
};

const loadAll = (file: PackageFile): Result<readonly Release[]> => {
  const releases: Release[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  file.releases.forEach((entry, index) => {
    const at = `/releases/${index}`;
    const name = `${entry.code}/${entry.number}`;
    if (seen.has(name)) problems.push(say.releaseTwice(at, entry.code, entry.number));
    seen.add(name);
    const loaded = loadRelease({
      code: entry.code,
      number: entry.number,
      procedureJson: entry.procedure,
      ...(entry.form === undefined ? {} : { formJson: entry.form }),
      ...(entry.process === undefined ? {} : { processXml: entry.process }),
      ...(entry.templates === undefined ? {} : { templates: entry.templates }),
    });
    if (loaded.ok) releases.push(loaded.value);
    else problems.push(...loaded.problems.map((found) => under(at, found)));
  });
  return problems.length > 0 ? fail(...problems) : ok(releases);
};

const loadParts = (file: PackageFile): Result<SharedDefinitions> | undefined => {
  if (!file.shared) return undefined;
  const groups = (file.shared.groups ?? []).map((json, index) => ({ path: `/shared/groups/${index}`, json }));
  const lists = (file.shared.codeLists ?? []).map((json, index) => ({ path: `/shared/codeLists/${index}`, json }));
  return loadShared([...groups, ...lists]);
};

/** A release that no item puts in force would be stored and never seen: refused, so that nothing hides in a package. */
const unnamed = (decision: Decision, releases: readonly Release[]): readonly Problem[] => {
  const named = new Set(decision.items.map(({ code, release }) => `${code}/${release ?? ''}`));
  return releases.flatMap(({ code, number }, index) =>
    named.has(`${code}/${number}`) ? [] : [say.releaseUnnamed(`/releases/${index}`, code, number)],
  );
};
