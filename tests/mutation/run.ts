/**
 * `npm run mutation [-- --seed 1 --faults 1000 --edits 1000 --only form. --write]`: seeds faults and
 * sound changes, prints the table, and ends with 1 where under 95 % are caught or 1 % are false alarms.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { soundEdits } from './edits/index.ts';
import { faultKinds } from './faults/index.ts';
import { loadStock } from './sound.ts';
import { alarmsOf, caughtOf, missesOf, tableOf } from './table.ts';
import { seedEdits, seedFaults } from './trial.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    faults: { type: 'string', default: '1000' },
    edits: { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const stock = loadStock();
const outcome = {
  seed,
  faults: await seedFaults(
    faultKinds.filter(({ name }) => name.startsWith(values.only)),
    stock,
    Number(values.faults),
    seed,
  ),
  edits: await seedEdits(values.only === '' ? soundEdits : [], stock, Number(values.edits), seed),
};
const table = tableOf(outcome);
console.log(table);
for (const line of missesOf(outcome)) console.log(line);
if (values.write) {
  const file = new URL('../../docs/mutation.md', import.meta.url);
  const [head = ''] = readFileSync(file, 'utf8').split('## Faults');
  writeFileSync(file, `${head}${table}`);
}
const held = caughtOf(outcome.faults) >= 0.95 * outcome.faults.length;
const quiet = alarmsOf(outcome.edits) < 0.01 * Math.max(1, outcome.edits.length);
if (!held || !quiet) process.exitCode = 1;
