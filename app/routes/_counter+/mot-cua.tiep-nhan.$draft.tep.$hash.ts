import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { filesIn } from '#app/server/staff/dossier-files.ts';
import { fileResponse } from '#app/server/staff/file-response.ts';

/** A scan of an intake that is still being entered, for the clerk who enters it. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/tiep-nhan/:draft');
  const draft = await context.service.drafts.load(params['draft'] ?? '');
  const file =
    draft?.owner === actor.id
      ? [...draft.papers.flatMap((paper) => paper.files), ...filesIn(draft.answers)].find(
          (each) => each.hash === params['hash'],
        )
      : undefined;
  return fileResponse(context, file);
};
