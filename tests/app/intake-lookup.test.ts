import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { Actor, PaperReceived } from '#engine/dossier/index.ts';
import type { PopulationAnswer, RegisteredPerson } from '#engine/population/index.ts';
import type { Draft } from '#engine/store/index.ts';
import { rateLimits } from '#app/server/rate-limits.ts';
import { accountOf, personOf } from '#app/server/staff/intake-applicant.ts';
import { saveIntake } from '#app/server/staff/intake-save.ts';
import { registeredOtherwise } from '#app/server/staff/person-lookup.ts';
import { answers, decisionOf, publish, stage, value } from '../service/fixtures.ts';
import { releaseOf } from '../store/fixtures.ts';

const CODE = '1.000001';
const CHI = '024190000123';
const DUNG = '024090000456';
const UNIT = 'H02.07201';
const clerk: Actor = { kind: 'staff', id: 'clerk', name: 'Phạm Văn Dũng', unit: UNIT, roles: ['clerk'] };

const registered: RegisteredPerson = {
  personalNumber: CHI,
  fullName: 'Lê Thị Chi',
  birthDate: '1990-05-01',
  sex: 'female',
  residence: { province: '24', commune: '07201', detail: 'Số 1', text: 'Số 1, phường Thọ Xương' },
};
const known = (person: RegisteredPerson): PopulationAnswer => ({ type: 'found', person });
const scan: PaperReceived = {
  paper: 'residence',
  originals: 0,
  copies: 0,
  digital: true,
  files: [{ hash: 'a'.repeat(64), name: 'cu-tru.pdf', type: 'application/pdf', bytes: 10 }],
};

const atCounter = async () => {
  let answer: PopulationAnswer = known(registered);
  const { service, clock } = await stage(at('2021-06-01', '08:00'), {
    population: () => ({ lookUp: async () => answer }),
  });
  value(
    await service.population.put({
      format: 'motcua/population@1',
      id: 'dan-cu',
      name: 'Cơ sở dữ liệu dân cư',
      url: 'https://dan-cu.vidu.vn',
      integration: '037',
    }),
  );
  const checklist = [
    { id: 'residence', name: { vi: 'Giấy tờ cư trú' }, kind: 'submit' as const, originals: 1, required: false },
  ];
  const release = releaseOf(CODE, 1, { checklist, none: ['fees', 'cases', 'conditions', 'publicSteps'] });
  await publish(service, decisionOf('10/QĐ-UBND', '2021-06-10', [{ action: 'add', code: CODE, release: 1 }]), [
    release,
  ]);
  clock.set(at('2021-06-14', '09:00'));
  const limits = rateLimits();
  const context = { service, clock, limits } as unknown as AppLoadContext;
  const draft = value(
    await service.drafts.start({ procedure: CODE, owner: clerk.id, channel: 'counter', receivingUnit: UNIT }),
  );
  const post = async (from: Draft, fields: Readonly<Record<string, string>>) => {
    const body = new FormData();
    body.append('_hoi', 'request');
    for (const [name, text] of Object.entries(fields)) body.append(name, text);
    return saveIntake(new Request('http://localhost/', { method: 'POST', body }), context, clerk, from);
  };
  return {
    service,
    limits,
    draft,
    says: (next: PopulationAnswer) => {
      answer = next;
    },
    post,
    lookUp: (from: Draft, fields: Readonly<Record<string, string>>) => post(from, { viec: 'tim-nguoi', ...fields }),
    noted: async (subject: string) =>
      (await service.store.disclosures.of({ subject, limit: 20 })).map(({ what, outcome }) => `${what} ${outcome}`),
  };
};

