import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#engine/clock/index.ts';
import {
  loadRelease,
  type Decision,
  type DecisionItem,
  type Procedure,
  type Release,
} from '#engine/definition/index.ts';
import { importJson, readCode } from '#engine/import/index.ts';
import { codeOf, halfYear } from './province.ts';

/** Items of the sixteen decisions, 664 together: a few large ones, many small ones. */
const SIZES = [180, 96, 70, 60, 50, 40, 35, 30, 25, 20, 16, 14, 10, 8, 6, 4] as const;
const SHARED = '../shared/data';

/** A procedure as a real decision or the national database tells of it; what it does not tell is taken from a real release. */
interface Real {
  readonly code?: string;
  readonly name: string;
  readonly field: string;
  readonly days?: { readonly value: number; readonly unit: 'day' | 'working-day' };
  readonly steps?: Procedure['publicSteps'];
  readonly basis?: Procedure['legalBasis'];
}

interface RealDecision {
  readonly title: string;
  readonly added: readonly Real[];
  readonly changed: readonly Real[];
  readonly ended: readonly Real[];
}

export interface HalfYear {
  /** Published before: what the sixteen amend, replace and repeal beyond the big province's own. */
  readonly before: string;
  readonly files: readonly string[];
  readonly real: { readonly decisions: number; readonly procedures: number };
}

/**
 * Sixteen decision packages as files: 299 procedures new, 53 amended, 312 repealed. The real decisions and procedures of
 * `../shared/data` come first, with their own codes, names, fields and (where the process allows) time limits; where they are used up (or absent),
 * procedures of the big province, varied.
 */
export const writeHalfYear = (folder: string, releases: readonly Release[], size: number, start: string): HalfYear => {
  const decisions = readDecisions();
  const procedures = readProcedures();
  const left: Record<'add' | 'amend' | 'repeal', number> = { ...halfYear };
  const seen = new Set(releases.map(({ code }) => code));
  const own = (real: Real | undefined, place: number): Real & { readonly code: string } => {
    const code = real?.code !== undefined && !seen.has(real.code) ? real.code : codeOf(place);
    seen.add(code);
    return { ...(real ?? plain(releases, place)), code };
  };
  const make = (real: Real & { readonly code: string }, place: number, number: number): Release =>
    releaseOf(releases[place % releases.length], real, number);

  let place = size;
  let told = 0;
  const before: Release[] = [];
  const files: string[] = [];
  const spare = [...procedures];
  SIZES.forEach((items, index) => {
    const source = decisions[index];
    const packed: Release[] = [];
    const listed: DecisionItem[] = [];
    const put = (action: 'add' | 'amend' | 'repeal', real?: Real): void => {
      left[action] -= 1;
      place += 1;
      told += real ? 1 : 0;
      const one = own(real, place);
      const keep = { policy: 'keep' as const };
      if (action !== 'add') before.push(make(one, place, 1));
      if (action === 'repeal') listed.push({ action, code: one.code, inFlight: keep });
      else {
        const number = action === 'add' ? 1 : 2;
        packed.push(make(one, place, number));
        listed.push({ action, code: one.code, release: number, ...(action === 'amend' ? { inFlight: keep } : {}) });
      }
    };
    const rest = (): number => items - listed.length;
    for (const [action, told] of [
      ['add', source?.added],
      ['amend', source?.changed],
      ['repeal', source?.ended],
    ] as const)
      for (const real of told ?? []) if (left[action] > 0 && rest() > 0) put(action, real);
    // The rest in the half-year's proportions, of what is left of each kind.
    while (rest() > 0) {
      const action = (['add', 'amend', 'repeal'] as const).reduce((most, one) =>
        left[one] / halfYear[one] > left[most] / halfYear[most] ? one : most,
      );
      put(action, spare.shift());
    }
    const signedOn = addDays(start, index * 11);
    const decision: Decision = {
      format: 'motcua/decision@1',
      number: `${String(9500 + index)}/QĐ-UBND`,
      kind: 'publication',
      title: { vi: source?.title ?? `Quyết định công bố thứ ${String(index + 1)}` },
      signedOn,
      signer: { name: 'Người ký' },
      effectiveFrom: addDays(signedOn, 10),
      items: listed,
    };
    const file = join(folder, `${String(9500 + index)}-qd-ubnd.json`);
    writePackage(file, decision, packed);
    files.push(file);
  });
  const day = addDays(start, -30);
  const first = join(folder, 'before.json');
  writePackage(
    first,
    {
      format: 'motcua/decision@1',
      number: '9499/QĐ-UBND',
      kind: 'publication',
      signedOn: day,
      signer: { name: 'Người ký' },
      effectiveFrom: addDays(day, 10),
      items: before.map(({ code }) => ({ action: 'add', code, release: 1 })),
    },
    before,
  );
  return { before: first, files, real: { decisions: decisions.length, procedures: told } };
};

