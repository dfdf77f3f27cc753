import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeZip } from '#engine/spreadsheet/index.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { attachment } from '#app/server/studio/attachment.ts';
import { draftOf } from '#app/server/studio/draft.ts';

/** The draft as it is saved, as the folder of a release in one archive. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  await authorizeActor({ request, context }, '/thiet-ke/:code/tai-ve');
  const { code, parts } = await draftOf(context, params['code']);
  const files = Object.entries(parts)
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([name, content]) => ({ name: `${code}/${name}`, content }));
  return attachment(`${code}.zip`, 'application/zip', writeZip(files));
};
