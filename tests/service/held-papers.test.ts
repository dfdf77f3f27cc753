import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { Actor, DossierState, PaperReceived } from '#engine/dossier/index.ts';
import { settingsOf } from '#engine/dossier/process.ts';
import type { Service, Visit } from '#engine/service/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { answers, citizen, codes, decisionOf, publish, stage, submission, value } from './fixtures.ts';

const BIRTH = '1.000001';
const ALLOWANCE = '1.000002';
const ALONE = '1.000003';
const FIRM = '1.000004';
const CHI = '024190000123';
const UNIT = 'H02.07201';

const clerk: Actor = { kind: 'staff', id: 'clerk', name: 'Phạm Văn Dũng', unit: UNIT, roles: ['clerk'] };
const everybody = (id: string): Actor => ({ ...clerk, id, roles: ['clerk', 'officer', 'head', 'leader'] });

const pdf = (letter: string) => ({
  hash: letter.repeat(64),
  name: `${letter}.pdf`,
  type: 'application/pdf',
  bytes: 10,
});
const scanned = (paper: string, letter: string): PaperReceived => ({
  paper,
  originals: 0,
  copies: 0,
  digital: true,
  files: [pdf(letter)],
});

const submit = { kind: 'submit' as const, originals: 1, required: false };
const checklist = [
  { id: 'birth-certificate', name: { vi: 'Giấy khai  sinh.' }, ...submit },
  { id: 'residence', name: { vi: 'Giấy tờ chứng minh nơi cư trú' }, ...submit },
  { id: 'request', name: { vi: 'Tờ khai' }, ...submit, template: { name: { vi: 'Mẫu 01' } } },
];
const none = ['fees', 'cases', 'conditions', 'publicSteps'] as const;
const releases = [
  releaseOf(BIRTH, 1),
  releaseOf(ALLOWANCE, 1, { none: [...none], checklist }),
  releaseOf(ALONE, 1, { none: [...none], checklist: [{ id: 'residence', name: { vi: 'Giấy khác' }, ...submit }] }),
  releaseOf(FIRM, 1, { none: [...none], checklist, applicants: ['business'] }),
];

const withThree = async () => {
  const stood = await stage();
  const items = releases.map(({ code }) => ({ action: 'add' as const, code, release: 1 }));
  await publish(stood.service, decisionOf('10/QĐ-UBND', '2021-06-10', items), releases);
  stood.clock.set(at('2021-06-14', '09:00'));
  return stood;
};

let count = 0;
const takeIn = (
  service: Service,
  procedure: string,
  papers: readonly PaperReceived[] = [],
  over: Partial<Visit['dossiers'][number]['submit']> = {},
) => {
  count += 1;
  return service.dossiers.takeIn({
    id: `visit-${count}`,
    actor: clerk,
    dossiers: [
      {
        procedure,
        key: `draft:${count}`,
        feesPaid: [],
        submit: {
          channel: 'counter',
          receivingUnit: UNIT,
          applicant: { kind: 'citizen', name: 'Lê Thị Chi', idNumber: CHI },
          answers,
          papers,
          returnChannel: 'counter',
          ...over,
        },
      },
    ],
  });
};
const taken = async (...given: Parameters<typeof takeIn>): Promise<DossierState> => {
  const [state] = value(await takeIn(...given));
  if (!state) throw new Error('nothing was taken in');
  return state;
};

/** Every step done, its result valid until `validTo`. */
const settle = async (service: Service, id: string, validTo?: string): Promise<DossierState> => {
  for (let step = 0; ; step += 1) {
    const state = await service.dossiers.byId(id);
    const [task] = state?.tasks ?? [];
    if (!state || !task || step > 30) throw new Error('it does not end');
    const signs = (await service.dossiers.permitted(state, everybody('leader'))).some(
      ({ command, allowed }) => command === 'sign-result' && allowed,
    );
    const { outcomes } = settingsOf(await service.catalogue.release(state.releaseHash), task.element);
    const outcome = outcomes[0]?.id;
    const done = await service.dossiers.execute({
      dossier: id,
      command: signs
        ? {
            type: 'sign-result',
            task: task.id,
            result: 'certificate',
            file: pdf('c'),
            ...(validTo === undefined ? {} : { validTo }),
          }
        : { type: 'complete', task: task.id, ...(outcome === undefined ? {} : { outcome }) },
      actor: everybody(signs ? 'leader' : 'officer'),
      key: `${id}:${state.seq}`,
    });
    if (value(done).status === 'finished') return value(done);
  }
};