describe('looking somebody up at the counter', () => {
  it('fills boxes and questions from the register, tells from where, and notes who asked and what for', async () => {
    const { service, draft, lookUp, noted } = await atCounter();
    const saved = await lookUp(draft, { 'so-giay-to': CHI });
    expect(personOf(saved.draft)).toMatchObject({
      name: 'Lê Thị Chi',
      address: 'Số 1, phường Thọ Xương',
      lookup: {
        idNumber: CHI,
        at: at('2021-06-14', '09:00'),
        known: true,
        population: { answer: 'found', source: 'Cơ sở dữ liệu dân cư', demo: false },
        boxes: { name: { from: 'population' }, address: { from: 'population' } },
      },
    });
    expect(saved.draft.answers['applicant']).toEqual({
      fullName: 'Lê Thị Chi',
      birthDate: '1990-05-01',
      sex: 'female',
      personalId: CHI,
      address: { province: '24', commune: '07201', detail: 'Số 1' },
    });
    expect(await noted(CHI)).toEqual(['held-papers 0', 'earlier not-found', 'population found']);
    const [row] = await service.store.disclosures.of({ subject: CHI, limit: 1 });
    expect(row).toMatchObject({ actor: { id: 'clerk', unit: UNIT }, draft: draft.id, procedure: CODE });
  });

  it('keeps what was typed, and tells that the register has another name', async () => {
    const { draft, lookUp } = await atCounter();
    const typed = { 'so-giay-to': CHI, 'ho-ten': 'Lê Thị Chí', 'q[applicant][fullName]': 'Lê Thị Chí' };
    const person = personOf((await lookUp(draft, typed)).draft);
    expect(person.name).toBe('Lê Thị Chí');
    expect(registeredOtherwise(person)).toBe('Lê Thị Chi');
    expect(registeredOtherwise({ ...person, name: 'LÊ THỊ CHI' })).toBeUndefined();
  });

  it('goes on by hand when the register is not there, and loses nothing', async () => {
    const { draft, lookUp, says, noted } = await atCounter();
    says({ type: 'unavailable', reason: 'slow' });
    const typed = { 'so-giay-to': CHI, 'ho-ten': 'Lê Thị Chi', 'dien-thoai': '0912345678', 'q[request]': 'Xin cấp' };
    const { draft: saved, problems } = await lookUp(draft, typed);
    expect(problems).toEqual([]);
    expect(personOf(saved)).toMatchObject({ name: 'Lê Thị Chi', phone: '0912345678' });
    expect(personOf(saved).lookup).toMatchObject({ known: false, population: { answer: 'slow' } });
    expect(saved.answers['request']).toBe('Xin cấp');
    expect(await noted(CHI)).toContain('population unavailable');
  });

  it('takes out what it filled in for another number, and leaves what was typed', async () => {
    const { draft, lookUp, says } = await atCounter();
    const first = await lookUp(draft, { 'so-giay-to': CHI, 'dien-thoai': '0912345678' });
    says({ type: 'not-found' });
    const shown = {
      'so-giay-to': DUNG,
      'ho-ten': 'Lê Thị Chi',
      'dien-thoai': '0912345678',
      'dia-chi': 'Số 1, phường Thọ Xương',
    };
    const { draft: saved } = await lookUp(first.draft, shown);
    expect(personOf(saved)).toMatchObject({ name: '', address: '', phone: '0912345678' });
    expect(saved.answers['applicant']).toEqual({ personalId: DUNG, phone: '0912345678', address: {} });
  });

  it('does not ask the register of people about an organisation', async () => {
    const { draft, lookUp, noted } = await atCounter();
    const person = personOf((await lookUp(draft, { 'so-giay-to': CHI, loai: 'organisation' })).draft);
    expect([person.name, person.lookup?.population]).toEqual(['', undefined]);
    expect((await noted(CHI)).some((line) => line.startsWith('population'))).toBe(false);
  });

  it('stops somebody who looks up one number after another, and keeps what they typed', async () => {
    const { draft, lookUp, limits } = await atCounter();
    await limits.person.penalty(clerk.id, 200);
    const { draft: saved, problems } = await lookUp(draft, { 'so-giay-to': CHI, 'ho-ten': 'Lê Thị Chi' });
    expect(problems.map(({ code }) => code)).toEqual(['staff.look-ups-too-many']);
    expect(personOf(saved)).toMatchObject({ idNumber: CHI, name: 'Lê Thị Chi' });
    expect(personOf(saved).lookup).toBeUndefined();
  });

  it('asks for a number when there is none, and asks nobody else', async () => {
    const { draft, lookUp, noted } = await atCounter();
    expect((await lookUp(draft, { 'so-giay-to': '' })).problems.map(({ code }) => code)).toEqual([
      'staff.id-number-missing',
    ]);
    expect(await noted('')).toEqual([]);
  });
});

