import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { authorize } from '#app/server/access/index.ts';
import { closeSession } from '#app/server/sessions.ts';

export const loader = () => redirect('/');

/** Ends the session on the server, then in the browser. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  await authorize({ request, context }, '/dang-xuat');
  return redirect('/', { headers: { 'Set-Cookie': await closeSession(request, context) } });
};
