import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { badText } from '../definition/corpus.ts';
import { dataFolder } from './stage.ts';
import { motcua } from './run.ts';

const now = ['--now', '2021-06-01T08:00:00+07:00'];
const two = ['--author', 'van-phong', '--approver', 'lanh-dao'];

let data: string;
let packageFile: string;

const parsed = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

beforeAll(async () => {
  data = await dataFolder();
  const release = JSON.parse(badText('good-release.json')) as object;
  const decision = {
    format: 'motcua/decision@1',
    number: '9901/QĐ-UBND',
    kind: 'publication',
    signedOn: '2021-05-28',
    effectiveFrom: '2021-07-01',
    items: [{ action: 'add', code: '9.100001', release: 1 }],
  };
  packageFile = path.join(await mkdtemp(path.join(tmpdir(), 'motcua-cli-')), 'package.json');
  await writeFile(packageFile, JSON.stringify({ format: 'motcua/package@1', decision, releases: [release] }));
});

describe('a decision at the command line', () => {
  it('is checked, which changes nothing', async () => {
    const checked = await motcua(['decision', 'check', packageFile, '--data', data, ...now]);
    expect(checked.findings.filter(({ code }) => code === undefined)).toEqual([]);
    expect(checked.status).toBe(0);
    expect(parsed(checked.stdout)).toMatchObject({
      applicable: true,
      counts: { add: 1, amend: 0, replace: 0, repeal: 0 },
      effectiveFrom: '2021-06-30T17:00:00.000Z',
    });
    const list = await motcua(['catalogue', 'list', '--as-of', '2021-07-01', '--data', data]);
    expect(parsed(list.stdout)).toMatchObject({ total: 0 });
  });

  it('takes two different people', async () => {
    const nobody = await motcua(['decision', 'apply', packageFile, '--data', data, ...now]);
    expect([nobody.status, nobody.findings[0]?.code]).toEqual([1, 'decision.approval.people-needed']);
    const same = await motcua([
      'decision',
      'apply',
      packageFile,
      '--author',
      'lanh-dao',
      '--approver',
      'lanh-dao',
      '--data',
      data,
      ...now,
    ]);
    expect([same.status, same.findings[0]?.code]).toEqual([1, 'decision.approval.same-person']);
    const stranger = await motcua([
      'decision',
      'apply',
      packageFile,
      '--author',
      'ai-do',
      '--approver',
      'lanh-dao',
      '--data',
      data,
      ...now,
    ]);
    expect([stranger.status, stranger.findings[0]?.code]).toEqual([1, 'person.unknown']);
  });

  it('is applied, seen on its day and not before, withdrawn until then, and applied again under another number only', async () => {
    const applied = await motcua(['decision', 'apply', packageFile, ...two, '--data', data, ...now]);
    expect(applied.findings.filter(({ code }) => code?.startsWith('decision'))).toEqual([]);
    expect(applied.status).toBe(0);
    expect(parsed(applied.stdout)).toMatchObject({
      status: 'applied',
      author: { id: 'p-office' },
      approver: { id: 'p-approver' },
    });
    const totals = await Promise.all(
      ['2021-06-30', '2021-07-01'].map(
        async (day) => parsed((await motcua(['catalogue', 'list', '--as-of', day, '--data', data])).stdout)['total'],
      ),
    );
    expect(totals).toEqual([0, 1]);
    const shown = await motcua(['catalogue', 'show', '9.100001', '--as-of', '2021-07-01', '--data', data]);
    expect(parsed(shown.stdout)).toMatchObject({
      inForce: { number: 1, decision: '9901/QĐ-UBND', process: 'own', timeLimits: [{ legal: '3 ngày làm việc' }] },
    });
    const withdrawn = await motcua([
      'decision',
      'withdraw',
      '9901/QĐ-UBND',
      '--reason',
      'Ký nhầm',
      '--by',
      'lanh-dao',
      '--data',
      data,
      ...now,
    ]);
    expect([withdrawn.status, parsed(withdrawn.stdout)['status']]).toEqual([0, 'withdrawn']);
    const after = await motcua(['catalogue', 'list', '--as-of', '2021-07-01', '--data', data]);
    expect(parsed(after.stdout)).toMatchObject({ total: 0 });
    const again = await motcua(['decision', 'apply', packageFile, ...two, '--data', data, ...now]);
    expect(again.status).toBe(1);
  });

  it('that is bad is refused and leaves nothing behind', async () => {
    const before = await motcua(['catalogue', 'list', '--as-of', '2021-07-02', '--data', data]);
    const refused = await motcua([
      'decision',
      'apply',
      'tests/corpus/bad/package-bad-release.json',
      ...two,
      '--data',
      data,
      ...now,
    ]);
    expect([refused.status, refused.stdout, refused.findings[0]?.code, refused.findings[0]?.path]).toEqual([
      1,
      '',
      'definition.missing',
      '/releases/0/procedure/legalBasis',
    ]);
    expect((await motcua(['catalogue', 'list', '--as-of', '2021-07-02', '--data', data])).stdout).toBe(before.stdout);
  });
});

describe('looking after the store', () => {
  it('backs up, refuses to overwrite, restores into an empty place only', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'motcua-cli-'));
    const file = path.join(folder, 'backup.sqlite');
    const backup = await motcua(['backup', file, '--data', data]);
    expect([backup.status, parsed(backup.stdout)['quickCheck']]).toEqual([0, 'ok']);
    expect((await motcua(['backup', file, '--data', data])).findings[0]?.code).toBe('backup.exists');
    expect((await motcua(['restore', file, '--data', data])).findings[0]?.code).toBe('restore.occupied');
    expect((await motcua(['restore', packageFile, '--data', path.join(folder, 'new')])).findings[0]?.code).toBe(
      'restore.unusable',
    );
    const restored = await motcua(['restore', file, '--data', path.join(folder, 'new')]);
    expect(restored.findings).toEqual([]);
    expect(parsed(restored.stdout)).toMatchObject({ decisions: 1 });
  });

  it('says what is wrong with it', async () => {
    const doctor = await motcua(['doctor', '--data', data]);
    // Nothing is in force in this store: that is the one thing the doctor complains about.
    expect([doctor.status, doctor.findings.map(({ code }) => code)]).toEqual([1, ['doctor.catalogue']]);
    const nothing = await motcua(['doctor', '--data', path.join(data, 'nowhere')]);
    expect(nothing.findings.map(({ code }) => code)).toEqual(['doctor.store']);
  });

  it('verifies every dossier, also when there is none', async () => {
    const verified = await motcua(['dossier', 'verify', '--all', '--data', data]);
    expect([verified.status, parsed(verified.stdout)]).toMatchObject([0, { dossiers: 0, broken: 0 }]);
    expect((await motcua(['dossier', 'show', '000.00.00.H02-210601-0001', '--data', data])).findings[0]?.code).toBe(
      'dossier.unknown',
    );
    expect((await motcua(['dossier', 'verify', '--data', data])).status).toBe(2);
  });
});
