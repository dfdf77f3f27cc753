import type { DossierState, FileRef } from '#engine/dossier/index.ts';
import { isFileRef } from '#app/forms/form-context.ts';

const inside = (value: unknown): readonly FileRef[] => {
  if (isFileRef(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(inside);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(inside) : [];
};

/** Every file a dossier names: papers, results, answers. */
export const filesOf = (state: DossierState): readonly FileRef[] => [
  ...state.papers.flatMap((paper) => paper.files),
  ...state.results.map((result) => result.file),
  ...inside(state.answers),
];
