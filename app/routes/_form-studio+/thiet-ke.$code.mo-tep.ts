import type { ActionFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { openFile, type OpenAnswer } from '#app/server/studio/open-file.ts';

/** Opens an archive or a workbook for the page that brings it in; nothing is kept. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  await authorizeActor({ request, context }, '/thiet-ke/:code/mo-tep');
  const opened = openFile(new Uint8Array(await request.arrayBuffer()));
  const answer: OpenAnswer = opened.ok ? { opened: opened.value, problems: [] } : { problems: opened.problems };
  return Response.json(answer);
};
