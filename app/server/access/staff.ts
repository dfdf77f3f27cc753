import type { AccessRule } from './rules.ts';

/** Addresses of the staff pages. */
export const staffAccess = {} as const satisfies Readonly<Record<string, AccessRule>>;
