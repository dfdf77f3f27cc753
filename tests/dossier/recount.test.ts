import { beforeAll, describe, expect, it } from 'vitest';
import { at, localDate } from '#engine/clock/index.ts';
import { decide, evolve, replay, sealOnto, type DossierState, type PreparedRelease } from '#engine/dossier/index.ts';
import { compiled, definition } from '../clock/fixture.ts';
import { accepted, contextOf, MONDAY, paper, people, prepare, procedure, type Story } from './fixture.ts';

/** As decided on 6 July: Friday the 16th of July 2021 is a day off too. */
const announced = compiled({
  ...definition,
  years: definition.years.map((year) =>
    year.year === 2021 ? { ...year, off: [...year.off, { date: '2021-07-16', name: { vi: 'Nghỉ bù' } }] } : year,
  ),
});

let release: PreparedRelease;
beforeAll(async () => {
  release = await prepare(procedure);
});

const recounted = (told: Story, on = '2021-07-07') => {
  const context = { ...contextOf(release, people.system, at(on, '08:00')), calendar: announced };
  return decide(told.state, { type: 'recount', reason: 'QĐ 100/QĐ-TTg' }, context);
};

const after = (told: Story, on?: string): DossierState => {
  const decided = recounted(told, on);
  if (!decided.ok) throw new Error(JSON.stringify(decided.problems));
  const sealed = sealOnto(told.state, 'd1', decided.value);
  const replayed = replay([...told.events, ...sealed.events]);
  expect(replayed.ok && replayed.value).toEqual(sealed.state);
  return sealed.state ?? told.state;
};

describe('a holiday announced after the dossier was taken in', () => {
  it('moves the date of the law, says why, and keeps what was promised', () => {
    const told = accepted(release);
    const state = after(told);
    expect([told.state.legal?.due, state.legal?.due]).toEqual([at('2021-07-19', '17:00'), at('2021-07-20', '17:00')]);
    expect(state.promised).toEqual(told.state.promised);
    expect(state.legal?.lines[0]?.reason.vi).toContain('QĐ 100/QĐ-TTg');
    expect(state.legal?.lines.reduce((sum, { count }) => sum + count, 0)).toBe(10);
  });

  it('touches nobody whose time does not run over it', () => {
    const told = accepted(release, { case: 'renewal' });
    expect(localDate(told.state.legal?.due ?? '')).toBe('2021-07-07');
    const decided = recounted(told);
    expect(decided.ok ? [] : decided.problems.map(({ code }) => code)).toEqual(['dossier.recount.same']);
  });

  it('counts from the supplement and without the time of an obligation, as the date before did', () => {
    const told = accepted(release);
    told.give(people.clerk, at('2021-07-06', '08:00'), {
      type: 'ask-supplement',
      papers: [{ paper: 'photo', what: 'Ảnh' }],
      reason: 'Thiếu',
    });
    told.give(people.clerk, at('2021-07-07', '08:00'), { type: 'supply-supplement', papers: [paper('photo')] });
    told.give(people.clerk, at('2021-07-08', '08:00'), { type: 'ask-payment', fee: 'tax', amount: 10, reason: 'Thuế' });
    told.give(people.clerk, at('2021-07-09', '08:00'), {
      type: 'record-payment',
      fee: 'tax',
      amount: 10,
      method: 'bank',
    });
    expect(localDate(told.state.legal?.due ?? '')).toBe('2021-07-22');
    expect(localDate(after(told, '2021-07-12').legal?.due ?? '')).toBe('2021-07-23');
  });

  it('is the machine’s to count, and does not stand in the way of what happened before it', () => {
    const told = accepted(release);
    expect(told.refused(people.leader, at('2021-07-07', '08:00'), { type: 'recount', reason: 'x' })).toEqual([
      'dossier.role',
    ]);
    const decided = recounted(told);
    if (!decided.ok) throw new Error('expected events');
    const [event] = sealOnto(told.state, 'd1', decided.value).events;
    if (!event) throw new Error('expected an event');
    expect(evolve(told.state, event).lastAt).toBe(told.state.lastAt);
    expect(told.state.acceptedAt).toBe(at(MONDAY, '08:00'));
  });
});
