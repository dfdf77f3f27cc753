import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { writeCookie } from '#app/server/cookies.ts';
import { safePath } from '#app/server/safe-path.ts';
import { staffHome } from '#app/server/staff-home.ts';
import { UNIT_COOKIE } from '#app/server/visitor.ts';
import { localDate } from '#engine/clock/index.ts';

/** Chooses the unit somebody with several works at. The choice is checked again at every request. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor, units } = await authorizeActor({ request, context }, '/don-vi');
  const form = await request.formData();
  const unit = units.find((code) => code === form.get('don-vi'));
  if (unit === undefined) throw new Response(null, { status: 400, statusText: 'Bad Request' });
  const assignments = await context.service.store.people.assignments(actor.id, localDate(context.clock.now()));
  const roles = assignments.filter((assignment) => assignment.unit === unit).map((assignment) => assignment.role);
  const back = safePath(String(form.get('ve') ?? ''), staffHome(roles));
  const sameRoles = roles.some((role) => actor.roles.includes(role));
  return redirect(sameRoles ? back : staffHome(roles), {
    headers: { 'Set-Cookie': writeCookie(UNIT_COOKIE, unit, { secure: context.config.secure, seconds: 30 * 86_400 }) },
  });
};
