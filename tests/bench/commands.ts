import { join } from 'node:path';
import Database from 'better-sqlite3';
import { localDate } from '#engine/clock/index.ts';
import type { Facts } from '#engine/form/index.ts';
import type { CommandRequest } from '#engine/service/index.ts';
import { castOf, fillAnswers, must, papersFor, putPdf } from '#seeds/index.ts';
import { bigStore } from './big-store.ts';

/** Durable dossier commands a second: every one is a commit with synchronous=FULL unless grouped. */
export const benchCommands = async (): Promise<void> => {
  const big = await bigStore(20);
  const code = '1.001193';
  const found = await big.service.catalogue.inForce(code);
  if (!found) throw new Error(`${code} is not in force`);
  const { release } = found;
  const unit = await big.service.units.byCode('H02.07201');
  if (!unit) throw new Error('no unit H02.07201');
  const cast = castOf(big.store);
  const file = await putPdf(big.store, 'Bench', 'giay-to.pdf', 'bench');
  const clerk = await cast.staff('clerk', unit.code, big.clock.now());
  const chosen = release.release.procedure.cases?.[0]?.id;
  const caseOf = chosen === undefined ? {} : { case: chosen };
  const facts: Facts = { answers: {}, ...caseOf, channel: 'counter', unit, today: localDate(big.clock.now()) };
  const answers = fillAnswers(release.form, facts, 'bench');
  const papers = papersFor(release, { ...facts, answers }, file);
  const submit = (n: number): CommandRequest => ({
    dossier: '',
    procedure: code,
    actor: clerk,
    key: `bench-${String(n)}`,
    command: {
      type: 'submit',
      channel: 'counter',
      ...caseOf,
      receivingUnit: 'H02.07201',
      applicant: { kind: 'citizen', name: `Nguyễn Văn Đo ${String(n)}`, idNumber: '099080000009' },
      answers,
      papers,
      returnChannel: 'counter',
    },
  });
  const rate = async (name: string, count: number, work: () => Promise<void>): Promise<number> => {
    const start = performance.now();
    const cpu = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(cpu);
    const perSecond = Math.round((count / (performance.now() - start)) * 1000);
    console.log(
      `${name.padEnd(58)} ${String(perSecond).padStart(7)} /s  CPU ${((user + system) / 1000 / count).toFixed(2)} ms each  (${String(count)} commands)`,
    );
    return perSecond;
  };

  const raw = new Database(join(big.folder, 'peer.sqlite'));
  raw.pragma('journal_mode=WAL');
  raw.pragma('synchronous=FULL');
  raw.exec('create table t(a integer primary key, b text)');
  const insert = raw.prepare('insert into t(b) values (?)');
  const body = 'x'.repeat(2000);
  const peer = await rate('peer: bare SQLite, one 2 kB row a durable commit', 3000, async () => {
    for (let n = 0; n < 3000; n += 1) insert.run(body);
  });
  raw.close();

  const ids: string[] = [];
  const one = await rate('submit at the counter, one durable commit each', 1500, async () => {
    for (let n = 0; n < 1500; n += 1) ids.push(must('submit', await big.service.dossiers.execute(submit(n))).id);
  });
  const accepting = await rate('accept (process starts, dates derived), one by one', 1500, async () => {
    for (const [n, id] of ids.entries())
      must(
        'accept',
        await big.service.dossiers.execute({
          dossier: id,
          actor: clerk,
          key: `accept-${String(n)}`,
          command: { type: 'accept' },
        }),
      );
  });
  const grouped = await rate('submit at the counter, in groups of 50', 3000, async () => {
    for (let n = 0; n < 3000; n += 50)
      await big.service.dossiers.executeAll(Array.from({ length: 50 }, (_, i) => submit(10_000 + n + i)));
  });
  const concurrent = await rate('submit from 50 clerks at once', 1500, async () => {
    for (let n = 0; n < 1500; n += 50)
      await Promise.all(Array.from({ length: 50 }, (_, i) => big.service.dossiers.execute(submit(20_000 + n + i))));
  });
  const ratio = (value: number): string => (value / peer).toFixed(2);
  console.log(
    `ratios to the bare commit: one by one ${ratio(one)}, accept ${ratio(accepting)}, groups ${ratio(grouped)}, 50 at once ${ratio(concurrent)}`,
  );
  await big.remove();
};
