import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { author, decisionOf, publish, stage, value, type Stage } from './fixtures.ts';
import { releaseOf } from '../store/fixtures.ts';

const CODE = '1.000001';

const told = async (): Promise<Stage> => {
  const made = await stage();
  const { service } = made;
  await publish(service, decisionOf('1/QĐ-UBND', '2021-06-10', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1),
  ]);
  await publish(service, decisionOf('2/QĐ-UBND', '2021-07-01', [{ action: 'repeal', code: CODE }]));
  value(await service.catalogue.withdraw('2/QĐ-UBND', author, 'Sai ngày'));
  return made;
};

/** Writes past the store, as somebody with the file in hand could, who first takes its guards away. */
const tamper = ({ file }: Stage, sql: string, ...values: readonly string[]): void => {
  const db = new Database(file);
  for (const { name } of db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('decisions', 'releases')`,
    )
    .all())
    db.exec(`DROP TRIGGER "${name}"`);
  db.prepare(sql).run(...values);
  db.close();
};

const problems = async ({ service }: Stage, saw?: string) =>
  (await service.publicLog.check(saw)).problems.map(({ code, path }) => `${code} ${path}`);

describe('the public log', () => {
  it('holds: the chain, every decision and every release', async () => {
    const made = await told();
    const entries = await made.service.publicLog.entries();
    expect(entries.map(({ act, decision }) => `${act} ${decision}`)).toEqual([
      'applied 1/QĐ-UBND',
      'applied 2/QĐ-UBND',
      'withdrawn 2/QĐ-UBND',
    ]);
    expect(await made.service.publicLog.check(entries[1]?.hash)).toEqual({
      entries: 3,
      releases: 1,
      head: entries.at(-1)?.hash,
      problems: [],
    });
  });

  it('is guarded by the database: an applied decision cannot be changed or removed', async () => {
    const { file } = await told();
    const db = new Database(file);
    expect(() => db.prepare(`UPDATE decisions SET record = '{}'`).run()).toThrow(/decisions/);
    expect(() => db.prepare('DELETE FROM decisions').run()).toThrow(/decisions/);
    db.close();
  });

  it('shows a decision that was changed past its guards, and that what was seen before is gone', async () => {
    const made = await told();
    const head = (await made.service.publicLog.entries()).at(-1)?.hash ?? '';
    tamper(
      made,
      `UPDATE decisions SET record = replace(record, '2021-06-10', '2021-06-11') WHERE number = ?`,
      '1/QĐ-UBND',
    );
    expect(await problems(made, head)).toEqual(['log.decision-content /1', `log.not-seen ${head}`]);
  });

  it('shows a release whose content is not what was published', async () => {
    const made = await told();
    tamper(made, `UPDATE releases SET body = replace(body, 'Hộ tịch', 'Đất đai') WHERE code = ?`, CODE);
    expect(await problems(made)).toEqual([`log.release-content /1/${CODE}`]);
  });

  it('shows a release that is gone, and a decision that is left out', async () => {
    const made = await told();
    const head = (await made.service.publicLog.entries()).at(-1)?.hash ?? '';
    tamper(made, 'DELETE FROM decisions WHERE number = ?', '2/QĐ-UBND');
    expect(await problems(made, head)).toEqual([`log.not-seen ${head}`]);
  });
});
