import type { DossierState, ResultFile } from '#engine/dossier/index.ts';

/** Results as the applicant has them: signed is not given; not before the dossier is settled, and all of it paid. */
export const givenResults = ({ finishedAt, status, results }: DossierState): readonly ResultFile[] =>
  finishedAt !== undefined || status === 'stopped' || status === 'refused' ? results : [];
