/** Other systems that send dossiers: who they are, how their codes look, what their message says. Pure. */
export {
  codeShapeProblem,
  fitsShape,
  peersSchema,
  type PaymentPlatform,
  type Peer,
  type PeersFile,
} from './registry.ts';
export { incomingSchema, type IncomingDossier } from './message.ts';
export { readIncoming, type Incoming, type IncomingFile } from './read.ts';
export { statusMessage, type StatusMessage } from './status.ts';
export * as peerProblems from './problems.ts';
