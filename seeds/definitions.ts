import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CalendarDefinition } from '#engine/clock/index.ts';
import {
  conform,
  lifeEventsSchema,
  loadRelease,
  loadShared,
  parseJson,
  readDecisionFile,
  receptionRulesSchema,
  type LifeEvents,
  type LoadedPackage,
  type ReceptionRules,
  type Release,
  type SharedDefinitions,
} from '#engine/definition/index.ts';
import type { Problem, Result } from '#engine/result/index.ts';
import type { Unit } from '#engine/store/index.ts';

/** Everything under `definitions/` that the demo province is made of, loaded and checked. */
export interface Definitions {
  readonly units: readonly Unit[];
  readonly calendars: readonly CalendarDefinition[];
  readonly shared: SharedDefinitions;
  /** Occasions on the home page. */
  readonly lifeEvents: LifeEvents;
  /** Kiosks and taking in for another unit, from which day. */
  readonly reception: ReceptionRules;
  /** Systems that may send dossiers, as their file has them: `motcua/peers@1`. */
  readonly peers: unknown;
  /** Made-up people in the place of the population database: `motcua/population@1`. */
  readonly population: unknown;
  /** `motcua/queue@1`, checked where it is put. */
  readonly queueKinds: unknown;
  /** By `code/number`. */
  readonly releases: ReadonlyMap<string, Release>;
  /** Signed decisions in the order in which they were signed, each with the releases it names. */
  readonly decisions: readonly LoadedPackage[];
  /** What the national database said of procedures, oldest first. */
  readonly national: readonly NationalFile[];
  /** Packages ready to be uploaded by somebody who tries the product, by file name. */
  readonly examples: ReadonlyMap<string, LoadedPackage>;
}

export interface NationalFile {
  readonly code: string;
  readonly version: number;
  /** The source's own shape. */
  readonly json: unknown;
}

export const definitionsFolder = fileURLToPath(new URL('../definitions/', import.meta.url));

/** Files that do not load are bugs of the definitions, so they throw with every problem named. */
export const loadDefinitions = (folder: string = definitionsFolder): Definitions => {
  const releases = new Map(folders(join(folder, 'procedures')).flatMap((code) => releasesOf(folder, code)));
  return {
    units: (json(join(folder, 'units', 'bac-giang-2021-07-01.json')) as { readonly units: readonly Unit[] }).units,
    calendars: files(join(folder, 'calendars')).map((path) => json(path) as CalendarDefinition),
    shared: must(
      'shared',
      loadShared(
        ['code-lists', 'question-groups'].flatMap((kind) =>
          files(join(folder, 'shared', kind)).map((path) => ({ path: path.slice(folder.length), json: json(path) })),
        ),
      ),
    ),
    lifeEvents: must('life events', conform<LifeEvents>(lifeEventsSchema, json(join(folder, 'life-events.json')))),
    peers: json(join(folder, 'peers.json')),
    population: json(join(folder, 'population.json')),
    queueKinds: json(join(folder, 'queue.json')),
    reception: must('reception', conform<ReceptionRules>(receptionRulesSchema, json(join(folder, 'reception.json')))),
    releases,
    decisions: files(join(folder, 'decisions'))
      .map((path) => withReleases(decisionAt(path), releases))
      .sort((one, other) => one.decision.signedOn.localeCompare(other.decision.signedOn)),
    national: files(join(folder, 'national')).map((path) => {
      const [, code = '', version = ''] = /([^/]+)-(\d+)\.json$/.exec(path) ?? [];
      return { code, version: Number(version), json: json(path) };
    }),
    examples: new Map(
      files(join(folder, 'decisions', 'examples')).map((path) => [path.split('/').at(-1) ?? path, decisionAt(path)]),
    ),
  };
};

const releasesOf = (folder: string, code: string): readonly (readonly [string, Release])[] =>
  folders(join(folder, 'procedures', code)).map((number) => {
    const at = join(folder, 'procedures', code, number);
    const form = join(at, 'form.json');
    const process = join(at, 'process.bpmn');
    const templates = join(at, 'templates');
    const release = must(
      `${code}/${number}`,
      loadRelease({
        code,
        number: Number(number),
        procedureJson: json(join(at, 'procedure.json')),
        ...(existsSync(form) ? { formJson: json(form) } : {}),
        ...(existsSync(process) ? { processXml: readFileSync(process, 'utf8') } : {}),
        ...(existsSync(templates)
          ? {
              templates: Object.fromEntries(
                readdirSync(templates).map((name) => [name, readFileSync(join(templates, name), 'utf8')]),
              ),
            }
          : {}),
      }),
    );
    return [`${code}/${number}`, release] as const;
  });

/** A bare decision names releases that lie beside it in `procedures/`. */
const withReleases = (given: LoadedPackage, releases: ReadonlyMap<string, Release>): LoadedPackage => ({
  ...given,
  releases: given.decision.items.flatMap(({ code, release }) => releases.get(`${code}/${release ?? ''}`) ?? []),
});

const decisionAt = (path: string): LoadedPackage => must(path, readDecisionFile(readFileSync(path, 'utf8')));

const json = (path: string): unknown => must(path, parseJson(readFileSync(path, 'utf8')));

const folders = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

const files = (path: string): readonly string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));

/** The value, or an error that tells all that is wrong. */
export const must = <Value>(what: string, result: Result<Value>): Value => {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${result.problems.map(sentence).join(' | ')}`);
};

const sentence = ({ code, path, message }: Problem): string => `${code} ${path}: ${message.en ?? message.vi}`;
