/** The demo province: its definitions, people, decisions and dossiers, put in through the engine's own commands. */
export { seed, type SeedOptions, type SeedReport } from './seed.ts';
export { demoAccounts, demoPassword, type DemoAccount } from './accounts.ts';
export { demoDay, demoInstant, seedClock, type SeedClock } from './clock.ts';
export { loadDefinitions, must, type Definitions } from './definitions.ts';
export { staffOf } from './people.ts';
export { fillAnswers } from './answers.ts';
export { tinyPdf } from './pdf.ts';
export { putPdf } from './files.ts';
export { castOf, system, type Cast } from './dossiers/cast.ts';
export { submitApplication, type Application } from './dossiers/intake.ts';
export { walkOf, firstOutcome, type Walk, type Choose } from './dossiers/walk.ts';
export { papersFor } from './dossiers/papers.ts';
export { stories } from './dossiers/stories.ts';
