import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '#engine/dossier/index.ts';
import { contentFrom, filesOf, type StudioContent } from '#engine/studio/index.ts';
import type { Result } from '#engine/result/index.ts';
import type { StudioDraft } from '#engine/store/index.ts';

/** The draft of a procedure, or a page that says there is none. */
export const draftOf = async (context: AppLoadContext, code: string | undefined): Promise<StudioDraft> => {
  const draft = await context.service.store.studio.load(code ?? '');
  if (!draft) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return draft;
};

export const contentOfDraft = (draft: StudioDraft): StudioContent => contentFrom(draft.parts).content;

const editorOf = ({ id, name }: Actor) => ({ id, name });

/** A first save; refused when the procedure has a draft already. */
export const beginDraft = async (
  context: AppLoadContext,
  actor: Actor,
  given: { readonly code: string; readonly content: StudioContent; readonly base?: NonNullable<StudioDraft['base']> },
): Promise<Result<void>> => {
  const now = context.clock.now();
  return context.service.store.studio.save({
    code: given.code,
    status: 'editing',
    unit: actor.unit ?? '',
    parts: filesOf(given.content),
    ...(given.base ? { base: given.base } : {}),
    revision: 1,
    editor: editorOf(actor),
    createdAt: now,
    updatedAt: now,
  });
};

/**
 * Saves what was edited on revision `revision`; refused, with nothing written, when somebody has saved
 * since. Parts that this studio does not know are kept.
 */
export const saveDraft = async (
  context: AppLoadContext,
  actor: Actor,
  draft: StudioDraft,
  given: { readonly revision: number; readonly content: StudioContent },
): Promise<Result<StudioDraft>> => {
  const files = filesOf(given.content);
  const known = /^(procedure\.json|form\.json|process\.bpmn|templates\/.*)$/;
  const others = Object.entries(draft.parts).filter(([name]) => !known.test(name));
  const next: StudioDraft = {
    ...draft,
    parts: { ...Object.fromEntries(others), ...files },
    revision: given.revision + 1,
    editor: editorOf(actor),
    updatedAt: context.clock.now(),
  };
  const saved = await context.service.store.studio.save(next);
  return saved.ok ? { ok: true, value: next } : saved;
};
