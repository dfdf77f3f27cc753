/** Decisions, effective dates, as-of questions. What to write is decided here, purely; the store's port writes it. */
export { planDecision, codesOf } from './plan.ts';
export type { PlanInput, PlannedItem, DecisionPlan } from './model.ts';
export { decisionHash } from './content-hash.ts';
export { lawful } from './timing.ts';
export { brokenEntry, publicLog, type PublicLogEntry } from './public-log.ts';
export { planReorganisation } from './reorganise/plan.ts';
export type { ReorganisationInput, ReorganisationPlan } from './reorganise/model.ts';
export { heirsOf, type Heirs, type Matter } from './reorganise/heirs.ts';
export { inEffect, isTakenInBy, matterOf, routesOf, type Routes } from './reorganise/routes.ts';
export { isOn, unitsOn } from './reorganise/validity.ts';
export { movesBack, movesOf, type Moves } from './reorganise/moves.ts';
export { rehearse, type CatalogueRehearsal, type DossierRehearsal, type Rehearsal } from './reorganise/rehearse.ts';
export { lagsByAgency, lagsOf, type AgencyLag, type Lag, type PublishedItem, type Spread } from './lags.ts';
