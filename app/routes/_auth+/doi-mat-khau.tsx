import { hash, verify } from '@node-rs/argon2';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { takePoint } from '#app/server/rate-limits.ts';
import { openSession } from '#app/server/sessions.ts';
import { staffHome } from '#app/server/staff-home.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** Characters a password has at least; longer phrases are welcome. */
const SHORTEST = 10;
const LONGEST = 200;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale, actor } = await authorizeActor({ request, context }, '/doi-mat-khau');
  const { common, citizen } = textsFor(locale);
  return { title: common.titled(citizen.account.password.title), home: staffHome(actor.roles) };
};

/** One's own password: the old one is asked, every other session ends, this one goes on. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/doi-mat-khau');
  const form = await request.formData();
  const typed = (name: string): string => String(form.get(name) ?? '').slice(0, LONGEST);
  const [old, next, again] = [typed('mat-khau-cu'), typed('mat-khau-moi'), typed('nhac-lai')];
  if (!(await takePoint(context.limits.signIn, `password:${actor.id}`)))
    throw new Response(null, { status: 429, statusText: 'Too Many Requests' });
  const person = await context.service.store.people.byId(actor.id);
  const right = person?.passwordHash ? await verify(person.passwordHash, old).catch(() => false) : false;
  if (!right) return { field: 'mat-khau-cu' as const, error: 'wrong' as const };
  if (next.length < SHORTEST) return { field: 'mat-khau-moi' as const, error: 'short' as const };
  if (next === old) return { field: 'mat-khau-moi' as const, error: 'same' as const };
  if (next !== again) return { field: 'nhac-lai' as const, error: 'differs' as const };
  const changed = await context.service.staff.ownPassword(actor.id, await hash(next));
  if (!changed.ok) throw new Response(null, { status: 409 });
  const cookie = await openSession(context, actor.id, 'staff');
  return Response.json({ done: true }, { headers: { 'Set-Cookie': cookie } });
};

type Answer =
  | { readonly done: true }
  | {
      readonly field: 'mat-khau-cu' | 'mat-khau-moi' | 'nhac-lai';
      readonly error: 'wrong' | 'short' | 'same' | 'differs';
    };

export default function Password() {
  const { home } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>() as Answer | undefined;
  const words = useText().citizen.account.password;
  const wrong = answer && 'field' in answer ? answer : undefined;
  const error = wrong ? words[wrong.error] : undefined;
  const at = (field: string): string | undefined => (wrong?.field === field ? error : undefined);
  return (
    <div className="wrap narrow flow">
      <ErrorSummary lines={wrong && error ? [{ target: wrong.field, text: error }] : []} />
      <h1>{words.title}</h1>
      {answer && 'done' in answer ? (
        <Notice kind="ok" live>
          <p>{words.done}</p>
        </Notice>
      ) : (
        <p className="lead">{words.lead}</p>
      )}
      <Form method="post" noValidate key={answer && 'done' in answer ? 'xong' : 'doi'}>
        <Field
          id="mat-khau-cu"
          name="mat-khau-cu"
          type="password"
          label={words.old}
          error={at('mat-khau-cu')}
          autoComplete="current-password"
        />
        <Field
          id="mat-khau-moi"
          name="mat-khau-moi"
          type="password"
          label={words.new}
          hint={words.hint(SHORTEST)}
          error={at('mat-khau-moi')}
          autoComplete="new-password"
        />
        <Field
          id="nhac-lai"
          name="nhac-lai"
          type="password"
          label={words.again}
          error={at('nhac-lai')}
          autoComplete="new-password"
        />
        <div className="acts">
          <Button>{words.save}</Button>
          <Link to={home}>{words.back}</Link>
        </div>
      </Form>
    </div>
  );
}
