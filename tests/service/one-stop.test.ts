import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { nationalOneStop, oneStopOn } from '#engine/dossier/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { clerk, codes, decisionOf, publish, stage, submission, value } from './fixtures.ts';

const CODE = '1.000001';
const paper = { id: 'request', name: { vi: 'Tờ khai' }, kind: 'submit', originals: 1 } as const;

const taken = async () => {
  const stood = await stage();
  await publish(stood.service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1, { checklist: [paper], none: ['fees', 'cases', 'conditions', 'publicSteps'] }),
  ]);
  const given = submission(CODE, 's', {
    papers: [{ paper: 'request', originals: 0, copies: 0, digital: true, files: [] }],
  });
  const { id } = value(await stood.service.dossiers.execute(given));
  value(await stood.service.dossiers.execute({ dossier: id, command: { type: 'accept' }, actor: clerk, key: 'a' }));
  const ask = (day: string) => {
    stood.clock.set(at(day, '09:00'));
    return stood.service.dossiers.execute({
      dossier: id,
      command: { type: 'ask-supplement', papers: [{ paper: 'request', what: 'Thiếu chữ ký' }], reason: 'Thiếu chữ ký' },
      actor: clerk,
      key: `ask:${day}`,
    });
  };
  return { ...stood, ask };
};

const [period] = nationalOneStop.periods;
if (!period) throw new Error('no period');
const later = (over: Partial<typeof period>) => ({
  ...nationalOneStop,
  periods: [period, { ...period, validFrom: '2021-06-03', basis: 'NĐ mới', ...over }],
});

describe('rules of the one-stop', () => {
  it('are those of the day: before all periods the first, then the last that has begun', () => {
    const rules = later({});
    expect(oneStopOn(rules, '2000-01-01').basis).toBe('NĐ 61/2018/NĐ-CP');
    expect(oneStopOn(rules, '2021-06-02').basis).toBe('NĐ 61/2018/NĐ-CP');
    expect(oneStopOn(rules, '2021-06-03').basis).toBe('NĐ mới');
  });

  it('given three working days, then a supplement may not be asked for on the eighth', async () => {
    const { ask } = await taken();
    expect(codes(await ask('2021-06-08'))).toEqual(['dossier.supplement.late']);
  });

  it('given a new rule of ten days, then it holds from its day, without a restart', async () => {
    const { service, ask } = await taken();
    value(await service.oneStop.put(later({ supplement: { times: 1, withinWorkingDays: 10, article: 'Điều 9' } })));
    expect(codes(await ask('2021-06-08'))).toEqual([]);
  });

  it('given a rule that allows none, then the refusal names it', async () => {
    const { service, ask } = await taken();
    value(await service.oneStop.put(later({ supplement: { times: 0, article: 'Điều 9' } })));
    const refused = await ask('2021-06-03');
    expect(codes(refused)).toEqual(['dossier.supplement.once']);
    expect(refused.ok ? '' : refused.problems[0]?.message.vi).toContain('NĐ mới, Điều 9');
  });

  it('are refused when they are not a set of rules, with the place', async () => {
    const { service } = await stage();
    const refused = await service.oneStop.put({ format: 'motcua/one-stop@1', periods: [] });
    expect(refused.ok ? '' : refused.problems[0]?.path).toBe('/periods');
    expect((await service.oneStop.rules()).periods).toEqual(nationalOneStop.periods);
  });
});
