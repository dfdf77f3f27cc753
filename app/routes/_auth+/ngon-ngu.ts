import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { localeOf } from '#app/i18n/locale.ts';
import { authorize } from '#app/server/access/index.ts';
import { writeCookie } from '#app/server/cookies.ts';
import { safePath } from '#app/server/safe-path.ts';

const YEAR_SECONDS = 31_536_000;

export const loader = () => redirect('/');

/** Keeps the reader's language for a year and goes back to the page. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  await authorize({ request, context }, '/ngon-ngu');
  const form = await request.formData();
  const cookie = writeCookie('ngon-ngu', localeOf(String(form.get('ngon-ngu'))), {
    secure: context.config.secure,
    seconds: YEAR_SECONDS,
  });
  return redirect(safePath(String(form.get('ve') ?? '')), { headers: { 'Set-Cookie': cookie } });
};
