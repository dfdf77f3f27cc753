import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import type { CompiledParts } from '#engine/dossier/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { checks } from './checks/index.ts';
import { prepareSubject } from './prepare-subject.ts';
import type { VerifyContext } from './subject.ts';

const rank = { error: 0, warning: 1, info: 2 } as const;

/** What the checks found, and what they compiled on the way, where it compiles. */
export interface Examined {
  readonly problems: readonly Problem[];
  readonly compiled?: CompiledParts;
}

/**
 * Asks every check about a release before it is published; errors first. Paths begin with
 * `/procedure`, `/form`, `/process/<element>` or `/templates`. A release with no error can be put
 * in force.
 */
export const verifyRelease = async (
  release: Release,
  shared: SharedDefinitions,
  context: VerifyContext = {},
): Promise<readonly Problem[]> => (await examineRelease(release, shared, context)).problems;

/** As {@link verifyRelease}; form and process come along, so that preparing it does not compile them again. */
export const examineRelease = async (
  release: Release,
  shared: SharedDefinitions,
  context: VerifyContext = {},
): Promise<Examined> => {
  const subject = await prepareSubject(release, shared, context);
  const problems: Problem[] = [];
  for (const check of checks) problems.push(...(await check.run(subject)));
  const form = subject.form.compiled;
  const { graph } = subject.process;
  const conditions = subject.conditions?.ok ? subject.conditions.value : undefined;
  return {
    problems: unique(problems).sort((one, other) => rank[one.severity] - rank[other.severity]),
    ...(form && graph && conditions ? { compiled: { form, graph, conditions } } : {}),
  };
};

const unique = (problems: readonly Problem[]): Problem[] => {
  const seen = new Set<string>();
  return problems.filter(({ code, path, message }) => {
    const key = `${code} ${path} ${message.vi}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
};
