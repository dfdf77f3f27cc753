import { idOfPath } from '#app/forms/ids.ts';

/** Answers lead to their question, the counter's own boxes to theirs, papers to the checklist, the rest to the visit. */
export const intakeTarget = (path: string): string => {
  if (path.startsWith('/delivery')) return 'o-ngay-den';
  if (path.startsWith('/')) return idOfPath(path);
  if (path === 'giay-to') return 'phan-4';
  return path.startsWith('ho-so-') ? path : `o-${path}`;
};
