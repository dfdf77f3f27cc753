import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { runView } from '#app/server/office/findings/run.ts';

/** How far the check of the catalogue has come; asked every second while it runs. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await authorizeActor({ request, context }, '/danh-muc/kiem-tra/tien-do');
  return runView(await context.service.verification.run());
};
