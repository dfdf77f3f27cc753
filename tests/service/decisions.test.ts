import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { loadRelease, type CodeList, type FormDefinition } from '#engine/definition/index.ts';
import { examineRelease } from '#engine/verify/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { approver, author, codes, decisionOf, publish, stage, value } from './fixtures.ts';

const add = (code: string) => ({ action: 'add' as const, code, release: 1 });

describe('publishing a decision', () => {
  it('shows what it would do, and does nothing yet', async () => {
    const { service } = await stage();
    const report = await service.catalogue.check({
      decision: decisionOf('10/QĐ-UBND', '2021-07-01', [add('1.000001'), add('1.000002')]),
      releases: [releaseOf('1.000001', 1), releaseOf('1.000002', 1)],
    });
    expect(report.items.flatMap((item) => item.problems.filter((found) => found.severity === 'error'))).toEqual([]);
    expect(report.problems.filter((found) => found.severity === 'error')).toEqual([]);
    expect(report).toMatchObject({
      applicable: true,
      counts: { add: 2, amend: 0, replace: 0, repeal: 0 },
      effectiveFrom: at('2021-07-01', '00:00'),
    });
    expect(await service.catalogue.inForce('1.000001', at('2021-08-01', '00:00'))).toBeUndefined();
    expect(await service.catalogue.decisions()).toEqual([]);
  });

  it('takes two people: the author may not approve', async () => {
    const { service } = await stage();
    const both = { ...author, roles: ['office', 'office-approver'] as const };
    const given = {
      decision: decisionOf('10/QĐ-UBND', '2021-07-01', [add('1.000001')]),
      releases: [releaseOf('1.000001', 1)],
    };
    const record = value(await service.catalogue.propose(given, both));
    expect(codes(await service.catalogue.approve(record.number, record.contentHash, both))).toEqual(['decision.own']);
    expect(codes(await service.catalogue.approve(record.number, record.contentHash, { ...author, id: 'x' }))).toEqual([
      'decision.may-not',
    ]);
    expect(codes(await service.catalogue.apply(record.number, approver))).toEqual(['decision.status']);
    expect(codes(await service.catalogue.propose(given, { ...author, roles: ['clerk'] }))).toEqual([
      'decision.may-not',
    ]);
    expect(value(await service.catalogue.approve(record.number, record.contentHash, approver)).status).toBe('approved');
  });

  it('approves exactly what was seen: a changed package must be approved anew', async () => {
    const { service } = await stage();
    const decision = decisionOf('10/QĐ-UBND', '2021-07-01', [add('1.000001')]);
    const seen = value(await service.catalogue.propose({ decision, releases: [releaseOf('1.000001', 1)] }, author));
    const changed = value(
      await service.catalogue.propose(
        { decision: { ...decision, effectiveFrom: '2021-08-01' }, releases: [releaseOf('1.000001', 1)] },
        author,
      ),
    );
    expect(changed.contentHash).not.toBe(seen.contentHash);
    expect(codes(await service.catalogue.approve('10/QĐ-UBND', seen.contentHash, approver))).toEqual([
      'decision.other-content',
    ]);
    value(await service.catalogue.approve('10/QĐ-UBND', changed.contentHash, approver));
    expect(value(await service.catalogue.propose({ decision, releases: [] }, author)).status).toBe('draft');
    expect(codes(await service.catalogue.apply('10/QĐ-UBND', approver))).toEqual(['decision.status']);
  });

  it('is in effect at its instant, to the millisecond, with nothing that wakes up', async () => {
    const { service, clock } = await stage();
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-10', [add('1.000001')]), [releaseOf('1.000001', 1)]);
    const midnight = at('2021-06-10', '00:00');
    clock.set(new Date(Date.parse(midnight) - 1).toISOString());
    expect(await service.catalogue.inForce('1.000001')).toBeUndefined();
    expect((await service.catalogue.search({})).total).toBe(0);
    clock.set(midnight);
    expect((await service.catalogue.inForce('1.000001'))?.release.release.number).toBe(1);
    expect((await service.catalogue.search({})).total).toBe(1);
  });

  it('is withdrawn until then, with a reason, and what was in force stays', async () => {
    const { service, clock } = await stage();
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-01', [add('1.000001')]), [releaseOf('1.000001', 1)]);
    await publish(
      service,
      decisionOf('11/QĐ-UBND', '2021-07-01', [{ action: 'amend', code: '1.000001', release: 2 }]),
      [releaseOf('1.000001', 2)],
    );
    expect(codes(await service.catalogue.withdraw('11/QĐ-UBND', author, ' '))).toEqual(['decision.withdraw.reason']);
    value(await service.catalogue.withdraw('11/QĐ-UBND', author, 'Sai ngày'));
    expect((await service.catalogue.inForce('1.000001', at('2021-07-02', '00:00')))?.entry.number).toBe(1);
    expect((await service.catalogue.decision('11/QĐ-UBND'))?.record).toMatchObject({
      status: 'withdrawn',
      withdrawnReason: 'Sai ngày',
    });
    await publish(service, decisionOf('12/QĐ-UBND', '2021-07-01', [{ action: 'amend', code: '1.000001', release: 2 }]));
    clock.set(at('2021-07-01', '00:00'));
    expect(codes(await service.catalogue.withdraw('12/QĐ-UBND', author, 'Muộn'))).toEqual([
      'decision.withdraw.in-effect',
    ]);
  });

  it('keeps the report of what it did', async () => {
    const { service } = await stage();
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-01', [add('1.000001')]), [releaseOf('1.000001', 1)]);
    const found = await service.catalogue.decision('10/QĐ-UBND');
    expect(found?.record.status).toBe('applied');
    expect(found?.report).toMatchObject({ applicable: true, counts: { add: 1 } });
    expect((await service.catalogue.decisions()).map((record) => record.number)).toEqual(['10/QĐ-UBND']);
  });

  it('shows each difference from what is in force', async () => {
    const { service } = await stage();
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-01', [add('1.000001')]), [releaseOf('1.000001', 1)]);
    const longer = releaseOf('1.000001', 2, {
      timeLimits: [{ id: 'tl', legal: { kind: 'duration', value: 5, unit: 'working-day' } }],
    });
    const report = await service.catalogue.check({
      decision: decisionOf('11/QĐ-UBND', '2021-07-01', [{ action: 'amend', code: '1.000001', release: 2 }]),
      releases: [longer],
    });
    expect(report.items[0]?.difference?.changes.map((change) => change.part)).toContain('time-limits');
  });

  it('does not store what it refuses', async () => {
    const { service, store } = await stage();
    const refused = await service.catalogue.propose(
      {
        decision: decisionOf('10/QĐ-UBND', '2021-07-01', [add('1.000001'), { action: 'repeal', code: '1.999999' }]),
        releases: [releaseOf('1.000001', 1)],
      },
      author,
    );
    expect(codes(refused)).toEqual(['decision.item.repeals-nothing']);
    expect(await store.catalogue.decision('10/QĐ-UBND')).toBeUndefined();
    expect(await store.releases.numbers('1.000001')).toEqual([]);
  });

  it('says at which steps nobody would do the work on the day of the effect', async () => {
    const { service, store } = await stage(undefined, { verify: examineRelease });
    const given = {
      decision: decisionOf('10/QĐ-UBND', '2021-07-01', [add('1.000001')]),
      releases: [releaseOf('1.000001', 1)],
    };
    const nobody = async () =>
      (await service.catalogue.check(given)).items.flatMap(({ problems }) =>
        problems.filter(({ code }) => code === 'process.task.nobody').map(({ severity }) => severity),
      );
    expect(new Set(await nobody())).toEqual(new Set(['warning']));
    const roles = ['clerk', 'officer', 'head', 'leader'] as const;
    const hold = (from: string) =>
      store.people.put(
        [{ id: 'p', name: 'Đỗ Văn Em', kind: 'staff' }],
        ['H02.07201', 'H02.07202'].flatMap((unit) => roles.map((role) => ({ person: 'p', unit, role, from }))),
      );
    value(await hold('2021-07-02'));
    expect(await nobody()).not.toEqual([]);
    value(await hold('2021-07-01'));
    expect(await nobody()).toEqual([]);
  });

  it('knows the units and code lists of that day, not of today', async () => {
    const { service } = await stage(undefined, { verify: examineRelease });
    const list: CodeList = {
      format: 'motcua/code-list@1',
      name: 'old@2010',
      title: { vi: 'Danh mục cũ' },
      validTo: '2021-06-30',
      entries: [{ code: 'a', name: { vi: 'A' } }],
    };
    const form: FormDefinition = {
      format: 'motcua/form@1',
      kind: 'pages',
      pages: [
        {
          id: 'page',
          title: { vi: 'Trang' },
          questions: [{ id: 'choice', type: 'code-list', list: 'old@2010', label: { vi: 'Chọn' } }],
        },
      ],
    };
    const { procedure } = releaseOf('1.000001', 1);
    const release = value(loadRelease({ code: '1.000001', number: 1, procedureJson: procedure, formJson: form }));
    const shared = { groups: {}, codeLists: { 'old@2010': list } };
    const errorsFrom = async (day: string) => {
      const decision = decisionOf('10/QĐ-UBND', day, [add('1.000001')]);
      const report = await service.catalogue.check({ decision, releases: [release], shared });
      return report.items.flatMap(({ problems }) =>
        problems.filter((it) => it.severity === 'error' && it.code.startsWith('form.')).map((it) => it.code),
      );
    };
    expect(await errorsFrom('2021-06-30')).toEqual([]);
    expect(await errorsFrom('2021-07-01')).toEqual(['form.expired-list']);
  });

  it('says that a repealed procedure has nothing to convert running dossiers to', async () => {
    const { service } = await stage();
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-01', [add('1.000001')]), [releaseOf('1.000001', 1)]);
    const item = { action: 'repeal' as const, code: '1.000001', inFlight: { policy: 'convert' as const } };
    const report = await service.catalogue.check({
      decision: decisionOf('11/QĐ-UBND', '2021-07-01', [item]),
      releases: [],
    });
    expect(report.applicable).toBe(true);
    expect(report.items[0]?.problems.map(({ code, severity, path }) => `${code} ${severity} ${path}`)).toEqual([
      'decision.item.nothing-to-convert-to warning /items/0/inFlight/policy',
    ]);
  });
});
