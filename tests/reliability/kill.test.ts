import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { createService, type CommandRequest, type Service } from '#engine/service/index.ts';
import { inspectSqlite, openSqliteStore } from '#engine/store/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { approver, author, decisionOf, publish, stage, submission, value } from '../service/fixtures.ts';
import { bundleChild } from './bundle.ts';
import { victim } from './killed.ts';

const CODE = '1.000001';
const order = { submission: submission(CODE, ''), approver };
const KILLS = 12;
/** Of apply, withdraw and convert together: `MOTCUA_KILLS=1000 npx vitest run --project unit tests/reliability`. */
const AIMED = Number(process.env['MOTCUA_KILLS'] ?? 18);
const ROUNDS = Math.ceil(AIMED / 3);
const ITEMS = 60;
const DOSSIERS = 40;
const add = (code: string) => ({ action: 'add' as const, code, release: 1 });

const idsOf = (service: Service): Promise<readonly string[]> => service.store.dossiers.ids(undefined, 100_000);

/** Where to strike: within a time that shrinks when the work was done by then and grows when it was not. */
const aim = (milliseconds: number) => {
  let within = milliseconds;
  const struck = { before: 0, after: 0 };
  return {
    wait: () => pause(Math.random() * within),
    learn: (done: boolean): void => {
      within = Math.max(2, within * (done ? 0.9 : 1.1));
      struck[done ? 'after' : 'before'] += 1;
    },
    tell: (work: string): void => {
      if (process.env['MOTCUA_KILLS'] !== undefined)
        console.log(`${work}: killed ${String(struck.before)} times before it was done, ${String(struck.after)} after`);
    },
  };
};

let child: string;
beforeAll(async () => {
  child = await bundleChild();
}, 60_000);
afterAll(() => rm(path.dirname(child), { recursive: true, force: true }));

