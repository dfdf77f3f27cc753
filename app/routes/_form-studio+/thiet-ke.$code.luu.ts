import type { ActionFunctionArgs } from '@remix-run/node';
import { parseJson } from '#engine/definition/index.ts';
import { contentOf, isRecord, type Json } from '#engine/studio/index.ts';
import type { SaveAnswer } from '#app/components/studio/use-draft.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { previewOf } from '#app/server/studio/analyse.ts';
import { contentOfDraft, draftOf, saveDraft, standingOf } from '#app/server/studio/draft.ts';

/** Saves a draft as it is edited; the second of two editors is told what the first one saved. */
export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/thiet-ke/:code/luu');
  const parsed = parseJson(await request.text());
  const given = parsed.ok ? (parsed.value as Json) : null;
  const revision = isRecord(given) ? given['revision'] : undefined;
  if (!isRecord(given) || typeof revision !== 'number' || !isRecord(given['content']))
    return Response.json({ problems: parsed.ok ? [] : parsed.problems }, { status: 400 });
  const content = contentOf(given['content']);
  const draft = await draftOf(context, params['code']);
  if ((await standingOf(context, actor, draft)) !== 'open')
    throw new Response(null, { status: 403, statusText: 'Forbidden' });
  // The procedure that a draft is of never changes under it.
  const own = { ...content, procedure: { ...content.procedure, code: draft.code } };
  const saved = await saveDraft(context, actor, draft, { revision, content: own });
  if (saved.ok) {
    const answer: SaveAnswer = {
      saved: true,
      revision: saved.value.revision,
      savedAt: saved.value.updatedAt,
      editor: saved.value.editor.name,
      preview: await previewOf(context, own, locale),
    };
    return Response.json(answer);
  }
  const now = await draftOf(context, params['code']);
  const theirs = contentOfDraft(now);
  const answer: SaveAnswer = {
    saved: false,
    revision: now.revision,
    savedAt: now.updatedAt,
    editor: now.editor.name,
    preview: await previewOf(context, theirs, locale),
    problems: saved.problems,
    theirs,
  };
  return Response.json(answer, { status: 409 });
};
