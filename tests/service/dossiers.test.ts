import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { Actor, DossierState } from '#engine/dossier/index.ts';
import type { Service } from '#engine/service/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { citizen, clerk, codes, decisionOf, publish, stage, submission, value } from './fixtures.ts';

const CODE = '1.000001';
const inForce = async () => {
  const stood = await stage();
  await publish(stood.service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1),
  ]);
  return stood;
};

const staff = (role: Actor['roles'][number], id: string = role): Actor => ({
  kind: 'staff',
  id,
  name: id,
  unit: 'H02.07201',
  roles: [role],
});

/** Does whatever the process asks for next, by whoever may, until nothing is open. */
const carryThrough = async (service: Service, first: DossierState): Promise<DossierState> => {
  let state = value(
    await service.dossiers.execute({ dossier: first.id, command: { type: 'accept' }, actor: clerk, key: 'accept' }),
  );
  const hash = await service.store.files.put(new TextEncoder().encode('%PDF-1.7 result'), 'leader');
  const file = { hash, name: 'ket-qua.pdf', type: 'application/pdf', bytes: 15 };
  for (let step = 0; state.tasks.length > 0 && step < 20; step += 1) {
    const task = state.tasks[0];
    if (!task) break;
    const actor = staff(task.role as Actor['roles'][number], `${task.role}-1`);
    const options = await service.dossiers.permitted(state, actor);
    const may = (command: string) => options.some((option) => option.command === command && option.allowed);
    const command = may('sign-result')
      ? ({ type: 'sign-result', task: task.id, result: 'certificate', file } as const)
      : may('hand-out')
        ? ({ type: 'hand-out', to: 'Lê Thị Chi', via: 'counter' } as const)
        : ({ type: 'complete', task: task.id, ...(await firstOutcome(service, state, task.element)) } as const);
    state = value(await service.dossiers.execute({ dossier: state.id, command, actor, key: `step-${step}` }));
  }
  return state;
};

const firstOutcome = async (service: Service, state: DossierState, element: string) => {
  const { graph } = await service.catalogue.release(state.releaseHash);
  const outcome = graph.nodes.find((node) => node.id === element)?.settings.outcomes[0];
  return outcome ? { outcome: outcome.id } : {};
};

