import { randomUUID } from 'node:crypto';
import type { ClockPort, Instant } from '#engine/clock/index.ts';
import { conform } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import {
  demoRegistry,
  isPersonalNumber,
  populationSchema,
  type PopulationAnswer,
  type PopulationPeer,
  type PopulationRegistry,
  type PopulationSource,
} from '#engine/population/index.ts';
import { ok, type Result } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';

const SETTING = 'population';

/** How a declared database is reached. */
export type OpenRegistry = (peer: PopulationPeer) => PopulationRegistry;

export const unreachable: OpenRegistry = () => ({
  lookUp: async () => ({ type: 'unavailable', reason: 'unreachable' }),
});

/** An answer with where and when it was given. */
export type PopulationLookUp = PopulationAnswer & {
  readonly source: { readonly name: string; readonly demo: boolean };
  readonly at: Instant;
};

/** Asks the population database for the counter, and notes who asked about whom and what for. */
export interface PopulationService {
  /** Declares it (`motcua/population@1`) in the place of the one before. */
  put(json: unknown): Promise<Result<void>>;
  source(): Promise<PopulationSource | undefined>;
  /** undefined: none is declared, or it is no personal number; nobody was asked then. Never slower than its time. */
  lookUp(given: {
    readonly personalNumber: string;
    readonly actor: Actor;
    readonly procedure: string;
    readonly draft: string;
  }): Promise<PopulationLookUp | undefined>;
}

export const populationService = (
  store: Pick<Store, 'settings' | 'disclosures'>,
  clock: ClockPort,
  open: OpenRegistry,
): PopulationService => {
  const source = async (): Promise<PopulationSource | undefined> =>
    (await store.settings.get(SETTING)) as PopulationSource | undefined;
  return {
    source,
    put: async (json) => {
      const read = conform<PopulationSource>(populationSchema, json);
      if (!read.ok) return read;
      await store.settings.put(SETTING, read.value);
      return ok(undefined);
    },
    lookUp: async ({ personalNumber, actor, procedure, draft }) => {
      const declared = await source();
      if (!declared || !isPersonalNumber(personalNumber)) return undefined;
      const demo = 'demo' in declared;
      const registry = demo ? demoRegistry(declared) : open(declared);
      const officer = { id: actor.id, unit: actor.unit ?? '' };
      const answer = await registry.lookUp({ id: randomUUID(), personalNumber, officer, procedure, draft });
      const at = clock.now();
      await store.disclosures.add([
        {
          at,
          actor: { id: actor.id, name: actor.name, ...(actor.unit === undefined ? {} : { unit: actor.unit }) },
          subject: personalNumber,
          draft,
          procedure,
          what: 'population',
          outcome: answer.type,
        },
      ]);
      return { ...answer, source: { name: declared.name, demo }, at };
    },
  };
};