describe('a copy held already', () => {
  const withCopy = async () => {
    const stood = await atCounter();
    value(
      await stood.service.dossiers.takeIn({
        id: 'earlier',
        actor: clerk,
        dossiers: [
          {
            procedure: CODE,
            key: 'earlier',
            feesPaid: [],
            submit: {
              channel: 'counter',
              receivingUnit: UNIT,
              applicant: { kind: 'citizen', name: 'Lê Thị Chi', idNumber: CHI },
              answers,
              papers: [scan],
              returnChannel: 'counter',
            },
          },
        ],
      }),
    );
    return stood;
  };
  const tick = { 'da-co': `residence:${'a'.repeat(64)}` };

  it('is taken over by a tick once the number was looked up, noted, and given back by unticking', async () => {
    const { draft, lookUp, post, noted } = await withCopy();
    const typed = await post(draft, { 'so-giay-to': CHI, ...tick });
    expect(typed.draft.papers).toEqual([]);
    const found = await lookUp(typed.draft, { 'so-giay-to': CHI });
    const taken = await post(found.draft, { 'so-giay-to': CHI, ...tick });
    expect(taken.draft.papers).toMatchObject([
      { paper: 'residence', digital: true, files: scan.files, reused: [{ receivedOn: '2021-06-14' }] },
    ]);
    const again = await post(taken.draft, { 'so-giay-to': CHI, ...tick });
    expect((await noted(CHI)).filter((line) => line.startsWith('paper-reused'))).toHaveLength(1);
    expect((await post(again.draft, { 'so-giay-to': CHI })).draft.papers).toEqual([]);
  });

  it('goes when the number becomes another one', async () => {
    const { draft, lookUp, post } = await withCopy();
    const found = await lookUp(draft, { 'so-giay-to': CHI });
    const taken = await post(found.draft, { 'so-giay-to': CHI, ...tick });
    const changed = await post(taken.draft, { 'so-giay-to': DUNG, ...tick });
    expect(changed.draft.papers).toEqual([]);
    expect(changed.problems.map(({ code }) => code)).toEqual(['staff.copy-gone']);
  });
});

describe('a number that somebody only says is theirs', () => {
  const said = { id: 'ai-do', kind: 'citizen' as const, name: 'Người nói', phone: '0911111111', idNumber: CHI };

  it('gives the counter nothing, and puts no dossier of its owner into that account', async () => {
    const { service, draft, post } = await atCounter();
    value(await service.store.people.put([said], []));
    const saved = await post(draft, { viec: 'tim-nguoi', loai: 'citizen', 'so-giay-to': CHI });
    expect(personOf(saved.draft)).toMatchObject({ name: 'Lê Thị Chi', phone: '' });
    const context = { service } as unknown as AppLoadContext;
    const chi = { kind: 'citizen' as const, idNumber: CHI, phone: '0922222222' };
    expect(await accountOf(context, chi)).toBeUndefined();
    // With the telephone by which the account signs in, it is the account of who stands there.
    expect((await accountOf(context, { ...chi, phone: said.phone }))?.id).toBe(said.id);
  });

  it('gives way to who is known to have it', async () => {
    const { service } = await atCounter();
    const owner = { ...said, id: 'chi', name: 'Lê Thị Chi', phone: '0922222222', idVerified: true as const };
    value(await service.store.people.put([said, owner], []));
    expect((await service.store.people.byIdNumber(CHI))?.id).toBe('chi');
    const context = { service } as unknown as AppLoadContext;
    expect((await accountOf(context, { kind: 'citizen', idNumber: CHI, phone: '' }))?.id).toBe('chi');
  });
});