describe('a dossier', () => {
  it('gets the code of its unit and day, once', async () => {
    const { service } = await inForce();
    const first = value(await service.dossiers.execute(submission(CODE, 'k1')));
    const second = value(await service.dossiers.execute(submission(CODE, 'k2')));
    expect([first.code, second.code]).toEqual(['000.01.13.H02-210601-0001', '000.01.13.H02-210601-0002']);
    expect(await service.dossiers.byCode(` ${first.code.toLowerCase()} `)).toEqual(first);
  });

  it('is one dossier for one key, fifty times in parallel', async () => {
    const { service, store } = await inForce();
    const results = await Promise.all(
      Array.from({ length: 50 }, () => service.dossiers.execute(submission(CODE, 'same'))),
    );
    expect(new Set(results.map((result) => value(result).id)).size).toBe(1);
    expect(await store.dossiers.ids(undefined, 100)).toHaveLength(1);
    expect(value(await service.dossiers.execute(submission(CODE, 'next'))).code).toBe('000.01.13.H02-210601-0002');
    const other = await service.dossiers.execute(submission(CODE, 'same', { receivingUnit: 'H02.07202' }));
    expect(codes(other)).toEqual(['command.key-reused']);
  });

  it('goes from intake to the result handed out, and its chain and state prove themselves', async () => {
    const { service, store, file } = await inForce();
    const submitted = value(await service.dossiers.execute(submission(CODE, 'k')));
    const ended = await carryThrough(service, submitted);
    expect(ended.status).toBe('returned');
    expect(ended.results).toHaveLength(1);
    const proof = value(await service.dossiers.verify(ended.id));
    expect(proof.events).toBe(ended.seq);
    expect(await store.dossiers.load(ended.id)).toEqual(ended);
    const raw = new Database(file);
    raw.exec(`UPDATE dossiers SET state = json_set(state, '$.status', 'refused')`);
    raw.close();
    expect(codes(await service.dossiers.verify(ended.id))).toEqual(['dossier.snapshot']);
  });

  it('proves that work lists, timers, rows and search say what its events say, and mends them', async () => {
    const { service, file } = await inForce();
    const first = value(await service.dossiers.execute(submission(CODE, 'k')));
    const { id } = value(
      await service.dossiers.execute({ dossier: first.id, command: { type: 'accept' }, actor: clerk, key: 'a' }),
    );
    expect(value(await service.dossiers.rebuild(id)).mended).toEqual([]);
    const damage: readonly (readonly [table: string, sql: string])[] = [
      ['tasks', `UPDATE tasks SET unit = 'H02.07202'`],
      ['tasks', 'DELETE FROM tasks'],
      ['timers', `INSERT INTO timers (dossier, token, due) VALUES ('${id}', 'n99', '2021-07-01T00:00:00.000Z')`],
      ['dossiers', `UPDATE dossiers SET promised_due = NULL`],
      ['dossier_search', 'DELETE FROM dossier_search'],
    ];
    for (const [table, sql] of damage) {
      const raw = new Database(file);
      raw.exec(sql);
      raw.close();
      const found = await service.dossiers.verify(id);
      expect([table, codes(found), found.ok ? '' : found.problems[0]?.path]).toEqual([
        table,
        ['dossier.tables'],
        `/${table}`,
      ]);
      expect(value(await service.dossiers.rebuild(id)).mended).toEqual([table]);
      expect(value(await service.dossiers.verify(id)).events).toBe(3);
    }
  });

  it('shows each open step to those who hold its role there, and to no one else', async () => {
    const { service, store } = await inForce();
    const submitted = value(await service.dossiers.execute(submission(CODE, 'k')));
    const accepted = value(
      await service.dossiers.execute({ dossier: submitted.id, command: { type: 'accept' }, actor: clerk, key: 'a' }),
    );
    const task = accepted.tasks[0];
    const query = { unit: task?.unit ?? '', roles: [task?.role as 'officer'], person: 'x', limit: 10, offset: 0 };
    const { rows } = await store.dossiers.worklist(query);
    expect(rows).toMatchObject([
      { code: accepted.code, procedureName: `Thủ tục ${CODE}`, promisedDue: accepted.promised?.due },
    ]);
    expect((await store.dossiers.worklist({ ...query, unit: 'H02.07202' })).total).toBe(0);
  });

  it('refuses what was based on an older sequence, and keeps trying when none was named', async () => {
    const { service } = await inForce();
    const submitted = value(await service.dossiers.execute(submission(CODE, 'k')));
    value(
      await service.dossiers.execute({ dossier: submitted.id, command: { type: 'accept' }, actor: clerk, key: 'a' }),
    );
    const late = {
      dossier: submitted.id,
      command: { type: 'refuse' as const, reason: 'Thiếu giấy tờ' },
      actor: clerk,
      key: 'b',
    };
    expect(codes(await service.dossiers.execute({ ...late, expectedSeq: submitted.seq }))).toEqual([
      'dossier.conflict',
    ]);
    expect(codes(await service.dossiers.execute({ ...late, dossier: 'unknown' }))).toEqual(['dossier.unknown']);
  });

  it('lets one of two parallel commands win, and tells the other why', async () => {
    const { service } = await inForce();
    const submitted = value(await service.dossiers.execute(submission(CODE, 'k')));
    const [accepted, refused] = await Promise.all([
      service.dossiers.execute({ dossier: submitted.id, command: { type: 'accept' }, actor: clerk, key: 'a' }),
      service.dossiers.execute({
        dossier: submitted.id,
        command: { type: 'refuse', reason: 'x' },
        actor: clerk,
        key: 'b',
      }),
    ]);
    expect(accepted.ok).toBe(true);
    expect(refused.ok).toBe(false);
    value(await service.dossiers.verify(submitted.id));
  });

  it('keeps text in one normal form and refuses broken text', async () => {
    const { service } = await inForce();
    const name = 'Đỗ Thị Huệ';
    const submitted = value(
      await service.dossiers.execute(
        submission(CODE, 'k', { applicant: { kind: 'citizen', name: name.normalize('NFD') } }),
      ),
    );
    expect(submitted.applicant.name).toBe(name.normalize('NFC'));
    const broken = await service.dossiers.execute(
      submission(CODE, 'l', { applicant: { kind: 'citizen', name: 'a\ud800' } }),
    );
    expect(codes(broken)).toEqual(['store.text']);
  });

  it('tells the applicant, exactly once, what changed', async () => {
    const { service, store } = await inForce();
    const submitted = value(await service.dossiers.execute(submission(CODE, 'k')));
    value(
      await service.dossiers.execute({ dossier: submitted.id, command: { type: 'accept' }, actor: clerk, key: 'a' }),
    );
    const [first] = await Promise.all([service.tick(), service.tick()]);
    expect(first.messages).toBe(2);
    expect(await service.tick()).toEqual({ timers: 0, messages: 0 });
    const notices = await store.outbox.noticesFor(citizen.id, 10);
    expect(notices).toHaveLength(2);
    expect(notices.map((notice) => notice.text).join(' ')).toContain('đã được tiếp nhận, hẹn trả kết quả');
  });
});

