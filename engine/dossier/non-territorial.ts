import type { Instant } from '#engine/clock/index.ts';
import type { DossierState } from './types.ts';

type Placed = Pick<DossierState, 'receivingUnit' | 'nonTerritorial'>;

/** Whose dossier it is by its place: the counter that took it in, or the unit for which it was taken in (phi địa giới). */
export const competentUnit = ({ receivingUnit, nonTerritorial }: Placed): string =>
  nonTerritorial?.unit ?? receivingUnit;

/** On its way from the counter that took it in to the unit that is competent. */
export const awaitsArrival = ({ status, nonTerritorial }: Pick<DossierState, 'status' | 'nonTerritorial'>): boolean =>
  status === 'processing' && nonTerritorial !== undefined && nonTerritorial.arrivedAt === undefined;

/** From when its time counts; undefined while it does not (NĐ 309/2026/NĐ-CP Điều 17 khoản 3). */
export const clockStartedAt = ({
  acceptedAt,
  nonTerritorial,
}: Pick<DossierState, 'acceptedAt' | 'nonTerritorial'>): Instant | undefined =>
  nonTerritorial?.clockStart === 'arrival' ? nonTerritorial.arrivedAt : acceptedAt;