const offered = (service: Service, idNumber: string, procedure = ALLOWANCE) =>
  service.held.of({ idNumber, kind: 'citizen', procedure, papers: checklist });

describe('papers already held (NĐ 107/2021/NĐ-CP)', () => {
  it('given a result that was given, then a paper of its name may be taken from it, with its code and day', async () => {
    const { service } = await withThree();
    const birth = await settle(service, (await taken(service, BIRTH)).id, '2021-12-31');
    expect(await offered(service, CHI)).toEqual([
      {
        paper: 'birth-certificate',
        file: pdf('c'),
        origin: {
          file: pdf('c').hash,
          dossier: birth.code,
          receivedOn: '2021-06-14',
          result: `${birth.code}-KQ1`,
          validTo: '2021-12-31',
        },
      },
    ]);
  });

  it('given that it holds until a day, then it is offered on that day and not on the next', async () => {
    const { service, clock } = await withThree();
    await settle(service, (await taken(service, BIRTH)).id, '2021-06-30');
    clock.set(at('2021-06-30', '23:59'));
    expect(await offered(service, CHI)).toHaveLength(1);
    clock.set(at('2021-07-01', '00:00'));
    expect(await offered(service, CHI)).toEqual([]);
  });

  it('given papers that came with a dossier, then the same paper of another procedure is offered, a form never', async () => {
    const { service } = await withThree();
    await taken(service, ALLOWANCE, [
      scanned('birth-certificate', 'a'),
      scanned('residence', 'b'),
      scanned('request', 'd'),
    ]);
    expect((await offered(service, CHI)).map(({ paper, file }) => [paper, file.name])).toEqual([
      ['birth-certificate', 'a.pdf'],
      ['residence', 'b.pdf'],
    ]);
  });

  it('given a paper of another procedure with the same id and another name, then it is not offered', async () => {
    const { service } = await withThree();
    await taken(service, ALONE, [scanned('residence', 'a')]);
    expect(await offered(service, CHI)).toEqual([]);
    expect(
      (await service.held.of({ idNumber: CHI, kind: 'citizen', procedure: ALONE, papers: checklist })).length,
    ).toBe(1);
  });

  it('given another number, a character off, or none, then nothing is offered', async () => {
    const { service } = await withThree();
    await taken(service, ALLOWANCE, [scanned('residence', 'a')]);
    await fc.assert(
      fc.asyncProperty(fc.nat(CHI.length - 1), fc.constantFrom(...'0123456789X', ''), async (place, letter) => {
        const other = CHI.slice(0, place) + letter + CHI.slice(place + 1);
        expect(await offered(service, other)).toHaveLength(other === CHI ? 1 : 0);
      }),
      { numRuns: 40 },
    );
    expect(await offered(service, '')).toEqual([]);
    expect(await offered(service, `${CHI} `)).toEqual([]);
  });

  it('given that somebody else came in the applicant’s place, then it is the applicant’s, never the bearer’s', async () => {
    const { service } = await withThree();
    const submittedBy = { name: 'Lê Văn Ba', idNumber: '024090000999' };
    await taken(service, ALLOWANCE, [scanned('residence', 'a')], { submittedBy });
    expect(await offered(service, '024090000999')).toEqual([]);
    expect(await offered(service, CHI)).toHaveLength(1);
  });

  it('given a company for which somebody gave their own number, then it is not that person’s', async () => {
    const { service } = await withThree();
    const applicant = { kind: 'organisation' as const, name: 'Công ty Chi', idNumber: CHI };
    const { applicant: _person, ...rest } = answers;
    const organisation = {
      name: 'Công ty Chi',
      representative: 'Lê Thị Chi',
      phone: '0912345678',
      address: { province: '24', commune: '07201' },
    };
    await taken(service, FIRM, [scanned('residence', 'a')], { applicant, answers: { ...rest, organisation } });
    expect(await offered(service, CHI)).toEqual([]);
    const own = { idNumber: CHI, kind: 'organisation' as const, procedure: FIRM, papers: checklist };
    expect(await service.held.of(own)).toHaveLength(1);
  });

  it('given a dossier that was withdrawn, or a paper found wanting, then it is not offered', async () => {
    const { service } = await withThree();
    const applicant = { kind: 'citizen' as const, name: 'Lê Thị Chi', idNumber: CHI, account: 'citizen-1' };
    const first = await taken(service, ALLOWANCE, [scanned('residence', 'a')], { applicant });
    const second = await taken(service, ALLOWANCE, [scanned('residence', 'b')]);
    value(
      await service.dossiers.execute({
        dossier: first.id,
        command: { type: 'withdraw', reason: 'Không còn nhu cầu' },
        actor: citizen,
        key: 'withdraw',
      }),
    );
    expect((await offered(service, CHI)).map(({ file }) => file.name)).toEqual(['b.pdf']);
    value(
      await service.dossiers.execute({
        dossier: second.id,
        command: { type: 'ask-supplement', papers: [{ paper: 'residence', what: 'Bản rõ' }], reason: 'Ảnh mờ' },
        actor: everybody('clerk'),
        key: 'supplement',
      }),
    );
    expect(await offered(service, CHI)).toEqual([]);
  });
});

