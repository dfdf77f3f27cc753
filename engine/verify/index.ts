/** The checks before publishing: one file each under `checks`, run over one release at a time. */
export { examineRelease, verifyRelease, type Examined } from './verify-release.ts';
export { checks } from './checks/index.ts';
export type { Check, Subject, VerifyContext, VerifyUnit } from './subject.ts';
export * from './process/index.ts';