describe('a process that is killed at any moment', { timeout: 240_000 + AIMED * 10_000 }, () => {
  it('leaves every answered command there once, no half dossier, and answers the same when asked again', async () => {
    const { service, store, file } = await stage();
    const files = `${file}-files`;
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-01', [add(CODE)]), [releaseOf(CODE, 1)]);
    await store.close();
    const answered = new Map<string, { readonly dossier: string; readonly seq: number }>();
    for (let run = 0; run < KILLS; run += 1) {
      const current = await victim(child, file, files, `run-${String(run)}`);
      current.begin(order);
      // Somewhere among its commands: compiling takes most of its first moments.
      await current.saying(8 + Math.round(Math.random() * 150));
      await pause(Math.random() * 10);
      const lines = await current.kill();

      const again = await openSqliteStore({ path: file, filesDir: files });
      const restarted = await createService({ store: again, clock: { now: () => at('2021-06-01', '09:00') } });
      const asked = new Map<string, CommandRequest>();
      for (const line of lines) {
        if (line.say === 'asked') asked.set(line.request.key, line.request);
        if (line.say === 'done') answered.set(line.key, { dossier: line.dossier, seq: line.seq });
      }
      for (const [key, { dossier, seq }] of answered)
        expect([key, await again.dossiers.answered(key)]).toMatchObject([key, { dossier, seq }]);
      await everyDossierStands(restarted);

      // Asked again with its key: what was done is told again, what was lost is done now, once.
      for (const [key, request] of asked) {
        const before = answered.get(key);
        const state = value(await restarted.dossiers.execute(request));
        const kept = await again.dossiers.answered(key);
        expect(kept?.dossier).toBe(state.id);
        if (before) expect(kept).toMatchObject(before);
        else if (kept) answered.set(key, kept);
      }
      await everyDossierStands(restarted);
      const submitted = [...answered].filter(([key]) => key.endsWith('-submit'));
      expect((await idsOf(restarted)).length).toBe(submitted.length);
      expect(new Set(submitted.map(([, { dossier }]) => dossier)).size).toBe(submitted.length);
      await again.close();
    }
    expect(inspectSqlite(file).quickCheck).toBe('ok');
    expect(answered.size).toBeGreaterThan(KILLS * 8);
  });

  it('has applied a decision whole or not at all', async () => {
    const { service, store, file } = await stage();
    const files = `${file}-files`;
    const rounds = Array.from({ length: ROUNDS }, (_, round) => ({
      number: `${String(20 + round)}/QĐ-UBND`,
      codes: Array.from({ length: ITEMS }, (_, n) => `2.${String(round * 1000 + n).padStart(6, '0')}`),
    }));
    const july = at('2021-07-01', '00:00');
    const entriesOf = async (number: string, from: typeof store): Promise<number> =>
      (await from.catalogue.allInForce(july)).filter((entry) => entry.decision === number).length;
    const aimed = aim(300);
    for (const [round, { number, codes }] of rounds.entries()) {
      const releases = codes.map((code) => releaseOf(code, 1));
      const decision = decisionOf(number, '2021-07-01', codes.map(add));
      const { contentHash } = value(await service.catalogue.propose({ decision, releases }, author));
      value(await service.catalogue.approve(number, contentHash, approver));
      const current = await victim(child, file, files, 'run', number);
      const isLast = round + 1 === rounds.length;
      current.begin(order);
      // Checking and applying; the last one is let to the end.
      await current.saying(isLast ? 2 : 1);
      if (!isLast) await aimed.wait();
      const lines = await current.kill();
      const again = await openSqliteStore({ path: file, filesDir: files });
      const record = await again.catalogue.decision(number);
      const applied = record?.status === 'applied';
      aimed.learn(applied);
      expect(record?.status).toBe(applied ? 'applied' : 'approved');
      expect(await entriesOf(number, again)).toBe(applied ? ITEMS : 0);
      expect((await again.catalogue.report(number)) !== undefined).toBe(applied);
      if (lines.some((line) => line.say === 'done' && line.key === number)) expect(applied).toBe(true);
      await again.close();
      // What was not applied is applied now, as if nothing had happened.
      if (!applied) value(await service.catalogue.apply(number, approver));
      expect(await entriesOf(number, store)).toBe(ITEMS);
    }
    aimed.tell('apply');
    expect(inspectSqlite(file).quickCheck).toBe('ok');
  });

  it('has withdrawn a decision whole or not at all', async () => {
    const { service, store, file } = await stage();
    const files = `${file}-files`;
    const codes = Array.from({ length: ITEMS }, (_, n) => `3.${String(n).padStart(6, '0')}`);
    const releases = codes.map((code) => releaseOf(code, 1));
    const august = at('2021-08-01', '00:00');
    const standing = async (): Promise<number> => (await store.catalogue.allInForce(august)).length;
    const aimed = aim(12);
    for (let round = 0; round < ROUNDS; round += 1) {
      const number = `${String(100 + round)}/QĐ-UBND`;
      await publish(service, decisionOf(number, '2021-07-01', codes.map(add)), releases);
      const current = await victim(child, file, files, 'run', number);
      current.begin({ ...order, work: 'withdraw' });
      await current.saying(1);
      await aimed.wait();
      const lines = await current.kill();
      const status = (await store.catalogue.decision(number))?.status;
      aimed.learn(status === 'withdrawn');
      expect([status, await standing()]).toEqual(status === 'withdrawn' ? ['withdrawn', 0] : ['applied', ITEMS]);
      if (lines.some((line) => line.say === 'done' && line.key === number)) expect(status).toBe('withdrawn');
      if (status === 'applied') value(await service.catalogue.withdraw(number, approver, 'Ban hành nhầm'));
      expect(await standing()).toBe(0);
    }
    aimed.tell('withdraw');
    expect(inspectSqlite(file).quickCheck).toBe('ok');
  });

  it('has converted each dossier wholly or not, and goes on where it was: once each', async () => {
    const { service, store, clock, file } = await stage();
    const files = `${file}-files`;
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-01', [add(CODE)]), [releaseOf(CODE, 1)]);
    for (let n = 0; n < DOSSIERS; n += 1) value(await service.dossiers.execute(submission(CODE, `d-${String(n)}`)));
    const ids = await idsOf(service);
    const aimed = aim(250);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const number = `${String(1000 + round)}/QĐ-UBND`;
      const effectiveFrom = new Date(Date.parse(at('2021-07-01', '00:00')) + round * 60_000).toISOString();
      const policy = { policy: 'convert' as const };
      const item = { action: 'amend' as const, code: CODE, release: round + 1, inFlight: policy };
      const decision = decisionOf(number, effectiveFrom.replace('.000Z', 'Z'), [item]);
      await publish(service, decision, [releaseOf(CODE, round + 1)]);
      const current = await victim(child, file, files, 'run', number);
      current.begin({ ...order, work: 'convert', now: effectiveFrom });
      await current.saying(1);
      await aimed.wait();
      await current.kill();
      clock.set(effectiveFrom);
      await everyDossierStands(service);
      const states = await Promise.all(ids.map((id) => store.dossiers.load(id)));
      const moved = states.filter((state) => state?.releaseNumber === round + 1);
      aimed.learn(moved.length === DOSSIERS);
      const said = (await service.conversions.progress(number))?.counts.converted ?? 0;
      // What is written down as done is done; of what was done, at most the last is not written down yet.
      expect(moved.length - said).toBeGreaterThanOrEqual(0);
      expect(moved.length - said).toBeLessThanOrEqual(1);
      for (let more = 1; more > 0;) more = await service.conversions.work();
      expect(await service.conversions.progress(number)).toMatchObject({
        job: { state: 'done' },
        counts: { converted: DOSSIERS },
      });
      for (const id of ids) {
        const events = await service.dossiers.events(id);
        expect(events.filter(({ type }) => type === 'converted')).toHaveLength(round);
      }
    }
    aimed.tell('convert');
    await everyDossierStands(service);
    expect(inspectSqlite(file).quickCheck).toBe('ok');
  });
});

const everyDossierStands = async (service: Service): Promise<void> => {
  const numbers: number[] = [];
  for (const id of await idsOf(service)) {
    value(await service.dossiers.verify(id));
    const code = (await service.dossiers.byId(id))?.code ?? '';
    numbers.push(Number(code.split('-').at(-1)));
  }
  // Codes of one unit and day are given in order, none is lost and none is given twice.
  expect(numbers.sort((one, other) => one - other)).toEqual(numbers.map((_, place) => place + 1));
};
