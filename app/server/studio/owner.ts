import type { Release } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';

const OFFICE = ['office', 'office-approver'] as const;

export const isOffice = (actor: Actor): boolean => OFFICE.some((role) => actor.roles.includes(role));

/**
 * May this person change the internal process? The province office may change any; an agency's author those
 * that its own unit settles, or takes in where the receiving unit settles them itself.
 */
export const mayEdit = (
  actor: Actor,
  authority: Release['procedure']['authority'] | undefined,
  began?: string,
): boolean => {
  if (isOffice(actor)) return true;
  if (!actor.roles.includes('agency-author') || actor.unit === undefined) return false;
  if (began === actor.unit || authority === undefined) return began === actor.unit;
  const { unit } = authority.deciding;
  if (unit.startsWith('unit:')) return unit === `unit:${actor.unit}`;
  return true;
};
