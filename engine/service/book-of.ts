import { localDate, type Instant } from '#engine/clock/index.ts';
import type { Book } from '#engine/store/index.ts';

/** The register that a dossier accepted at that instant is entered in: opened by unit and by year. */
export const bookOf = (unit: string, acceptedAt: Instant): Book => ({
  unit,
  year: Number(localDate(acceptedAt).slice(0, 4)),
});
