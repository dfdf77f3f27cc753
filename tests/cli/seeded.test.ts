import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '#engine/store/index.ts';
import { seed } from '#seeds/index.ts';
import { motcua } from './run.ts';

/** The demo province, through the real commands, one process of its own state after another. */
let data: string;
const july = ['--now', '2021-07-20T08:00:00+07:00'];
const example = (name: string): string =>
  fileURLToPath(new URL(`../../definitions/decisions/examples/${name}`, import.meta.url));
const parsed = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

const run = async (...args: readonly string[]) => {
  const done = await motcua([...args, '--data', data]);
  const errors = done.findings.filter(({ severity }) => severity === 'error');
  return { status: done.status, errors, out: parsed(done.stdout) };
};
const codesOn = async (day: string, ...more: readonly string[]): Promise<readonly string[]> => {
  const { out } = await run('catalogue', 'list', '--as-of', day, ...more);
  return (out['entries'] as readonly { code: string; number: number }[]).map(
    ({ code, number }) => `${code}/${String(number)}`,
  );
};

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'motcua-seeded-'));
  const store = await openSqliteStore({ path: path.join(data, 'motcua.sqlite'), filesDir: path.join(data, 'files') });
  await seed({ store });
  await store.close();
}, 240_000);
afterAll(() => rm(data, { recursive: true, force: true }));

describe('the demo province at the command line', { timeout: 120_000 }, () => {
  it('proves every dossier: chain, state, lists, timers and search', async () => {
    const { status, out } = await run('dossier', 'verify', '--all');
    expect([status, out['broken']]).toEqual([0, 0]);
    expect(Number(out['dossiers'])).toBeGreaterThanOrEqual(50);
    expect(await run('dossier', 'rebuild', '--all')).toMatchObject({ status: 0, out: { mended: 0, broken: 0 } });
  });

  it('synchronises national content, says what is behind it, and keeps what says nothing new once', async () => {
    const file = fileURLToPath(new URL('../../definitions/national/3.000347-2.json', import.meta.url));
    const { stdout, status } = await motcua(['import', 'sync', file, '--data', data, ...july]);
    const [synced, sum] = stdout.trim().split('\n').map(parsed);
    expect([status, synced?.['status'], synced?.['number']]).toEqual([0, 'unchanged', 2]);
    expect(sum?.['behind']).toMatchObject([{ code: '3.000347', release: 1, based: true, conflicts: 0 }]);
  });

  it('proves the public log: its chain, and every decision and release in it', async () => {
    const { status, out } = await run('catalogue', 'log', '--verify');
    expect(out).toMatchObject({ entries: 4, problems: 0 });
    expect([status, (await run('catalogue', 'log', '--saw', String(out['head']))).status]).toEqual([0, 0]);
    const unseen = await run('catalogue', 'log', '--saw', '0'.repeat(64));
    expect([unseen.status, unseen.errors.map(({ code }) => code)]).toEqual([1, ['log.not-seen']]);
  });

  it('checks, applies and withdraws a decision; on two time axes the catalogue tells what was and what was known', async () => {
    const before = await codesOn('2021-08-02');
    const checked = await run('decision', 'check', example('9101-qd-ubnd.json'), ...july);
    expect([checked.status, checked.errors, checked.out['counts']]).toEqual([
      0,
      [],
      { add: 0, amend: 1, replace: 0, repeal: 1 },
    ]);
    expect(await codesOn('2021-08-02')).toEqual(before);

    const applied = await run('decision', 'apply', example('9101-qd-ubnd.json'), ...july);
    expect([applied.status, applied.out['status']]).toEqual([0, 'applied']);
    const after = await codesOn('2021-08-02');
    expect(after).toContain('1.001193/2');
    expect(after).toHaveLength(before.length - 1);
    expect(await codesOn('2021-07-31')).toContain('1.001193/1');
    expect(await codesOn('2021-08-02', '--known-at', '2021-07-19T00:00:00Z')).toEqual(before);

    const number = String(applied.out['number']);
    const withdrawn = await run(
      'decision',
      'withdraw',
      number,
      '--reason',
      'Ghi sai ngày',
      '--now',
      '2021-07-21T08:00:00+07:00',
    );
    expect([withdrawn.status, withdrawn.out['status']]).toEqual([0, 'withdrawn']);
    expect(await codesOn('2021-08-02')).toEqual(before);
    expect(await codesOn('2021-08-02', '--known-at', '2021-07-20T12:00:00+07:00')).toEqual(after);
  });

  it('applies the other example as well', async () => {
    const file = example('9102-qd-ubnd.json');
    const checked = await run('decision', 'check', file, ...july);
    expect([checked.status, checked.errors]).toEqual([0, []]);
    const applied = await run('decision', 'apply', file, ...july);
    expect([applied.status, applied.out['status']]).toEqual([0, 'applied']);
    expect((await run('dossier', 'verify', '--all')).out['broken']).toBe(0);
  });

  it('rehearses a reorganisation, applies it and takes it back before its day', async () => {
    const file = example('9110-nq-sap-xep.json');
    const checked = await run('decision', 'check', file, ...july);
    expect([checked.status, checked.errors]).toEqual([0, []]);
    expect(checked.out['organisation']).toMatchObject({
      unitsBefore: 241,
      unitsAfter: 240,
      dossiers: { moves: [{ from: { code: 'H02.07201' }, to: { code: 'H02.07222' } }] },
    });
    const applied = await run('decision', 'apply', file, ...july);
    expect([applied.status, applied.out['status']]).toEqual([0, 'applied']);
    const number = String(applied.out['number']);
    const withdrawn = await run('decision', 'withdraw', number, '--reason', 'Hoãn', ...july);
    expect([withdrawn.status, withdrawn.out['status']]).toEqual([0, 'withdrawn']);
    expect((await run('decision', 'check', file, ...july)).status).toBe(0);
  });
});
