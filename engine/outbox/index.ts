/** Messages that must leave, each at least once and in the order of its dossier; peers make it exactly once by its id. */
export { retryAt } from './retry.ts';
export { runOutbox, type Peer, type Peers } from './run.ts';
