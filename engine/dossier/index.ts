/** Commands → events → state: the life of one dossier. Pure. */
export type * from './types.ts';
export type * from './prepared.ts';
export type { CommandContext, PeopleDirectory, UnitDirectory } from './context.ts';
export type { EventData, KnownEvent, NewEvent, OutsideCall, ProcessAdvance } from './events.ts';
export { decide } from './decide.ts';
export { evolve } from './evolve.ts';
export { GENESIS, replay, sealEvents, sealOnto, verifyChain } from './chain.ts';
export { play, playable, type Played, type PlayStep, type PlayWorld } from './play.ts';
export { permitted, type PermittedCommand } from './permitted.ts';
export { prepareRelease, type CompiledParts } from './prepare.ts';
export { dossierCode, parseDossierCode, type DossierCodeParts } from './code.ts';
export { channelCode, nationalStatus, nationalStatusName, type NationalStatus } from './national.ts';
export { limitFor, type LimitKey } from './time-limit.ts';
export { nationalOneStop, oneStopOn } from './one-stop-rules.ts';
export { forwardBy, measuredMinutes, openPause } from './dates.ts';
export { supplementUntil } from './rules.ts';
export { factsOf } from './facts.ts';
export { awaitsArrival, clockStartedAt, competentUnit } from './non-territorial.ts';
export { checklistOf, feesOf } from './intake.ts';
export { settingsOf } from './process.ts';
export {
  examineConversion,
  type ConversionAspect,
  type ConversionFinding,
  type ConversionFindings,
} from './conversion/examine.ts';
export { heldCopies, holdsPapers, type EarlierDossier, type HeldCopy } from './held-papers.ts';
export { describeAct, describeEvent } from './describe.ts';
export { commandNames, OPINION_STEP, opinionStepName, roleName, statusNames } from './names.ts';
