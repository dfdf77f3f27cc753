import { hash } from '@node-rs/argon2';
import type { Instant } from '#engine/clock/index.ts';
import { createService, type Service } from '#engine/service/index.ts';
import { demoAccounts, demoPassword } from './accounts.ts';
import { publish, synchronise } from './catalogue.ts';
import { demoInstant, seedClock } from './clock.ts';
import { loadDefinitions, must, type Definitions } from './definitions.ts';
import { castOf } from './dossiers/cast.ts';
import { play } from './dossiers/play.ts';
import { stories } from './dossiers/stories.ts';
import { putPdf } from './files.ts';
import { staffOf } from './people.ts';

export interface SeedOptions {
  /** What the computer's clock says; the demo's clock is put so that the demo opens on 15 July 2021 at 09:00. */
  readonly now?: Instant;
  /** Without dossiers: units, people and catalogue only. */
  readonly dossiers?: boolean;
  readonly definitions?: Definitions;
}

export interface SeedReport {
  /** true: everything was there already and nothing was written. */
  readonly already: boolean;
  readonly units: number;
  readonly people: number;
  readonly releases: number;
  readonly decisions: number;
  readonly dossiers: number;
  readonly milliseconds: number;
}

const MARK = 'seeds';
const CLOCK = 'demo.clock';
const ACCOUNTS = 'demo.accounts';
const LIFE_EVENTS = 'home.life-events';

/**
 * Fills a store with the demo province: Bắc Giang in July 2021. Everything goes through the engine's
 * own commands, dated when it happened; done twice it changes nothing, and one that was broken off is
 * carried on.
 */
export const seed = async ({ store }: Pick<Service, 'store'>, options: SeedOptions = {}): Promise<SeedReport> => {
  const started = Date.now();
  const before = (await store.settings.get(MARK)) as SeedReport | undefined;
  const wanted = options.dossiers ?? true;
  if (before && (before.dossiers > 0 || !wanted)) return { ...before, already: true };

  const definitions = options.definitions ?? loadDefinitions();
  const clock = seedClock(demoInstant);
  must('units', await store.units.put(definitions.units));
  const { people, assignments } = staffOf(definitions.units, await hash(demoPassword));
  must('people', await store.people.put(people, assignments));
  const service = await createService({ store, clock });
  for (const calendar of definitions.calendars) must(calendar.name, await service.units.putCalendar(calendar));
  must('shared', await store.releases.addShared(definitions.shared));
  must('peers', await service.peers.put(definitions.peers));
  must('population', await service.population.put(definitions.population));
  must('queue', await service.queueKinds.put(definitions.queueKinds));
  must('reception', await service.reception.put(definitions.reception));
  await store.settings.put(LIFE_EVENTS, definitions.lifeEvents);
  await publish(service, clock, definitions.decisions);
  await synchronise(service, clock, definitions.national);

  const played = wanted ? await playAll(service, clock, people) : 0;
  await store.settings.put(ACCOUNTS, { password: demoPassword, people: demoAccounts.map(({ id }) => id) });
  const kept = await store.settings.get(CLOCK);
  if (typeof kept !== 'number') {
    const now = Date.parse(options.now ?? new Date().toISOString());
    await store.settings.put(CLOCK, Date.parse(demoInstant) - now);
  }
  const report: SeedReport = {
    already: false,
    units: definitions.units.length,
    people: people.length,
    releases: definitions.decisions.reduce((sum, one) => sum + one.releases.length, 0),
    decisions: definitions.decisions.length,
    dossiers: played,
    milliseconds: Date.now() - started,
  };
  await store.settings.put(MARK, report);
  return report;
};

const playAll = async (
  service: Service,
  clock: ReturnType<typeof seedClock>,
  people: ReturnType<typeof staffOf>['people'],
): Promise<number> => {
  const cast = castOf(service.store);
  const file = await putPdf(service.store, 'Demo paper', 'giay-to.pdf', 'seeds');
  const citizens = new Map(people.filter(({ kind }) => kind === 'citizen').map((person) => [person.id, person]));
  let dossiers = 0;
  // In the order of submission, so that the day's numbers are given in the order of the day.
  for (const story of [...stories].sort((one, other) => one.submitted.localeCompare(other.submitted))) {
    // Broken off earlier: what was begun is left where it stands.
    if (await service.store.dossiers.answered(`seed:${story.key}:submit`)) dossiers += 1;
    else if (await play({ service, clock, cast, file, citizens }, story)) dossiers += 1;
  }
  clock.stand(demoInstant);
  await service.tick();
  return dossiers;
};
