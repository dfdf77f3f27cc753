/** The process that is killed. It waits for a line, opens the store, and works until it is gone. */
import { writeSync } from 'node:fs';
import { once } from 'node:events';
import { at } from '#engine/clock/index.ts';
import { createService } from '#engine/service/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { CLERKS, clerkAtWork, type Line, type Order } from './workload.ts';

const [path = '', filesDir = '', run = '', decision = ''] = process.argv.slice(2);
// Written at once and whole: what was answered must be known even if the next instruction is the last.
const say = (line: Line): void => void writeSync(1, `${JSON.stringify(line)}\n`);

say({ say: 'ready' });
const [told] = (await once(process.stdin, 'data')) as [Buffer];
const order = JSON.parse(told.toString()) as Order;
const store = await openSqliteStore({ path, filesDir });
const clock = { now: () => order.now ?? at('2021-06-01', '08:00') };
const service = await createService({ store, clock, verify: async () => ({ problems: [] }) });
if (decision === '')
  await Promise.all(Array.from({ length: CLERKS }, (_, n) => clerkAtWork(service, order, `${run}-${String(n)}`, say)));
say({ say: 'done', key: 'opened', dossier: '', seq: 0 });
const { catalogue, conversions } = service;
if (order.work === 'convert') for (let more = 1; more > 0;) more = await conversions.work();
const done =
  order.work === 'convert'
    ? { ok: true }
    : order.work === 'withdraw'
      ? await catalogue.withdraw(decision, order.approver, 'Ban hành nhầm')
      : await catalogue.apply(decision, order.approver);
say({ say: 'done', key: decision, dossier: '', seq: done.ok ? 1 : 0 });
await once(process.stdin, 'end');
