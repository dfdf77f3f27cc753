import type { AppLoadContext } from '@remix-run/node';
import type { Actor, DossierState } from '#engine/dossier/index.ts';
import { authorizeActor, type Address } from './access/index.ts';
import type { Visitor } from './visitor.ts';

/** Is it this citizen's own dossier? */
export const owns = (actor: Actor | undefined, state: DossierState): boolean =>
  actor?.kind === 'citizen' && state.applicant.account === actor.id;

interface Args {
  readonly request: Request;
  readonly context: AppLoadContext;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** The dossier in the address for its owner; for everybody else there is none. */
export const ownDossier = async (
  { request, context, params }: Args,
  address: Address,
): Promise<{ readonly visitor: Visitor & { readonly actor: Actor }; readonly state: DossierState }> => {
  const visitor = await authorizeActor({ request, context }, address);
  const state = await context.service.dossiers.byCode(params['code'] ?? '');
  if (!state || !owns(visitor.actor, state)) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return { visitor, state };
};
