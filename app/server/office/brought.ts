import type { AppLoadContext } from '@remix-run/node';
import type { Decision, Release, SharedDefinitions } from '#engine/definition/index.ts';
import { findBroughtOrStored } from '#engine/service/index.ts';
import { keptDecision } from '../staff/read-decision.ts';

/** The release of a procedure that a decision looked at before brings or names, and what it may refer to. */
export const broughtBy = async (
  context: AppLoadContext,
  hash: string,
  code: string,
): Promise<
  { readonly decision: Decision; readonly release: Release; readonly shared: SharedDefinitions } | undefined
> => {
  const { decision, releases, shared } = await keptDecision(context, hash);
  const item = decision.items.find((each) => each.code === code);
  const { store } = context.service;
  const release =
    item?.release === undefined ? undefined : await findBroughtOrStored(store, releases)(code, item.release);
  if (!release) return undefined;
  const stored = await store.releases.shared();
  return {
    decision,
    release,
    shared: {
      groups: { ...shared?.groups, ...stored.groups },
      codeLists: { ...shared?.codeLists, ...stored.codeLists },
    },
  };
};
