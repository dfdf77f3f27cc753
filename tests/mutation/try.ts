import { faultKinds } from './faults/index.ts';
import { loadStock } from './sound.ts';
import { seedFaults } from './trial.ts';
const only = process.argv[3];
const stock = loadStock();
const kinds = faultKinds.filter(({ name }) => !only || name.startsWith(only));
const t = Date.now();
const trials = await seedFaults(kinds, stock, Number(process.argv[2] ?? 300), 1);
for (const kind of kinds) {
  const of = trials.filter((x) => x.kind === kind);
  const codes = new Map<string, number>();
  for (const { caught } of of) if (caught) codes.set(caught.code, (codes.get(caught.code) ?? 0) + 1);
  const all = stock.sounds.reduce((n, s) => n + kind.sites(s).length, 0);
  console.log(
    kind.name.padEnd(32),
    `${of.filter((x) => x.caught).length}/${of.length} of ${all}`,
    [...codes].map(([c, n]) => `${c} ${n}`).join(', '),
  );
  for (const x of of.filter((x) => !x.caught).slice(0, 3))
    console.log(
      '    ESC',
      x.sound.name,
      x.fresh
        .map((p) => `${p.severity} ${p.code} ${p.path}`)
        .join(' | ')
        .slice(0, 400),
    );
}
console.log(trials.length, Date.now() - t);
