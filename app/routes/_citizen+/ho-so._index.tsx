import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Field } from '#app/components/field.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { takePoint } from '#app/server/rate-limits.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** `?ma=` looks a dossier up: its page shows what this visitor may see. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/ho-so');
  const { common, citizen } = textsFor(locale);
  const given = new URL(request.url).searchParams.get('ma');
  const code = (given ?? '').replace(/\s/g, '').toUpperCase().slice(0, 60);
  const words = citizen.follow.lookUp;
  let error: string | null = null;
  if (given !== null) {
    if (!(await takePoint(context.limits.lookUp, context.address)))
      throw new Response(null, { status: 429, statusText: 'Too Many Requests' });
    if (code === '') error = words.empty;
    else if (await context.service.dossiers.byCode(code)) throw redirect(`/ho-so/${encodeURIComponent(code)}`);
    else error = words.unknown;
  }
  const title = common.titled(words.title);
  return { title: error ? common.errorTitle(title) : title, code, error };
};

export default function LookUp() {
  const { code, error } = useLoaded<typeof loader>();
  const words = useText().citizen.follow.lookUp;
  return (
    <div className="wrap narrow flow">
      <ErrorSummary lines={error ? [{ target: 'ma', text: error }] : []} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Form method="get" noValidate>
        <Field
          id="ma"
          name="ma"
          label={words.label}
          hint={words.hint}
          error={error ?? undefined}
          defaultValue={code}
          key={code}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="characters"
        />
        <div className="acts">
          <Button>{words.show}</Button>
        </div>
      </Form>
    </div>
  );
}
