import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { createService } from '#engine/service/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { approver, author, codes, decisionOf, publish, stage, submission, value } from './fixtures.ts';

const CODE = '1.000001';
const CLERKS = 50;

describe('two publishers at once', () => {
  it('one wins, and the other is told why', async () => {
    const { service, store, file, clock } = await stage();
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
      releaseOf(CODE, 1),
    ]);
    // The same province, opened by another process.
    const other = await openSqliteStore({ path: file, filesDir: `${file}-other` });
    const second = await createService({ store: other, clock, verify: async () => ({ problems: [] }) });
    for (const number of [2, 3]) {
      const decision = decisionOf(`1${String(number)}/QĐ-UBND`, '2021-07-01', [
        { action: 'amend', code: CODE, release: number },
      ]);
      const proposed = value(
        await service.catalogue.propose({ decision, releases: [releaseOf(CODE, number)] }, author),
      );
      value(await service.catalogue.approve(decision.number, proposed.contentHash, approver));
    }
    const [one, two] = await Promise.all([
      service.catalogue.apply('12/QĐ-UBND', author),
      second.catalogue.apply('13/QĐ-UBND', author),
    ]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    const loser = one.ok ? two : one;
    expect(codes(loser)).toEqual(['decision.item.same-instant']);
    const rows = await store.catalogue.history(CODE);
    expect(rows.map(({ number }) => number)).toEqual([1, one.ok ? 2 : 3]);
    expect((await store.catalogue.decision(one.ok ? '13/QĐ-UBND' : '12/QĐ-UBND'))?.status).toBe('approved');
    await other.close();
  });
});

describe('a repeal while fifty clerks take in', () => {
  it('closes intake to the instant for everybody, and leaves every dossier a way on', async () => {
    const { service, store, clock } = await stage();
    const repealed = at('2021-07-01', '00:00');
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
      releaseOf(CODE, 1),
    ]);
    const clerk = (n: number) => ({
      kind: 'staff' as const,
      id: `clerk-${String(n)}`,
      name: 'Công chức',
      unit: 'H02.07201',
      roles: ['clerk' as const, 'officer' as const, 'head' as const, 'leader' as const],
    });
    clock.set(at('2021-06-30', '23:59'));
    let closed = false;
    const outcomes = Promise.all(
      Array.from({ length: CLERKS }, async (_, n) => {
        const refused: string[] = [];
        for (let turn = 0; turn < 6; turn += 1) {
          const wasClosed = closed;
          const done = await service.dossiers.execute({
            ...submission(CODE, `clerk-${String(n)}-${String(turn)}`, { channel: 'counter' }),
            actor: clerk(n),
          });
          if (!done.ok) refused.push(...codes(done));
          // Begun after the instant: nothing is taken in any more.
          if (wasClosed) expect(done.ok).toBe(false);
        }
        return refused;
      }),
    );
    const repeal = decisionOf('11/QĐ-UBND', '2021-07-01', [{ action: 'repeal', code: CODE }]);
    await publish(service, repeal);
    clock.set(repealed);
    closed = true;
    const refused = (await outcomes).flat();
    expect(new Set(refused)).toEqual(new Set(['intake.closed']));
    const { rows } = await store.dossiers.list({ procedure: CODE, limit: 1000, offset: 0 });
    expect(rows.length + refused.length).toBe(CLERKS * 6);
    expect(rows.every(({ submittedAt }) => submittedAt < repealed)).toBe(true);
    for (const { id } of rows) {
      const state = value(
        await service.dossiers.execute({
          dossier: id,
          command: { type: 'accept' },
          actor: clerk(0),
          key: `accept ${id}`,
        }),
      );
      // Somebody's step is open: none waits for ever.
      expect(state.tasks.length).toBeGreaterThan(0);
      expect(state.releaseNumber).toBe(1);
    }
  });
});
