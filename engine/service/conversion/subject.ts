import type { ClockPort } from '#engine/clock/index.ts';
import type { Decision, DecisionItem } from '#engine/definition/index.ts';
import {
  competentUnit,
  type Actor,
  type CommandContext,
  type DossierState,
  type PreparedRelease,
} from '#engine/dossier/index.ts';
import type { Store } from '#engine/store/index.ts';
import { checkOnce, contextFor } from '../command-context.ts';
import type { ReleaseCache } from '../releases.ts';
import type { DecisionPackage } from '../types.ts';
import type { Organisation } from '../units.ts';
import { inFlightOf, type InFlight } from './outcome.ts';

export const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'Hệ thống', roles: [] };

/** One procedure of a decision whose running dossiers are looked at. */
export interface Subject {
  readonly procedure: string;
  readonly inFlight: InFlight;
  readonly target?: PreparedRelease;
}

export interface Subjects {
  of(given: DecisionPackage | { readonly decision: Decision }): Promise<readonly Subject[]>;
  context(state: DossierState): Promise<CommandContext>;
}

export const subjects = (store: Store, clock: ClockPort, releases: ReleaseCache, units: Organisation): Subjects => {
  const targetOf = async (
    { code, release: number, inFlight }: DecisionItem,
    brought: DecisionPackage | undefined,
  ): Promise<PreparedRelease | undefined> => {
    if (number === undefined || (inFlight?.policy ?? 'keep') === 'keep') return undefined;
    const release =
      brought?.releases.find((one) => one.code === code && one.number === number) ??
      (await store.releases.byNumber(code, number));
    if (!release) return undefined;
    const shared = await releases.shared();
    const prepared = await releases.prepare(
      release,
      brought?.shared
        ? {
            groups: { ...brought.shared.groups, ...shared.groups },
            codeLists: { ...brought.shared.codeLists, ...shared.codeLists },
          }
        : shared,
    );
    return prepared.ok ? prepared.value : undefined;
  };
  return {
    of: async (given) => {
      const found: Subject[] = [];
      for (const item of given.decision.items) {
        const inFlight = inFlightOf(given.decision, item);
        const target = await targetOf(item, 'releases' in given ? given : undefined);
        for (const procedure of [item.code, ...(item.replaces ?? [])])
          found.push({ procedure, inFlight, ...(target ? { target } : {}) });
      }
      return found;
    },
    context: async (state) => {
      await units.refresh();
      const prepared = await releases.byHash(state.releaseHash);
      const context = await contextFor(units, prepared, competentUnit(state), { actor: SYSTEM }, clock.now());
      if (!context.ok) throw new Error(context.problems.map(({ code }) => code).join(', '));
      return { ...context.value, check: checkOnce };
    },
  };
};
