import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '#engine/clock/index.ts';
import { seed, stories, demoAccounts, demoInstant } from '#seeds/index.ts';
import { definitions, seeded, type SeededStage } from './stage.ts';

let stage: SeededStage;
let cpuSeconds = 0;
beforeAll(async () => {
  const before = process.cpuUsage();
  stage = await seeded(true);
  const { user, system } = process.cpuUsage(before);
  cpuSeconds = (user + system) / 1e6;
}, 240_000);
afterAll(() => stage.close());

const everything = { limit: 500, offset: 0 };

describe('the seeded province', () => {
  it('is there in less than twenty seconds of work', () => {
    expect(stage.report.already).toBe(false);
    expect(cpuSeconds).toBeLessThan(20);
  });

  it('has about fifty dossiers, at every stage', async () => {
    const { rows, total } = await stage.store.dossiers.list(everything);
    expect(total).toBe(stories.filter(({ ends }) => ends.at !== 'draft').length);
    expect(total).toBeGreaterThanOrEqual(50);
    expect(new Set(rows.map(({ status }) => status))).toEqual(
      new Set([
        'submitted',
        'refused',
        'processing',
        'supplement',
        'obligation',
        'suspended',
        'withdrawn',
        'stopped',
        'finished',
        'returned',
      ]),
    );
  });

  it('keeps dossiers whose chain of events holds', async () => {
    const { rows } = await stage.store.dossiers.list(everything);
    for (const { id, code } of rows) {
      const verified = await stage.service.dossiers.verify(id);
      expect(verified.ok, code).toBe(true);
    }
  });

  it('has late ones, and nothing that happened after the demo opens', async () => {
    const { rows } = await stage.store.dossiers.list(everything);
    const open = rows.filter(({ status, promisedDue }) => status === 'processing' && promisedDue !== undefined);
    expect(open.some(({ promisedDue = '' }) => promisedDue < demoInstant)).toBe(true);
    for (const { id } of rows)
      for (const event of await stage.service.dossiers.events(id)) expect(event.recordedAt <= demoInstant).toBe(true);
  });

  it('gives the two demo citizens a draft and dossiers of their own', async () => {
    for (const { id } of demoAccounts.filter(({ kind }) => kind === 'citizen'))
      expect((await stage.store.dossiers.list({ ...everything, account: id })).total).toBeGreaterThanOrEqual(4);
    expect(await stage.service.drafts.byOwner('demo.nguyen-van-an')).toHaveLength(1);
  });

  it('put its decisions in force through two people', async () => {
    const decisions = await stage.service.catalogue.decisions();
    expect(decisions).toHaveLength(definitions.decisions.length);
    for (const { status, author, approver } of decisions) {
      expect(status).toBe('applied');
      expect(approver?.id).not.toBe(author.id);
    }
  });

  it('has somebody for every account, role and unit', async () => {
    const day = localDate(demoInstant);
    for (const { id, login, unit, roles } of demoAccounts) {
      expect((await stage.store.people.byId(id))?.id).toBe(id);
      if (login !== undefined) expect((await stage.store.people.byLogin(login))?.id).toBe(id);
      if (unit !== undefined)
        for (const role of roles)
          expect((await stage.store.people.withRole(unit, role, day)).some((one) => one.id === id)).toBe(true);
    }
  });

  it('opens on 15 July 2021 at 09:00 in Vietnam', async () => {
    const offset = await stage.store.settings.get('demo.clock');
    expect(Date.parse('2026-01-05T02:00:00.000Z') + Number(offset)).toBe(Date.parse('2021-07-15T02:00:00.000Z'));
  });

  it('is told what the decision of the story would do before it does it', async () => {
    const example = definitions.examples.get('9101-qd-ubnd.json');
    if (!example) throw new Error('no example');
    const report = await stage.service.catalogue.check(example);
    expect(report.applicable).toBe(true);
    expect(report.counts).toEqual({ add: 0, amend: 1, replace: 0, repeal: 1 });
    expect(report.runningDossiers).toBeGreaterThan(5);
    const [amended, repealed] = report.items;
    expect(new Set(amended?.difference?.changes.map(({ part }) => part))).toEqual(
      new Set(['checklist', 'time-limits', 'form', 'process']),
    );
    expect(repealed).toMatchObject({ action: 'repeal', code: '9.000002.H02', replacedBy: '9.000001.H02' });
    expect(repealed?.running).toBe(2);
  });

  it('is changed by nothing when it is seeded again', async () => {
    const before = await stage.store.dossiers.list(everything);
    const version = await stage.store.catalogueVersion();
    const again = await seed(stage.service, { definitions });
    expect(again).toEqual({ ...stage.report, already: true });
    expect(await stage.store.dossiers.list(everything)).toEqual(before);
    expect(await stage.store.catalogueVersion()).toBe(version);
  });
});
