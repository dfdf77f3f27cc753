import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorize } from '#app/server/access/index.ts';

/** Every address that is no page of ours. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await authorize({ request, context }, '/*');
  throw new Response(null, { status: 404, statusText: 'Not Found' });
};

export default function Nowhere() {
  return null;
}
