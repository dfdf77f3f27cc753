import type { Release } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { Unit } from '#engine/store/index.ts';

const OFFICE = ['office', 'office-approver'] as const;

export const isOffice = (actor: Actor): boolean => OFFICE.some((role) => actor.roles.includes(role));

type Authority = Release['procedure']['authority'];

/** Units whose counters take in what the authority says. */
const receives = ({ receiving }: Authority, { code, level }: Unit): boolean =>
  receiving.some((row) => (row.unit === undefined ? row.level === level : row.unit === code));

/** Does that unit settle it: named, or taking it in itself, or standing above one that does. */
const settles = (authority: Authority, unit: string, units: readonly Unit[]): boolean => {
  const { unit: rule } = authority.deciding;
  if (rule.startsWith('unit:')) return rule === `unit:${unit}`;
  const candidates = units.filter((each) => (rule === 'parent' ? each.parent === unit : each.code === unit));
  return candidates.some((each) => receives(authority, each));
};

/**
 * May this person change the draft of a procedure? The province office may change any; an agency's author those
 * that its own unit settles, and those that nobody has published yet and its own unit began.
 */
export const mayEdit = (
  actor: Actor,
  authority: Authority | undefined,
  units: readonly Unit[],
  began?: string,
): boolean => {
  if (isOffice(actor)) return true;
  if (!actor.roles.includes('agency-author') || actor.unit === undefined) return false;
  return authority === undefined ? began === actor.unit : settles(authority, actor.unit, units);
};
