import type { Role } from '#engine/dossier/index.ts';

const homes: readonly { readonly roles: readonly Role[]; readonly path: string }[] = [
  { roles: ['clerk'], path: '/mot-cua' },
  { roles: ['officer', 'head', 'leader'], path: '/cong-viec' },
  { roles: ['office', 'office-approver'], path: '/cong-bo' },
  { roles: ['agency-author'], path: '/cong-viec' },
  { roles: ['admin'], path: '/quan-tri' },
];

/** Where a member of staff begins the day. */
export const staffHome = (roles: readonly Role[]): string =>
  homes.find((home) => home.roles.some((role) => roles.includes(role)))?.path ?? '/';