const writePackage = (file: string, decision: Decision, releases: readonly Release[]): void =>
  writeFileSync(
    file,
    JSON.stringify({
      format: 'motcua/package@1',
      decision,
      releases: releases.map(({ code, number, procedure, form, process }) => ({
        code,
        number,
        procedure,
        ...(form ? { form } : {}),
        ...(process === undefined ? {} : { process }),
      })),
    }),
  );

const plain = (releases: readonly Release[], place: number): Real => {
  const base = releases[place % releases.length];
  return { name: `${base?.procedure.name.vi ?? ''} (số ${String(place)})`, field: base?.procedure.field.name.vi ?? '' };
};

const releaseOf = (base: Release | undefined, real: Real & { readonly code: string }, number: number): Release => {
  if (!base) throw new Error('no real releases');
  const { replaces: _replaces, none = [], ...content } = base.procedure;
  const given = new Set([...(real.steps ? ['publicSteps'] : []), ...(real.basis ? ['legalBasis'] : [])]);
  const procedureJson: Procedure = {
    ...content,
    code: real.code,
    name: { vi: real.name },
    field: { ...content.field, name: { vi: real.field } },
    none: none.filter((part) => !given.has(part)),
    ...(real.steps ? { publicSteps: real.steps } : {}),
    ...(real.basis ? { legalBasis: real.basis } : {}),
    timeLimits: content.timeLimits.map((row, index) => ({
      ...row,
      ...(index === 0 && real.days && base.process === undefined ? { legal: { kind: 'duration', ...real.days } } : {}),
      ...(index === 0 ? { note: { vi: `Áp dụng từ lần công bố thứ ${String(number)}` } } : {}),
    })),
  };
  const loaded = loadRelease({
    code: real.code,
    number,
    procedureJson,
    ...(base.form ? { formJson: base.form } : {}),
    // Another text each time, or reading it would be free after the first.
    ...(base.process ? { processXml: `${base.process}<!-- ${real.code}/${String(number)} -->` } : {}),
  });
  if (!loaded.ok) throw new Error(`${real.code}: ${JSON.stringify(loaded.problems)}`);
  return loaded.value;
};

type Told = Readonly<Record<string, unknown>>;

const jsonIn = (folder: string): readonly unknown[] => {
  const place = join(SHARED, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(place, name), 'utf8')) as unknown);
};

const readDecisions = (): readonly RealDecision[] =>
  (jsonIn('decisions') as readonly Told[])
    .map((told) => {
      const items = (part: string): readonly Real[] =>
        ((told[part] ?? []) as readonly Told[]).map((item) => realOf(item, String(told['field'] ?? '')));
      return {
        title: String(told['title'] ?? ''),
        added: items('new'),
        changed: [...items('amended'), ...items('replaced')],
        ended: items('repealed'),
      };
    })
    .sort((one, other) => sizeOf(other) - sizeOf(one));

const sizeOf = ({ added, changed, ended }: RealDecision): number => added.length + changed.length + ended.length;

const realOf = ({ code, name, deadline }: Told, field: string): Real => {
  const { value, unit } = (deadline ?? {}) as { readonly value?: unknown; readonly unit?: unknown };
  const known = typeof code === 'string' ? readCode(code) : undefined;
  return {
    ...(known === undefined ? {} : { code: known }),
    name: String(name),
    field,
    ...(typeof value === 'number' && value > 0 && (unit === 'day' || unit === 'working_day')
      ? { days: { value, unit: unit === 'day' ? 'day' : 'working-day' } }
      : {}),
  };
};

/** The parts of the real procedures that say nothing about forms, so that they stand on any. */
const readProcedures = (): readonly Real[] =>
  jsonIn('procedures').flatMap((json) => {
    const drafts = importJson(json);
    return (drafts.ok ? drafts.value : []).flatMap(({ procedure: { code, name, field, publicSteps, legalBasis } }) =>
      name && field
        ? [
            {
              ...(code === undefined ? {} : { code }),
              name: name.vi,
              field: field.name.vi,
              ...(publicSteps?.length ? { steps: publicSteps } : {}),
              ...(legalBasis?.length ? { basis: legalBasis } : {}),
            },
          ]
        : [],
    );
  });
