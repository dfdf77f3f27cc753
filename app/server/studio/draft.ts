import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '#engine/dossier/index.ts';
import { contentFrom, filesOf, type StudioContent } from '#engine/studio/index.ts';
import type { Result } from '#engine/result/index.ts';
import type { StudioDraft } from '#engine/store/index.ts';
import { may } from '#app/server/access/index.ts';
import { mayEdit } from './owner.ts';

/** The draft of a procedure, or a page that says there is none. */
export const draftOf = async (context: AppLoadContext, code: string | undefined): Promise<StudioDraft> => {
  const draft = await context.service.store.studio.load(code ?? '');
  if (!draft) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return draft;
};

/** Whether this person may change a draft, and if not, what stands in the way. */
export type Standing = 'open' | 'foreign' | 'waiting';

const authorityOf = async ({ service }: AppLoadContext, code: string) => {
  const numbers = await service.store.releases.numbers(code);
  const newest = numbers.reduce((most, { number }) => Math.max(most, number), 0);
  const current = (await service.catalogue.inForce(code))?.release.release;
  const release = current ?? (newest > 0 ? await service.store.releases.byNumber(code, newest) : undefined);
  return release?.procedure.authority;
};

/** May this person begin a draft of that procedure? */
export const mayBegin = async (context: AppLoadContext, actor: Actor, code: string): Promise<boolean> =>
  mayEdit(actor, await authorityOf(context, code), await context.service.units.all(), actor.unit);

/** `foreign`: the procedure belongs to another agency; `waiting`: the draft lies with the province office. */
export const standingOf = async (
  context: AppLoadContext,
  actor: Actor,
  { code, status, unit }: Pick<StudioDraft, 'code' | 'status' | 'unit'>,
): Promise<Standing> => {
  const owns = mayEdit(actor, await authorityOf(context, code), await context.service.units.all(), unit);
  if (!owns || !may(actor, '/thiet-ke/:code/luu', 'write')) return 'foreign';
  return status === 'proposed' || status === 'approved' ? 'waiting' : 'open';
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
