import type { AppLoadContext } from '@remix-run/node';
import { competentUnit, type Actor, type DossierEvent, type DossierState } from '#engine/dossier/index.ts';

/**
 * Who may look into a dossier: the unit that took it in, the one that decides, any it waits at or
 * has passed through, and the control office. Nobody else, whatever their role.
 */
export const mayLookAt = (actor: Actor, state: DossierState, events: readonly DossierEvent[]): boolean => {
  if (actor.kind !== 'staff') return false;
  if (actor.roles.includes('office') || actor.roles.includes('office-approver')) return true;
  if (actor.unit === undefined) return false;
  return (
    state.receivingUnit === actor.unit ||
    competentUnit(state) === actor.unit ||
    state.decidingUnit === actor.unit ||
    state.tasks.some((task) => task.unit === actor.unit) ||
    (state.opinions ?? []).some((opinion) => opinion.unit === actor.unit) ||
    events.some((event) => event.actor.unit === actor.unit)
  );
};

/** The dossier with its history, for somebody who may see it; otherwise 404 or 403. */
export const dossierFor = async (context: AppLoadContext, actor: Actor, id: string) => {
  const state = await context.service.dossiers.byId(id);
  if (!state) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const events = await context.service.dossiers.events(id);
  if (!mayLookAt(actor, state, events)) throw new Response(null, { status: 403, statusText: 'Forbidden' });
  return { state, events };
};