describe('intake', () => {
  it('is refused where nothing is in force, and where the unit does not take it in', async () => {
    const { service } = await inForce();
    expect(codes(await service.dossiers.execute(submission('1.999999', 'a')))).toEqual(['intake.unknown']);
    expect(codes(await service.dossiers.execute(submission(CODE, 'b', { receivingUnit: 'H02' })))).toEqual([
      'intake.unit',
    ]);
    expect(codes(await service.dossiers.execute(submission(CODE, 'c', { receivingUnit: 'nowhere' })))).toEqual([
      'intake.unit',
    ]);
  });

  it('opens and closes to the millisecond; running dossiers go on', async () => {
    const { service, clock } = await inForce();
    const other = '1.000002';
    await publish(service, decisionOf('11/QĐ-UBND', '2021-07-01', [{ action: 'add', code: other, release: 1 }]), [
      releaseOf(other, 1),
    ]);
    await publish(
      service,
      decisionOf('12/QĐ-UBND', '2021-08-01', [{ action: 'repeal', code: CODE, replacedBy: other }]),
    );
    expect(codes(await service.dossiers.execute(submission(other, 'early')))).toEqual(['intake.not-yet']);
    const end = at('2021-08-01', '00:00');
    clock.set(new Date(Date.parse(end) - 1).toISOString());
    const last = value(await service.dossiers.execute(submission(CODE, 'last')));
    clock.set(end);
    const refused = await service.dossiers.execute(submission(CODE, 'too-late'));
    expect(codes(refused)).toEqual(['intake.closed']);
    expect(refused.ok ? '' : refused.problems[0]?.remedy?.vi).toContain(other);
    clock.set(at('2021-08-02', '08:00'));
    expect((await carryThrough(service, last)).status).toBe('returned');
  });

  it('lets an old dossier finish under its own release', async () => {
    const { service, clock } = await inForce();
    const old = value(await service.dossiers.execute(submission(CODE, 'old')));
    await publish(service, decisionOf('11/QĐ-UBND', '2021-06-02', [{ action: 'amend', code: CODE, release: 2 }]), [
      releaseOf(CODE, 2, { timeLimits: [{ id: 'tl', legal: { kind: 'duration', value: 9, unit: 'working-day' } }] }),
    ]);
    clock.set(at('2021-06-02', '08:00'));
    const fresh = value(await service.dossiers.execute(submission(CODE, 'fresh')));
    expect([old.releaseNumber, fresh.releaseNumber]).toEqual([1, 2]);
    const ended = await carryThrough(service, old);
    expect(ended.releaseNumber).toBe(1);
    const report = await service.catalogue.check({
      decision: decisionOf('12/QĐ-UBND', '2021-07-01', [{ action: 'repeal', code: CODE }]),
      releases: [],
    });
    expect(report.runningDossiers).toBe(1);
  });

  it('waits for the internal process where the decision says so', async () => {
    const { service } = await stage();
    const decision = decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }], {
      untilProcessApproved: 'wait',
    });
    await publish(service, decision, [releaseOf(CODE, 1)]);
    expect(codes(await service.dossiers.execute(submission(CODE, 'k')))).toEqual(['intake.awaits-process']);
    expect(codes(await service.drafts.start({ procedure: CODE, owner: citizen.id, channel: 'online' }))).toEqual([
      'intake.awaits-process',
    ]);
  });

  it('takes dossiers in once a decision approves the process, generated or of its own', async () => {
    const { service, clock } = await stage();
    const other = '1.000002';
    const wait = { untilProcessApproved: 'wait' } as const;
    await publish(
      service,
      decisionOf(
        '10/QĐ-UBND',
        '2021-06-01',
        [CODE, other].map((code) => ({ action: 'add', code, release: 1 })),
        wait,
      ),
      [releaseOf(CODE, 1), releaseOf(other, 1)],
    );
    const approves = decisionOf('11/QĐ-UBND', '2021-06-10', [{ action: 'amend', code: CODE, release: 1 }], {
      kind: 'process-approval',
    });
    const report = await service.catalogue.check({ decision: approves, releases: [] });
    expect(report.items[0]?.problems).toEqual([]);
    await publish(service, approves);
    expect(codes(await service.dossiers.execute(submission(CODE, 'early')))).toEqual(['intake.awaits-process']);
    clock.set(at('2021-06-10', '08:00'));
    const taken = value(await service.dossiers.execute(submission(CODE, 'in time')));
    expect((await carryThrough(service, taken)).status).toBe('returned');
    expect(codes(await service.dossiers.execute(submission(other, 'other')))).toEqual(['intake.awaits-process']);
  });

  it('runs on the generated process where the decision says so, or says nothing', async () => {
    const { service } = await stage();
    const decision = decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }], {
      untilProcessApproved: 'generated',
    });
    await publish(service, decision, [releaseOf(CODE, 1)]);
    const taken = value(await service.dossiers.execute(submission(CODE, 'k')));
    expect((await service.catalogue.release(taken.releaseHash)).processGenerated).toBe(true);
    expect((await carryThrough(service, taken)).status).toBe('returned');
  });
});
