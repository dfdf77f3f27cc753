import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { loadDraft } from '#app/server/intake/load-draft.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { view, base, visitor } = await loadDraft({ request, context, params }, '/nop/:code/:draft/xoa');
  const { common, citizen } = textsFor(visitor.locale);
  return {
    title: common.titled(citizen.intake.removal.title),
    base,
    name: pick(view.release.release.procedure.name, visitor.locale),
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { draft } = await loadDraft({ request, context, params }, '/nop/:code/:draft/xoa');
  await context.service.drafts.remove(draft.id);
  return redirect('/toi');
};

export default function RemoveDraft() {
  const { base, name } = useLoaded<typeof loader>();
  const words = useText().citizen.intake.removal;
  return (
    <div className="wrap narrow flow">
      <h1>{words.title}</h1>
      <p className="lead">{words.text(name)}</p>
      <Form method="post" className="acts">
        <Button look="danger">{words.remove}</Button>
        <ButtonLink look="quiet" to={base}>
          {words.keep}
        </ButtonLink>
      </Form>
    </div>
  );
}
