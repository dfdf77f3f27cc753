import type { Role } from '#engine/dossier/index.ts';

/** `anyone` needs no session; `citizen` and `staff` need one; a role is held at the unit worked at now. */
export type Audience = 'anyone' | 'citizen' | 'staff' | Role;

/** Who may look at an address, and who may send something to it. */
export interface AccessRule {
  readonly read: readonly Audience[];
  readonly write: readonly Audience[];
}

export const openToAll: AccessRule = { read: ['anyone'], write: ['anyone'] };
export const readOnly: AccessRule = { read: ['anyone'], write: [] };
export const forCitizens: AccessRule = { read: ['citizen'], write: ['citizen'] };
/** These roles may read and write. */
export const forRoles = (...roles: readonly Role[]): AccessRule => ({ read: roles, write: roles });
