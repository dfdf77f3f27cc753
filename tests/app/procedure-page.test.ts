import { createHash } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { sealedBytes } from '#engine/definition/index.ts';
import { askedKnown } from '#app/server/day.ts';
import { procedurePage, type AskedVersion } from '#app/server/views/procedure-page.ts';
import { author, decisionOf, publish, stage, value, type Stage } from '../service/fixtures.ts';
import { releaseOf } from '../store/fixtures.ts';

const CODE = '1.000001';
const NEXT = '1.000002';
const LAST = '1.000003';
const of = (number: number, code = CODE) =>
  releaseOf(code, number, {
    timeLimits: [{ id: 'tl', legal: { kind: 'duration', value: 2 + number, unit: 'working-day' } }],
  });

/**
 * Release 1 from 1 June, 2 from 1 July; on 20 August 2 is corrected to 3, back to 1 July; repealed from 1 October for
 * another procedure, which is replaced in its turn from 1 November.
 */
const told = async (): Promise<Stage & { readonly context: AppLoadContext }> => {
  const made = await stage(at('2021-05-25', '08:00'));
  const { service, clock } = made;
  await publish(service, decisionOf('1/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [of(1)]);
  clock.set(at('2021-06-10', '08:00'));
  await publish(service, decisionOf('2/QĐ-UBND', '2021-07-01', [{ action: 'amend', code: CODE, release: 2 }]), [of(2)]);
  clock.set(at('2021-08-20', '09:30'));
  const corrected = decisionOf('3/QĐ-UBND', '2021-07-01', [{ action: 'amend', code: CODE, release: 3 }], {
    corrects: '2/QĐ-UBND',
  });
  await publish(service, corrected, [of(3)]);
  clock.set(at('2021-09-01', '08:00'));
  await publish(
    service,
    decisionOf('4/QĐ-UBND', '2021-10-01', [{ action: 'replace', code: NEXT, release: 1, replaces: [CODE] }]),
    [of(1, NEXT)],
  );
  await publish(
    service,
    decisionOf('5/QĐ-UBND', '2021-11-01', [{ action: 'replace', code: LAST, release: 1, replaces: [NEXT] }]),
    [of(1, LAST)],
  );
  const context = { service, clock, config: { origins: ['https://motcua.example'] } } as unknown as AppLoadContext;
  return { ...made, context };
};

const show = async ({ context }: { readonly context: AppLoadContext }, asked: AskedVersion = {}, code = CODE) => {
  const page = await procedurePage(context, code, asked, 'vi');
  if (!page) throw new Error('not found');
  return page;
};

describe('the page of a procedure on a day', () => {
  it('shows the rules of that day, says that they are not in force now, and has an address that stays', async () => {
    const made = await told();
    const page = await show(made, { day: '2021-06-15' });
    expect(page).toMatchObject({
      shown: 'other-then',
      canonical: `https://motcua.example/thu-tuc/${CODE}/ngay/2021-06-15`,
      content: { number: 1, view: { time: '3 ngày làm việc' } },
      belief: null,
    });
    expect((await show(made)).content?.number).toBe(3);
    expect((await show(made, { day: '2021-08-25' })).shown).toBe('same-then');
    expect(await procedurePage(made.context, '9.999999', { day: '2021-06-15' }, 'vi')).toBeUndefined();
  });

  it('lists every version from its day, the correction marked as one', async () => {
    const { versions } = await show(await told());
    expect(versions.map(({ number, from, to, corrects, address }) => [number, from, to, corrects, address])).toEqual([
      [3, '2021-07-01', '2021-09-30', '2/QĐ-UBND', `/thu-tuc/${CODE}/ngay/2021-07-01`],
      [1, '2021-06-01', '2021-06-30', null, `/thu-tuc/${CODE}/ngay/2021-06-01`],
    ]);
  });

  it('tells a correction after the fact on both sides of the second time axis', async () => {
    const made = await told();
    const now = await show(made, { day: '2021-07-15' });
    expect(now.content?.number).toBe(3);
    expect(now.belief).toEqual({
      kind: 'earlier',
      recordedAt: at('2021-08-20', '09:30'),
      decision: '3/QĐ-UBND',
      address: `/thu-tuc/${CODE}/ngay/2021-07-15?biet=2021-07-15`,
    });
    const { known = '' } = askedKnown('2021-07-15', made.clock.now());
    const then = await show(made, { day: '2021-07-15', known });
    expect(then).toMatchObject({
      shown: 'other-then',
      content: { number: 2 },
      canonical: `https://motcua.example/thu-tuc/${CODE}/ngay/2021-07-15?biet=2021-07-15`,
      belief: { kind: 'later', decision: '3/QĐ-UBND', address: `/thu-tuc/${CODE}/ngay/2021-07-15` },
    });
  });

  it('shows what was known to the instant', async () => {
    const made = await told();
    const recorded = at('2021-08-20', '09:30');
    const before = new Date(Date.parse(recorded) - 1).toISOString();
    expect((await show(made, { day: '2021-07-15', known: before })).content?.number).toBe(2);
    expect((await show(made, { day: '2021-07-15', known: recorded })).content?.number).toBe(3);
  });

  it('says why nothing was in force, and where to go', async () => {
    const made = await told();
    expect(await show(made, { day: '2021-05-01' })).toMatchObject({
      shown: null,
      content: null,
      standing: { kind: 'upcoming', from: '2021-06-01' },
    });
    const after = await show(made, { day: '2021-12-01' });
    expect(after).toMatchObject({ content: null, standing: { kind: 'ended', to: '2021-10-01', endedBy: '4/QĐ-UBND' } });
    const nothing = await show(made, { day: '2021-07-15', known: at('2021-05-01', '00:00') });
    expect(nothing).toMatchObject({ content: null, standing: { kind: 'in-force' }, belief: { kind: 'later' } });
  });

  it('follows what replaced it to what is in force, from old versions too', async () => {
    const made = await told();
    made.clock.set(at('2021-12-01', '08:00'));
    for (const asked of [{}, { day: '2021-06-15' }, { hash: of(1).hash }])
      expect((await show(made, asked)).replacements.map(({ code }) => code)).toEqual([NEXT, LAST]);
    expect(await show(made)).toMatchObject({ endedNow: { from: '2021-10-01', by: '4/QĐ-UBND' }, inForceNow: false });
  });

  it('tells a change later on the same day, at the address of its content', async () => {
    const made = await told();
    const noon = at('2021-09-20', '12:00');
    await publish(made.service, decisionOf('6/QĐ-UBND', noon, [{ action: 'add', code: '1.000009', release: 1 }]), [
      of(1, '1.000009'),
    ]);
    const page = await show(made, { day: '2021-09-20' }, '1.000009');
    expect(page).toMatchObject({ content: null, sameDay: [{ at: noon, hash: of(1, '1.000009').hash }] });
    expect(page.versions[0]?.address).toBe(`/thu-tuc/1.000009/phien-ban/${of(1, '1.000009').hash}`);
  });

  it('takes nothing in while its decision waits for the process', async () => {
    const made = await told();
    const waiting = { untilProcessApproved: 'wait' } as const;
    const add = [{ action: 'add' as const, code: '1.000009', release: 1 }];
    await publish(made.service, decisionOf('6/QĐ-UBND', '2021-09-02', add, waiting), [of(1, '1.000009')]);
    expect(await show(made, {}, '1.000009')).toMatchObject({ waits: false, standing: { kind: 'upcoming' } });
    made.clock.set(at('2021-09-02', '08:00'));
    expect(await show(made, {}, '1.000009')).toMatchObject({ waits: true, standing: { kind: 'in-force' } });
    expect((await show(made)).waits).toBe(false);
  });
});

describe('the page of a release', () => {
  it('is found by its content, corrected or withdrawn ones too, and whoever takes the hash again gets the address', async () => {
    const made = await told();
    const { store, service } = made;
    expect(await show(made, { hash: of(1).hash })).toMatchObject({ shown: 'release', content: { number: 1 } });
    expect(await show(made, { hash: of(2).hash })).toMatchObject({ shown: 'retracted', decision: '2/QĐ-UBND' });
    await publish(service, decisionOf('8/QĐ-UBND', '2021-09-20', [{ action: 'add', code: '1.000009', release: 1 }]), [
      of(1, '1.000009'),
    ]);
    value(await service.catalogue.withdraw('8/QĐ-UBND', author, 'Sai ngày'));
    const withdrawn = await show(made, { hash: of(1, '1.000009').hash }, '1.000009');
    expect(withdrawn).toMatchObject({ shown: 'retracted', decision: '8/QĐ-UBND', versions: [] });
    const stored = await store.releases.byNumber(CODE, 2);
    if (!stored) throw new Error('not stored');
    expect(createHash('sha256').update(sealedBytes(stored)).digest('hex')).toBe(of(2).hash);
  });

  it('is nobody’s before its decision is applied', async () => {
    const made = await told();
    const decision = decisionOf('9/QĐ-UBND', '2021-12-01', [{ action: 'add', code: '1.000009', release: 1 }]);
    value(await made.service.catalogue.propose({ decision, releases: [of(1, '1.000009')] }, author));
    const { hash } = of(1, '1.000009');
    expect(await procedurePage(made.context, '1.000009', { hash }, 'vi')).toBeUndefined();
    expect(await procedurePage(made.context, CODE, { hash }, 'vi')).toBeUndefined();
  });
});