describe('taking a copy over', () => {
  const reusing = async (service: Service) => {
    const first = await taken(service, ALLOWANCE, [scanned('residence', 'a')]);
    const [copy] = await offered(service, CHI);
    if (!copy) throw new Error('nothing is offered');
    return { first, paper: { ...scanned('residence', 'a'), reused: [copy.origin] }, copy };
  };

  it('is told by the dossier and its first event, and is verified with them', async () => {
    const { service, clock } = await withThree();
    const { first, paper } = await reusing(service);
    clock.set(at('2021-06-16', '09:00'));
    const second = await taken(service, ALLOWANCE, [paper]);
    const reused = [{ file: pdf('a').hash, dossier: first.code, receivedOn: '2021-06-14' }];
    expect(second.papers).toMatchObject([{ paper: 'residence', reused }]);
    const [submitted] = await service.dossiers.events(second.id);
    expect(submitted?.data['papers']).toMatchObject([{ reused }]);
    value(await service.dossiers.verify(second.id));
    // Of the two dossiers that have it now, the first one is its origin.
    expect((await offered(service, CHI)).map(({ origin }) => origin.dossier)).toEqual([first.code]);
  });

  it('stays what it is when an online dossier that has it is accepted, and no other can be slipped in then', async () => {
    const { service } = await withThree();
    const { paper, copy } = await reusing(service);
    const online = (key: string) =>
      service.dossiers.execute(
        submission(ALLOWANCE, key, {
          applicant: { kind: 'citizen', name: 'Lê Thị Chi', idNumber: CHI },
          papers: [paper],
        }),
      );
    const account = { id: citizen.id, kind: 'citizen' as const, name: citizen.name, idNumber: CHI };
    await service.store.people.put([account], []);
    // Anybody may say a number: nothing is held of who only says it.
    expect(codes(await online('said'))).toEqual(['dossier.paper.not-held']);
    await service.store.people.put([{ ...account, idVerified: true }], []);
    const submitted = value(await online('online'));
    const accept = (papers: readonly PaperReceived[], key: string) =>
      service.dossiers.execute({ dossier: submitted.id, command: { type: 'accept', papers }, actor: clerk, key });
    const forged = { ...scanned('birth-certificate', 'a'), reused: [copy.origin] };
    expect(codes(await accept([paper, forged], 'forged'))).toEqual(['dossier.paper.not-held']);
    expect(value(await accept([paper], 'accepted')).papers).toMatchObject([{ reused: [copy.origin] }]);
  });

  it('is refused for somebody else, with another origin, or when the file is not there', async () => {
    const { service } = await withThree();
    const { paper, copy } = await reusing(service);
    const other = { applicant: { kind: 'citizen' as const, name: 'Lê Thị Chi', idNumber: '024190000124' } };
    const wrong = [
      takeIn(service, ALLOWANCE, [paper], other),
      takeIn(service, ALLOWANCE, [paper], { applicant: { kind: 'citizen', name: 'Lê Thị Chi' } }),
      takeIn(service, ALLOWANCE, [{ ...paper, reused: [{ ...copy.origin, receivedOn: '2021-01-01' }] }]),
      takeIn(service, ALLOWANCE, [{ ...paper, files: [pdf('b')] }]),
      takeIn(service, ALLOWANCE, [{ ...paper, paper: 'birth-certificate' }]),
    ];
    for (const result of await Promise.all(wrong)) expect(codes(result)).toEqual(['dossier.paper.not-held']);
  });
});
