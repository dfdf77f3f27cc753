/** Decisions, effective dates, as-of questions. What to write is decided here, purely; the store's port writes it. */
export { planDecision, codesOf, type PlanInput, type PlannedItem, type DecisionPlan } from './plan.ts';
export { decisionHash } from './content-hash.ts';
export { brokenEntry, publicLog, type PublicLogEntry } from './public-log.ts';
