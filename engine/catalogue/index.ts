/** Decisions, effective dates, as-of questions. What to write is decided here, purely; the store's port writes it. */
export { planDecision, codesOf } from './plan.ts';
export type { PlanInput, PlannedItem, DecisionPlan } from './model.ts';
export { decisionHash } from './content-hash.ts';
export { lawful } from './timing.ts';
export { brokenEntry, publicLog, type PublicLogEntry } from './public-log.ts';
export { lagsByAgency, lagsOf, type AgencyLag, type Lag, type PublishedItem, type Spread } from './lags.ts';
