import { redirect, type AppLoadContext } from '@remix-run/node';
import type { Actor } from '#engine/dossier/index.ts';
import { effectiveForm, type EffectiveForm, type Facts } from '#engine/form/browser.ts';
import type { DraftView } from '#engine/service/index.ts';
import type { Draft } from '#engine/store/index.ts';
import { authorizeActor, type Address } from '../access/index.ts';
import type { Visitor } from '../visitor.ts';
import { draftFacts } from './facts.ts';

interface Args {
  readonly request: Request;
  readonly context: AppLoadContext;
  readonly params: Readonly<Record<string, string | undefined>>;
}

export interface LoadedDraft {
  readonly visitor: Visitor & { readonly actor: Actor };
  readonly draft: Draft;
  readonly view: DraftView;
  readonly facts: Facts;
  /** The form in the reader's language. */
  readonly form: EffectiveForm;
  /** `/nop/:code/:draft`. */
  readonly base: string;
}

/** The draft as it stands after a change. */
export const viewDraft = async (
  context: AppLoadContext,
  draft: Draft,
  locale: Visitor['locale'],
): Promise<Pick<LoadedDraft, 'view' | 'facts' | 'form'>> => {
  const view = await context.service.drafts.view(draft);
  const facts = await draftFacts(context, draft, view.release);
  return { view, facts, form: locale === 'vi' ? view.form : effectiveForm(view.release.form, facts, locale) };
};

/**
 * The draft in the address, for its owner only; somebody else's is as if it were not there. A draft
 * whose procedure takes no more dossiers goes to its task list, which explains.
 */
export const loadDraft = async ({ request, context, params }: Args, address: Address): Promise<LoadedDraft> => {
  const visitor = await authorizeActor({ request, context }, address);
  const draft = await context.service.drafts.load(params['draft'] ?? '');
  if (!draft || draft.owner !== visitor.actor.id || draft.procedure !== params['code'] || draft.channel !== 'online') {
    throw new Response(null, { status: 404, statusText: 'Not Found' });
  }
  const base = `/nop/${draft.procedure}/${draft.id}`;
  const seen = await viewDraft(context, draft, visitor.locale);
  if (seen.view.closed && address !== '/nop/:code/:draft' && address !== '/nop/:code/:draft/xoa') throw redirect(base);
  return { visitor, draft, base, ...seen };
};
