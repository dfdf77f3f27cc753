import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { motcua } from './run.ts';

const birth = 'definitions/procedures/1.001193';

describe('the command line', () => {
  it('tells all its commands, and refuses others', async () => {
    const help = await motcua(['--help']);
    expect(help.status).toBe(0);
    for (const name of [
      'process run',
      'release verify',
      'form effective',
      'deadline',
      'decision apply',
      'catalogue show',
      'dossier verify',
      'dossier rebuild',
      'import',
      'report',
      'simulate',
      'backup',
      'restore',
      'doctor',
    ])
      expect(help.stdout).toContain(`motcua -- ${name}`);
    expect((await motcua([])).status).toBe(2);
    expect((await motcua(['constructor'])).status).toBe(2);
    expect((await motcua(['simulate', '--dossiers', '9'])).status).toBe(2);
  });

  it('gives a due date with its derivation', async () => {
    const due = await motcua(['deadline', '--from', '2021-06-30T09:00:00+07:00', '--limit', '5 working-day']);
    expect(due.status).toBe(0);
    expect(JSON.parse(due.stdout)).toMatchObject({
      due: '2021-07-07T10:00:00.000Z',
      limit: { value: 5, unit: 'working-day' },
    });
    expect((await motcua(['deadline', '--from', 'hôm nay', '--limit', '5 working-day'])).status).toBe(2);
    expect((await motcua(['deadline', '--from', '2021-06-30', '--limit', 'soon'])).status).toBe(2);
    expect((await motcua(['deadline', '--from', '2021-06-30', '--limit', '5 day', '--fast'])).status).toBe(2);
  });

  it('tells of each step what it leaves of the limit', async () => {
    const verified = await motcua(['release', 'verify', '--steps', `${birth}/2`]);
    expect(verified.status).toBe(0);
    const steps = verified.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { step?: string; minutes: number; slack?: { legal?: { minutes: number } } })
      .filter(({ step }) => step !== undefined);
    expect(steps.length).toBeGreaterThan(2);
    for (const { slack } of steps) expect(slack?.legal?.minutes).toBeGreaterThanOrEqual(0);
  });

  it('verifies, hashes and compares releases', async () => {
    const verified = await motcua(['release', 'verify', `${birth}/1`, `${birth}/2`]);
    expect(verified.status).toBe(0);
    const lines = verified.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { code: string; verdict: string; hash: string });
    expect(lines.map(({ code, verdict }) => `${code} ${verdict}`)).toEqual(['1.001193 fine', '1.001193 fine']);
    const hash = await motcua(['release', 'hash', `${birth}/2`]);
    expect(JSON.parse(hash.stdout)).toEqual({ code: '1.001193', number: 2, hash: lines[1]?.hash });
    const diff = JSON.parse((await motcua(['release', 'diff', `${birth}/1`, `${birth}/2`])).stdout) as {
      changes: { sentence: { vi: string } }[];
    };
    expect(diff.changes.map(({ sentence }) => sentence.vi)).toContain(
      'Thời hạn cam kết (Cần xác minh tại UBND cấp xã khác): không có → 2 ngày làm việc',
    );
    const nowhere = await motcua(['release', 'verify', 'definitions']);
    expect([nowhere.status, nowhere.findings[0]?.code]).toEqual([1, 'release.folder.shape']);
  });

  it('compiles a form, and says what applies for given answers', async () => {
    const compiled = await motcua(['form', 'compile', `${birth}/1`]);
    expect(JSON.parse(compiled.stdout)).toMatchObject({ kind: 'pages', generated: false });
    const folder = await mkdtemp(path.join(tmpdir(), 'motcua-cli-'));
    const answers = path.join(folder, 'answers.json');
    await writeFile(answers, '{"nothingLikeThis": 1}');
    const effective = await motcua([
      'form',
      'effective',
      `${birth}/1`,
      '--answers',
      answers,
      '--case',
      'usual',
      '--channel',
      'online',
      '--today',
      '2021-07-01',
    ]);
    expect([effective.status, (JSON.parse(effective.stdout) as { answers: object }).answers]).toEqual([0, {}]);
    await writeFile(answers, '[]');
    expect((await motcua(['form', 'effective', `${birth}/1`, '--answers', answers])).findings[0]?.code).toBe(
      'form.answers.shape',
    );
    expect((await motcua(['form', 'effective', `${birth}/1`])).status).toBe(2);
  });

  it('does not take a store that is not there for an empty one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'motcua-cli-'));
    for (const command of [
      ['catalogue', 'list'],
      ['dossier', 'verify', '--all'],
      ['backup', path.join(folder, 'b')],
    ]) {
      const ran = await motcua([...command, '--data', path.join(folder, 'typo')]);
      expect([ran.status, ran.findings[0]?.code], command.join(' ')).toEqual([1, 'store.missing']);
    }
  });
});
