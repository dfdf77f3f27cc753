import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { Release } from '#engine/definition/index.ts';
import type { DossierState } from '#engine/dossier/index.ts';
import {
  castOf,
  demoAccounts,
  must,
  putPdf,
  submitApplication,
  walkOf,
  type Application,
  type Cast,
  type Choose,
} from '#seeds/index.ts';
import type { FileRef } from '#engine/dossier/index.ts';
import type { Person } from '#engine/store/index.ts';
import { definitions, seeded, type SeededStage } from './stage.ts';

let stage: SeededStage;
let cast: Cast;
let file: FileRef;
let citizen: Person;

beforeAll(async () => {
  stage = await seeded(false);
  cast = castOf(stage.store);
  file = await putPdf(stage.store, 'Test paper', 'giay-to.pdf', 'tests');
  const person = await stage.store.people.byId('demo.nguyen-van-an');
  if (!person) throw new Error('no citizen');
  citizen = person;
  // The packages that the office of the story uploads take effect later: 1 August 2021 and 1 December 2023.
  for (const example of definitions.examples.values()) {
    const { number, signedOn, kind } = example.decision;
    // Offices stay where they are here; what becomes of them is played elsewhere.
    if (kind === 'reorganisation') continue;
    stage.clock.stand(at(signedOn, '10:00'));
    const [author, approver] = ['vanphong.soan', 'vanphong.duyet'].map((login) => {
      const { id, name, roles, unit } = demoAccounts.find((one) => one.login === login) ?? demoAccounts[0] ?? never();
      return { kind: 'staff' as const, id, name, roles, ...(unit === undefined ? {} : { unit }) };
    });
    if (!author || !approver) throw new Error('no office');
    const record = must(number, await stage.service.catalogue.propose(example, author));
    must(number, await stage.service.catalogue.approve(number, record.contentHash, approver));
    must(number, await stage.service.catalogue.apply(number, author));
  }
}, 240_000);
afterAll(() => stage.close());

const never = (): never => {
  throw new Error('no accounts');
};

/** A Monday on which the release is in force. */
const DAYS: Readonly<Record<string, string>> = {
  '1.004859/1': '2021-01-11',
  '1.013225/1': '2021-01-11',
  '1.001193/2': '2021-08-02',
  '3.000347/2': '2023-12-04',
};
const dayOf = ({ code, number }: Release): string => DAYS[`${code}/${number}`] ?? '2021-07-05';

const unitOf = ({ procedure }: Release): string => {
  const [first] = procedure.authority.receiving;
  if (first?.unit !== undefined) return first.unit;
  return first?.level === 'district' ? 'H02.213' : 'H02.07201';
};

const ORGANISATIONS = new Set([
  'business',
  'foreign-business',
  'cooperative',
  'organisation',
  'foreign-organisation',
  'state-agency',
]);

/** Every procedure, in every case and by every channel it offers. */
const applications = [...definitions.releases.values()].flatMap((release) =>
  (release.procedure.cases?.length ? release.procedure.cases.map(({ id }) => id) : [undefined]).flatMap((one) =>
    release.procedure.channels.map((channel) => ({
      name: [`${release.code}/${release.number}`, one, channel].filter(Boolean).join(' '),
      release,
      given: {
        key: `${release.code}/${release.number} ${one ?? ''} ${channel}`,
        procedure: release.code,
        unit: unitOf(release),
        channel,
        ...(one === undefined ? {} : { case: one }),
        organisation: release.procedure.applicants.every((kind) => ORGANISATIONS.has(kind)),
      } satisfies Application,
    })),
  ),
);

const play = async (release: Release, given: Application, choose?: Choose): Promise<DossierState> => {
  stage.clock.stand(at(dayOf(release), '07:10'));
  const owner = given.channel === 'online' ? { owner: citizen } : {};
  const submitted = await submitApplication(stage.service, cast, { ...given, ...owner }, file);
  expect(submitted.releaseHash).toBe(release.hash);
  const walk = walkOf({ service: stage.service, cast, clock: stage.clock, file, key: given.key }, submitted);
  await walk.accept();
  for (let steps = 0; steps < 80 && (await walk.step(choose)); steps += 1);
  const state = walk.state();
  if (state.status === 'finished')
    await walk.do(
      { type: 'hand-out', to: 'Người nhận', via: 'counter', mandate: 'Giấy ủy quyền' },
      await cast.staff('clerk', given.unit, stage.clock.now()),
    );
  if (state.status !== 'processing') return walk.state();
  await walk.do({ type: 'finish' }, await cast.staff('clerk', given.unit, stage.clock.now()));
  return walk.do(
    { type: 'hand-out', to: 'Người nhận', via: 'counter', mandate: 'Giấy ủy quyền' },
    await cast.staff('clerk', given.unit, stage.clock.now()),
  );
};

describe('every procedure, from intake to result', () => {
  it.each(applications)('$name', async ({ release, given }) => {
    const state = await play(release, given);
    expect(state.status).toBe('returned');
    expect(state.tasks).toEqual([]);
    expect(state.process?.status).toBe('ended');
    expect(state.outcome?.classification).not.toBe('late');
    if ((release.procedure.results ?? []).length > 0) {
      expect(state.results.length).toBeGreaterThan(0);
      expect(state.results.every(({ refusal }) => !refusal)).toBe(true);
    }
    expect((await stage.service.dossiers.verify(state.id)).ok).toBe(true);
  });
});

describe('every procedure that can be refused, to its refusal', () => {
  const last: Choose = (element, outcomes) =>
    /examine|prepare|publish|appraise|supplementRecord|score/.test(element) ? outcomes.at(-1) : outcomes[0];
  const refusable = applications.filter(
    ({ release, given }) =>
      release.procedure.channels[0] === given.channel && release.process?.includes('mc:produces="refusal"'),
  );

  it.each(refusable)('$name', async ({ release, given }) => {
    const state = await play(release, { ...given, key: `refused ${given.key}` }, last);
    expect(state.status).toBe('returned');
    expect(state.results.some(({ refusal }) => refusal)).toBe(true);
  });
});

describe('a step that is sent back', () => {
  const loops = applications.filter(
    ({ release, given }) =>
      release.procedure.channels[0] === given.channel && /redo:|complaint:/.test(release.process ?? ''),
  );

  it.each(loops)('$name is done again', async ({ release, given }) => {
    const seen = new Set<string>();
    const once: Choose = (element, outcomes) => {
      const back = outcomes.find((outcome) => outcome === 'redo' || outcome === 'complaint');
      if (back === undefined || seen.has(element)) return outcomes[0];
      seen.add(element);
      return back;
    };
    const state = await play(release, { ...given, key: `again ${given.key}` }, once);
    expect(state.status).toBe('returned');
  });
});
