/** Prefix of ids and names of all questions. */
export const PREFIX = 'q';

/** `/child/birthDate` → `q-child-birthDate`: the id of the control a problem is about. */
export const idOfPath = (pointer: string): string =>
  [PREFIX, ...pointer.split('/').filter((part) => part !== '')]
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('-');

export const hintId = (id: string): string => `${id}-goi-y`;
export const errorId = (id: string): string => `${id}-loi`;

/** Name of the field in which a page says which answers it was shown with. */
export const MARK = '_thay';
