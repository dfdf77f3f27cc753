/**
 * One table says who may read and who may send to each address. Buttons, loaders and actions ask it;
 * a route without a line fails the tests.
 */
import { redirect, type AppLoadContext } from '@remix-run/node';
import type { Actor, Role } from '#engine/dossier/index.ts';
import { visitorOf, type Visitor } from '../visitor.ts';
import { citizenAccess } from './citizen.ts';
import type { AccessRule, Audience } from './rules.ts';
import { staffAccess } from './staff.ts';

export const accessTable = { ...citizenAccess, ...staffAccess };
export type Address = keyof typeof accessTable;
export type { AccessRule, Audience } from './rules.ts';

const belongs = (actor: Actor | undefined, audience: Audience): boolean => {
  if (audience === 'anyone') return true;
  if (!actor) return false;
  if (audience === 'citizen' || audience === 'staff') return actor.kind === audience;
  return actor.kind === 'staff' && actor.roles.includes(audience);
};

const ruleOf = (address: Address): AccessRule => accessTable[address];

/** May this actor read (or send to) the address? For buttons. */
export const may = (actor: Actor | undefined, address: Address, how: keyof AccessRule = 'read'): boolean =>
  ruleOf(address)[how].some((audience) => belongs(actor, audience));

const forbidden = (): Response => new Response(null, { status: 403, statusText: 'Forbidden' });

const signIn = (request: Request, staff: boolean): Response => {
  const { pathname, search } = new URL(request.url);
  const back = encodeURIComponent(pathname.replace(/\.data$/, '') + search);
  return redirect(`${staff ? '/dang-nhap/can-bo' : '/dang-nhap'}?ve=${back}`);
};

interface Args {
  readonly request: Request;
  readonly context: AppLoadContext;
}

/**
 * To be called first by every loader and action. Throws a way to sign in when nobody is signed in,
 * 403 when somebody is who may not.
 */
export const authorize = async ({ request, context }: Args, address: Address): Promise<Visitor> => {
  const visitor = await visitorOf(request, context);
  const how = request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write';
  if (may(visitor.actor, address, how)) return visitor;
  if (ruleOf(address)[how].length === 0) throw new Response(null, { status: 405, statusText: 'Method Not Allowed' });
  if (visitor.actor) throw forbidden();
  throw signIn(request, !ruleOf(address)[how].includes('citizen'));
};

/** {@link authorize} for addresses that need somebody signed in. */
export const authorizeActor = async (args: Args, address: Address): Promise<Visitor & { readonly actor: Actor }> => {
  const visitor = await authorize(args, address);
  if (!visitor.actor) throw signIn(args.request, false);
  return { ...visitor, actor: visitor.actor };
};

/** Somebody with one of these roles at the unit worked at now; without roles, anybody signed in. */
export const requireActor = async (
  request: Request,
  context: AppLoadContext,
  roles?: readonly Role[],
): Promise<Actor> => {
  const { actor } = await visitorOf(request, context);
  if (!actor) throw signIn(request, roles !== undefined);
  if (roles && !roles.some((role) => belongs(actor, role))) throw forbidden();
  return actor;
};
