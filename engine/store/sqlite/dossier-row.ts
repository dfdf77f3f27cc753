import { awaitsArrival, type DossierState, type DossierStatus } from '#engine/dossier/index.ts';
import { fold } from '#engine/definition/index.ts';
import type { TurnedAway } from '../port.ts';

/** Nothing more happens to these. */
const CLOSED: ReadonlySet<DossierStatus> = new Set<DossierStatus>(['refused', 'withdrawn', 'stopped', 'returned']);

export const isClosed = (status: DossierStatus): boolean => CLOSED.has(status);

/**
 * The office looks at what was taken in and then went without a result and without the one lawful supplement: of
 * many at one counter it may be a way around the rule (NĐ 61/2018 Điều 19 khoản 4).
 */
const turnedAwayBy = ({ status, acceptedAt, supplement, results }: DossierState): TurnedAway | null => {
  if (acceptedAt === undefined || supplement !== undefined) return null;
  if (status === 'withdrawn' || status === 'stopped') return status;
  const ended = status === 'finished' || status === 'returned';
  return ended && results.length > 0 && results.every(({ refusal }) => refusal) ? 'refused' : null;
};

/** The snapshot and the columns that lists ask for. */
export const toRow = (state: DossierState, lastHash: string, body: string) => ({
  id: state.id,
  code: state.code,
  seq: state.seq,
  lastHash,
  state: body,
  procedure: state.procedure,
  releaseNumber: state.releaseNumber,
  releaseHash: state.releaseHash,
  status: state.status,
  closed: isClosed(state.status) ? 1 : 0,
  applicant: state.applicant.name,
  account: state.applicant.account ?? null,
  idNumber: state.applicant.idNumber || null,
  receivingUnit: state.receivingUnit,
  decidingUnit: state.decidingUnit,
  competentUnit: state.nonTerritorial?.unit ?? null,
  awaited: awaitsArrival(state) ? 1 : 0,
  submittedAt: state.submittedAt,
  acceptedAt: state.acceptedAt ?? null,
  promisedDue: state.promised?.due ?? null,
  finishedAt: state.finishedAt ?? null,
  turnedAway: turnedAwayBy(state),
});

/** What a dossier is found by: code, applicant, identity number, phone. */
export const searchText = (state: DossierState): string =>
  fold([state.code, state.applicant.name, state.applicant.idNumber, state.applicant.phone].filter(Boolean).join(' \n'));
