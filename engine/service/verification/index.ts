export type { CatalogueRun, VerificationService, Verdict, StartRunners } from './types.ts';
export { runHere, runInThreads, type StorePlace } from './runners.ts';
export { verificationService } from './verification.ts';
