import { describe, expect, it } from 'vitest';
import { lagsByAgency, lagsOf } from '#engine/catalogue/index.ts';
import { at } from '#engine/clock/index.ts';
import { mondayOf } from '#engine/service/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { approver, author, decisionOf, publish, stage, value } from './fixtures.ts';

const [FIRST, SECOND] = ['1.000001', '1.000002'] as const;
const add = (code: string) => ({ action: 'add' as const, code, release: 1 });

describe('what changed in a week', () => {
  it('begins on Monday', () => {
    expect(mondayOf('2021-07-25')).toBe('2021-07-19');
    expect(mondayOf('2021-07-26')).toBe('2021-07-26');
    expect(mondayOf('2021-08-01')).toBe('2021-07-26');
  });

  it('tells what takes effect in it with the differences, what was decided in it for later, and what was withdrawn', async () => {
    const { service, clock } = await stage(at('2021-06-01', '08:00'));
    const { news } = service;
    const both = [releaseOf(FIRST, 1), releaseOf(SECOND, 1)];
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-10', [add(FIRST), add(SECOND)]), both);
    expect((await news.week('2021-06-01')).ahead.map(({ number }) => number)).toEqual(['10/QĐ-UBND']);
    expect((await news.week('2021-06-13')).effective.map(({ number }) => number)).toEqual(['10/QĐ-UBND']);

    clock.set(at('2021-06-21', '08:00'));
    await publish(
      service,
      decisionOf('11/QĐ-UBND', '2021-07-01', [
        { action: 'amend', code: FIRST, release: 2 },
        { action: 'repeal', code: SECOND, replacedBy: FIRST },
      ]),
      [releaseOf(FIRST, 2, { timeLimits: [{ id: 'tl', legal: { kind: 'duration', value: 2, unit: 'working-day' } }] })],
    );
    const { effective, ahead } = await news.week('2021-06-28');
    expect(ahead).toEqual([]);
    expect(effective).toMatchObject([
      {
        number: '11/QĐ-UBND',
        effectiveOn: '2021-07-01',
        items: [
          { action: 'amend', code: FIRST, before: 1, after: 2 },
          { action: 'repeal', code: SECOND, replacedBy: FIRST, changes: [] },
        ],
      },
    ]);
    expect(effective[0]?.items[0]?.changes.map(({ part }) => part)).toContain('time-limits');

    value(await service.catalogue.withdraw('11/QĐ-UBND', approver, 'Ban hành nhầm'));
    expect((await news.week('2021-06-28')).effective).toEqual([]);
    expect((await news.week('2021-06-21')).withdrawn).toMatchObject([
      { number: '11/QĐ-UBND', withdrawnReason: 'Ban hành nhầm' },
    ]);
  });

  it('tells of a correction in the week in which it became known', async () => {
    const { service, clock } = await stage(at('2021-06-01', '08:00'));
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-10', [add(FIRST)]), [releaseOf(FIRST, 1)]);
    clock.set(at('2021-06-29', '08:00'));
    const mended = decisionOf('12/QĐ-UBND', '2021-06-10', [{ action: 'amend', code: FIRST, release: 2 }], {
      corrects: '10/QĐ-UBND',
    });
    await publish(service, mended, [releaseOf(FIRST, 2)]);
    expect((await service.news.week('2021-06-30')).effective).toMatchObject([
      { number: '12/QĐ-UBND', corrects: '10/QĐ-UBND', effectiveOn: '2021-06-10' },
    ]);
  });
});

describe('how long publications take', () => {
  it('counts from the ministry’s decision to the province’s, to the process, to the effect, and what waits', async () => {
    const { service, clock } = await stage(at('2021-05-21', '08:00'));
    const decision = decisionOf('10/QĐ-UBND', '2021-06-01', [add(FIRST), add(SECOND)], {
      basis: [
        { number: '61/2018/NĐ-CP' },
        { number: '1868/QĐ-BTP', signedOn: '2021-04-30' },
        { number: '9/QĐ-UBND', signedOn: '2021-05-10' },
      ],
    });
    const office = { deciding: { name: { vi: 'Sở Tư pháp' }, unit: 'receiving' as const } };
    await publish(service, decision, [
      releaseOf(FIRST, 1),
      releaseOf(SECOND, 1, { authority: { ...office, receiving: [{ level: 'commune' }] } }),
    ]);
    const draft = decisionOf('12/QĐ-UBND', '2021-07-01', [{ action: 'repeal', code: FIRST }], {
      signedOn: '2021-06-10',
    });
    value(await service.catalogue.propose({ decision: draft, releases: [] }, author));

    clock.set(at('2021-06-15', '08:00'));
    const { agencies, waiting, next } = await service.news.watch('2021-01-01');
    expect(agencies).toMatchObject([
      {
        agency: 'Sở Tư pháp',
        items: 1,
        toProvince: { median: 20 },
        toEffect: { median: 12 },
        waiting: { longest: 26 },
      },
      { agency: 'Ủy ban nhân dân cấp xã', items: 1, waiting: { count: 1 } },
    ]);
    expect(waiting.map(({ code, waiting: days }) => [code, days])).toEqual([
      [FIRST, 26],
      [SECOND, 26],
    ]);
    expect(next).toMatchObject([
      { what: 'process', decision: '10/QĐ-UBND', items: 2, day: '2021-05-20' },
      { what: 'approve', decision: '12/QĐ-UBND', day: '2021-07-01' },
    ]);
  });

  it('takes the approval that follows a publication before the next one', () => {
    const item = (number: string, signedOn: string, withProcess = false) => ({
      decision: decisionOf(number, '2021-07-01', [add(FIRST)], { signedOn }),
      effectiveOn: '2021-07-01',
      code: FIRST,
      name: 'Thủ tục',
      agency: 'Sở Tư pháp',
      withProcess,
      standing: number === '3/QĐ-UBND',
    });
    const items = [
      item('1/QĐ-UBND', '2021-01-10'),
      item('2/QĐ-UBND', '2021-03-01', true),
      item('3/QĐ-UBND', '2021-05-01'),
    ];
    const lags = lagsOf(items, new Map([[FIRST, ['2021-02-09', '2021-02-20']]]), '2021-06-01');
    expect(lags.map(({ toProcess, waiting }) => toProcess ?? `waits ${String(waiting)}`)).toEqual([30, 0, 'waits 31']);
    expect(lagsByAgency(lags)).toMatchObject([{ toProcess: { count: 2, median: 0, longest: 30 } }]);
  });
});
