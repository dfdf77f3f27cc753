/** The checks before publishing: one file each under `checks`, run over one release at a time. */
export { examineRelease, verifyRelease, type Examined } from './verify-release.ts';
export { replayWitness, type Replay, type ReplayedRun } from './replay.ts';
export { slackOfSteps, type Slack, type StepSlack } from './slack.ts';
export { timedWays, type TimedWay } from './timed-ways.ts';
export { limitMinutes } from './limit-minutes.ts';
export { prepareSubject } from './prepare-subject.ts';
export { checks } from './checks/index.ts';
export type { Check, FindingKind, RoleHolder, Subject, VerifyContext, VerifyUnit } from './subject.ts';
export { subjectOfExample, type Example } from './example.ts';
export { applyFix, fixFor, type Edit, type Fix } from './fix.ts';
export * from './catalogue/index.ts';
export * from './process/index.ts';
