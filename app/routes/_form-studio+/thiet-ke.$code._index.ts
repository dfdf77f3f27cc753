import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  await authorizeActor({ request, context }, '/thiet-ke/:code');
  return redirect(`/thiet-ke/${params['code'] ?? ''}/bieu-mau`);
};
