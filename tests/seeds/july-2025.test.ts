import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { Decision, OrganisationChange } from '#engine/definition/index.ts';
import { fold } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { DecisionReport } from '#engine/service/index.ts';
import type { Unit } from '#engine/store/index.ts';
import { definitions, seeded, type SeededStage } from './stage.ts';

const file = new URL('../../../shared/data/bacninh_units_2026.json', import.meta.url);
const hasShared = existsSync(file);

const NUMBER = '1658/NQ-UBTVQH15';
const DAY = '2025-07-01';

const office = (id: string, role: 'office' | 'office-approver'): Actor => ({
  kind: 'staff',
  id,
  name: id,
  unit: 'H02.VPUBND',
  roles: [role],
});

/** Commune codes of the old province's territory, as they are called since the reform. */
const communesSince = (): readonly { readonly code: string; readonly name: string }[] => {
  const { Wards } = JSON.parse(readFileSync(file, 'utf8')) as { readonly Wards: { Code: string; FullName: string }[] };
  return Wards.filter(({ Code }) => Code >= '07201' && Code <= '07885').map(({ Code, FullName }) => ({
    code: `H02.${Code}`,
    name: `Ủy ban nhân dân ${FullName.replace(/^\p{L}/u, (letter) => letter.toLowerCase())}`,
  }));
};

/**
 * The reform of 1 July 2025 on the communes of 2021. Which old commune went where is not in our data: each goes to the
 * new one of the nearest code in its own district, so the numbers of units, codes and names are real and the
 * assignment is not.
 */
const reform = (units: readonly Unit[]): Decision => {
  const since = communesSince();
  const old = units.filter(({ level }) => level === 'commune');
  const districtOf = new Map(old.map(({ code, parent }) => [code, parent]));
  const number = (code: string): number => Number(code.slice(4));
  const groups = new Map(since.map(({ code }) => [code, [] as string[]]));
  for (const { code, parent } of old) {
    const own = since.filter((each) => districtOf.get(each.code) === parent);
    const [nearest] = [...(own.length > 0 ? own : since)].sort(
      (a, b) => Math.abs(number(a.code) - number(code)) - Math.abs(number(b.code) - number(code)),
    );
    if (nearest) groups.get(nearest.code)?.push(code);
  }
  const mergers = since.map(({ code, name }, place) => ({
    kind: 'merge' as const,
    from: groups.get(code) ?? [],
    into: [
      {
        code,
        name,
        level: 'commune' as const,
        kind: 'commune' as const,
        parent: 'H02',
        identCode: `000.${String(place + 1).padStart(2, '0')}.25.H02`,
        counter: true,
        calendar: 'vn-office',
      },
    ],
  }));
  const districts = units
    .filter(({ level }) => level === 'district')
    .map(({ code }) => ({
      kind: 'abolish' as const,
      from: [code],
      into: [],
      heir: since.find((each) => districtOf.get(each.code) === code)?.code ?? 'H02.TTPVHCC',
    }));
  const organisation: OrganisationChange = {
    changes: [...mergers, ...districts],
    transfers: [{ from: { level: 'district' }, to: { level: 'commune' } }],
  };
  return {
    format: 'motcua/decision@1',
    number: NUMBER,
    kind: 'reorganisation',
    signedOn: '2025-06-16',
    effectiveFrom: DAY,
    items: [],
    organisation,
  };
};

describe.skipIf(!hasShared)('July 2025 (needs ../shared/data): districts go, 209 communes become 58', () => {
  let stage: SeededStage;
  let decision: Decision;
  let report: DecisionReport;
  const author = office('an', 'office');
  const approver = office('binh', 'office-approver');

  beforeAll(async () => {
    stage = await seeded(true);
    stage.clock.stand(at('2025-06-20', '08:00'));
    decision = reform(definitions.units);
    report = await stage.service.catalogue.check({ decision, releases: [] });
  }, 240_000);
  afterAll(() => stage.close());

  it('is told in advance: units, codes under other names, procedures, people, dossiers', () => {
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { organisation } = report;
    expect(organisation?.unitsBefore).toBe(241);
    expect(organisation?.unitsAfter).toBe(241 - 209 - 10 + 58);
    expect(organisation?.catalogue.withoutReceiver).toEqual([]);
    expect(organisation?.catalogue.moved.length).toBeGreaterThan(0);
    expect(organisation?.dossiers.open).toBeGreaterThan(0);
    expect(organisation?.dossiers.moves.every(({ from, to }) => from.code !== '' && to.name !== '')).toBe(true);
  });

  it('finds the 32 codes that now mean another commune, which no join by code would notice', () => {
    const plain = (name: string): string => fold(name).replace(/^uy ban nhan dan (phuong|xa|thi tran) /, '');
    const other = (report.organisation?.reused ?? []).filter(({ before, after }) => plain(before) !== plain(after));
    expect(other).toHaveLength(32);
  });

  it('leaves every dossier under way exactly one office that exists, and each history whole', async () => {
    const { service, store, clock } = stage;
    const record = await service.catalogue.propose({ decision, releases: [] }, author);
    if (!record.ok) throw new Error(JSON.stringify(record.problems));
    await service.catalogue.approve(NUMBER, record.value.contentHash, approver);
    const applied = await service.catalogue.apply(NUMBER, approver);
    expect(applied.ok).toBe(true);
    clock.stand(at(DAY, '00:00'));
    for (let more = 1; more > 0;) more = await service.reorganisations.work();
    const units = new Set((await service.units.all()).map(({ code }) => code));
    expect(units.size).toBe(80);
    let seen = 0;
    for (const hash of await store.dossiers.openReleases())
      for (const id of await store.dossiers.openOfRelease(hash, undefined, 1000)) {
        const state = await store.dossiers.load(id);
        if (!state) continue;
        seen += 1;
        expect(units.has(state.receivingUnit)).toBe(true);
        expect(state.tasks.filter(({ unit }) => !units.has(unit))).toEqual([]);
        expect((await service.dossiers.verify(id)).ok).toBe(true);
      }
    expect(seen).toBeGreaterThan(0);
    expect((await service.reorganisations.progress(NUMBER))?.job.state).toBe('done');
  });
});
