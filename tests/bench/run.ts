/** `npm run bench [-- decision|half-year|catalogue|process|soundness|verify|commands|pages|clock|worklist|studio]`: medians and ratios, never a test that fails by time. */
import { benchCatalogue } from './catalogue.ts';
import { benchClock } from './clock.ts';
import { benchCommands } from './commands.ts';
import { benchDecision } from './decision.ts';
import { benchHalfYear } from './half-year.ts';
import { benchPages } from './pages.ts';
import { benchProcess } from './process/index.ts';
import { benchSoundness } from './soundness.ts';
import { benchStudio } from './studio.ts';
import { benchVerify } from './verify.ts';
import { benchWorklist } from './worklist.ts';

const all: Readonly<Record<string, () => Promise<void>>> = {
  decision: benchDecision,
  'half-year': benchHalfYear,
  catalogue: benchCatalogue,
  process: benchProcess,
  soundness: benchSoundness,
  verify: benchVerify,
  commands: benchCommands,
  pages: benchPages,
  clock: benchClock,
  worklist: benchWorklist,
  studio: benchStudio,
};
const asked = process.argv.slice(2);
for (const [name, bench] of Object.entries(all)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  await bench();
}
