import type { DossierState, FileRef } from '#engine/dossier/index.ts';
import { isFileRef } from '#app/forms/form-context.ts';

/** Every file inside an answer, however deep. */
export const filesIn = (value: unknown): readonly FileRef[] => {
  if (isFileRef(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(filesIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(filesIn) : [];
};

/** Every file a dossier names: papers, results, answers. */
export const filesOf = (state: DossierState): readonly FileRef[] => [
  ...state.papers.flatMap((paper) => paper.files),
  ...state.results.map((result) => result.file),
  ...(state.opinions ?? []).flatMap(({ file }) => file ?? []),
  ...(state.proposals ?? []).flatMap(({ act }) => ('file' in act ? act.file : [])),
  ...filesIn(state.answers),
];
