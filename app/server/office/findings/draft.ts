import type { AppLoadContext } from '@remix-run/node';
import { findBroughtOrStored, type DecisionPackage, type DecisionReport } from '#engine/service/index.ts';
import type { DeskSource } from './desk.ts';

/** A release that a decision brings or names, with what was found of it; paths begin in the release again. */
export const draftOf = async (
  context: AppLoadContext,
  { releases, shared }: DecisionPackage,
  { items }: DecisionReport,
  code: string,
): Promise<Pick<DeskSource, 'release' | 'shared' | 'problems' | 'called'> | undefined> => {
  const { store } = context.service;
  const place = items.findIndex((item) => item.code === code && item.release !== undefined);
  const item = items[place];
  if (item?.release === undefined) return undefined;
  const { release: number } = item;
  const called = findBroughtOrStored(store, releases);
  const release = await called(code, number);
  if (!release) return undefined;
  const stored = await store.releases.shared();
  const prefix = `/items/${place}/release`;
  return {
    release,
    called,
    shared: {
      groups: { ...shared?.groups, ...stored.groups },
      codeLists: { ...shared?.codeLists, ...stored.codeLists },
    },
    problems: item.problems.map((problem) =>
      problem.path.startsWith(`${prefix}/`) ? { ...problem, path: problem.path.slice(prefix.length) } : problem,
    ),
  };
};
