import { verify } from '@node-rs/argon2';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { Button } from '#app/components/button.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Field } from '#app/components/field.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { demoPassword, demoPeople } from '#app/server/demo-people.ts';
import { takePoint } from '#app/server/rate-limits.ts';
import { safePath } from '#app/server/safe-path.ts';
import { openSession } from '#app/server/sessions.ts';
import { staffHome } from '#app/server/staff-home.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale, actor } = await authorize({ request, context }, '/dang-nhap/can-bo');
  const search = new URL(request.url).searchParams;
  const back = safePath(search.get('ve'), '');
  if (actor?.kind === 'staff') throw redirect(back && back !== '/' ? back : staffHome(actor.roles));
  const { common, citizen } = textsFor(locale);
  return {
    title: common.titled(citizen.account.staff.title),
    back,
    login: search.get('ten') ?? '',
    people: context.config.demo ? await demoPeople(context, 'staff') : [],
    password: context.config.demo ? ((await demoPassword(context)) ?? null) : null,
  };
};

/** Checked against when the name is unknown, so that an answer takes as long either way. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$3vB0Wm2Wc7gF6Vb1bG9k9v7xk9w0hQ0S2n8l5b8uX0Q';

export const action = async ({ request, context }: ActionFunctionArgs) => {
  await authorize({ request, context }, '/dang-nhap/can-bo');
  const form = await request.formData();
  const login = String(form.get('ten') ?? '')
    .trim()
    .toLowerCase()
    .slice(0, 100);
  const password = String(form.get('mat-khau') ?? '').slice(0, 200);
  const back = safePath(String(form.get('ve') ?? ''), '');
  const free =
    (await takePoint(context.limits.signInFrom, context.address)) &&
    (await takePoint(context.limits.signIn, `staff:${login}`));
  if (!free) throw new Response(null, { status: 429, statusText: 'Too Many Requests' });
  const person = await context.service.store.people.byLogin(login);
  const known = person?.kind === 'staff' ? person.passwordHash : undefined;
  const right = await verify(known ?? NOBODY, password).catch(() => false);
  if (!person || !known || !right) return { login, error: 'wrong' as const };
  const assignments = await context.service.store.people.assignments(person.id, localDate(context.clock.now()));
  const unit = assignments[0]?.unit;
  if (unit === undefined) return { login, error: 'noRole' as const };
  const roles = assignments.filter((assignment) => assignment.unit === unit).map((assignment) => assignment.role);
  const cookie = await openSession(context, person.id, 'staff');
  return redirect(back && back !== '/' ? back : staffHome(roles), { headers: { 'Set-Cookie': cookie } });
};

export default function StaffSignIn() {
  const { back, login, people, password } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const words = useText().citizen.account.staff;
  const error = answer ? words[answer.error] : undefined;
  return (
    <div className="wrap narrow flow">
      <ErrorSummary lines={error ? [{ target: 'ten', text: error }] : []} title={words.title} />
      <h1>{words.title}</h1>
      <Form method="post" noValidate>
        <input type="hidden" name="ve" value={back} />
        <Field
          id="ten"
          name="ten"
          key={login}
          label={words.login}
          error={error}
          defaultValue={answer?.login ?? login}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Field id="mat-khau" name="mat-khau" label={words.password} type="password" autoComplete="current-password" />
        <div className="acts">
          <Button>{words.enter}</Button>
        </div>
      </Form>
      {people.length > 0 ? (
        <section className="sec">
          <h2>{words.demoAccounts}</h2>
          {password ? <p className="muted">{words.demoPassword(password)}</p> : null}
          <ul className="rowlist">
            {people.map((person) => (
              <li key={person.id}>
                <Link
                  className="t"
                  to={`/dang-nhap/can-bo?${new URLSearchParams({ ve: back, ten: person.login ?? '' }).toString()}`}
                >
                  {person.login}
                </Link>
                <p className="meta">{[person.name, person.detail].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="sec">
        <Link className="a44" to="/dang-nhap">
          {words.citizenLink}
        </Link>
      </p>
    </div>
  );
}
