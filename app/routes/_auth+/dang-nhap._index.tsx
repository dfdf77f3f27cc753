import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { maskPhone, readIdNumber, readPhone } from '#app/forms/phone.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { demoPeople } from '#app/server/demo-people.ts';
import { sendCode, takeCode } from '#app/server/one-time-code.ts';
import { citizenByPhone } from '#app/server/people.ts';
import { takePoint } from '#app/server/rate-limits.ts';
import { safePath } from '#app/server/safe-path.ts';
import { openSession } from '#app/server/sessions.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale, actor } = await authorize({ request, context }, '/dang-nhap');
  const search = new URL(request.url).searchParams;
  const back = safePath(search.get('ve'), '/toi');
  if (actor?.kind === 'citizen') throw redirect(back);
  const { common, citizen } = textsFor(locale);
  return {
    title: common.titled(citizen.account.signIn.title),
    back,
    name: search.get('so') ?? '',
    people: context.config.demo ? await demoPeople(context, 'citizen') : [],
  };
};

type Answer =
  | { readonly step: 'name'; readonly name: string; readonly error: 'badName' | 'unknownId' | 'noSender' }
  | {
      readonly step: 'code';
      readonly phone: string;
      readonly shown?: string;
      readonly error?: 'badCode' | 'expired' | 'tooMany';
    };

export const action = async ({ request, context }: ActionFunctionArgs) => {
  await authorize({ request, context }, '/dang-nhap');
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').slice(0, 200);
  const back = safePath(text('ve'), '/toi');
  const tooMany = (): Response => new Response(null, { status: 429, statusText: 'Too Many Requests' });
  if (!(await takePoint(context.limits.signInFrom, context.address))) throw tooMany();

  if (form.has('ma')) {
    const phone = readPhone(text('so-dien-thoai'));
    if (!phone) return { step: 'name', name: '', error: 'badName' } satisfies Answer;
    if (!(await takePoint(context.limits.signIn, phone))) throw tooMany();
    const taken = await takeCode(context, phone, text('ma'));
    if (taken !== 'ok') {
      const error = taken === 'expired' ? 'expired' : taken === 'too-many' ? 'tooMany' : 'badCode';
      return { step: 'code', phone, error } satisfies Answer;
    }
    const { id, named } = await citizenByPhone(context, phone);
    const cookie = await openSession(context, id, 'citizen');
    return redirect(named ? back : `/dang-nhap/ho-ten?ve=${encodeURIComponent(back)}`, {
      headers: { 'Set-Cookie': cookie },
    });
  }

  const name = text('so');
  const idNumber = readIdNumber(name);
  const byId = idNumber ? await context.service.store.people.byIdNumber(idNumber) : undefined;
  const phone = idNumber ? byId?.phone : readPhone(name);
  if (!phone) return { step: 'name', name, error: idNumber ? 'unknownId' : 'badName' } satisfies Answer;
  if (!(await takePoint(context.limits.sendCode, phone))) throw tooMany();
  const sent = await sendCode(context, phone);
  if (sent === 'no-sender') return { step: 'name', name, error: 'noSender' } satisfies Answer;
  return { step: 'code', phone, shown: sent.shown } satisfies Answer;
};

const AskName = ({ error, name }: { readonly error?: string; readonly name: string }) => {
  const { back, people } = useLoaded<typeof loader>();
  const words = useText().citizen.account.signIn;
  return (
    <>
      <ErrorSummary lines={error ? [{ target: 'so', text: error }] : []} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="ve" value={back} />
        <Field
          id="so"
          name="so"
          label={words.name}
          hint={words.nameHint}
          error={error}
          defaultValue={name}
          inputMode="tel"
          autoComplete="tel"
        />
        <div className="acts">
          <Button>{words.sendCode}</Button>
        </div>
      </Form>
      {people.length > 0 ? (
        <section className="sec">
          <h2>{words.demoPeople}</h2>
          <p className="muted">{words.demoPeopleHint}</p>
          <ul className="rowlist">
            {people.map((person) => (
              <li key={person.id}>
                <Link
                  className="t"
                  to={`/dang-nhap?${new URLSearchParams({ ve: back, so: person.phone ?? '' }).toString()}`}
                >
                  {person.name}
                </Link>
                <p className="meta">{person.phone}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="sec">
        <Link className="a44" to={`/dang-nhap/can-bo?ve=${encodeURIComponent(back === '/toi' ? '/' : back)}`}>
          {words.staffLink}
        </Link>
      </p>
    </>
  );
};

const AskCode = ({
  phone,
  shown,
  error,
}: {
  readonly phone: string;
  readonly shown?: string | undefined;
  readonly error?: string | undefined;
}) => {
  const { back } = useLoaded<typeof loader>();
  const words = useText().citizen.account.signIn;
  return (
    <>
      <ErrorSummary lines={error ? [{ target: 'ma', text: error }] : []} />
      <h1>{words.codeTitle}</h1>
      <p className="lead">{words.codeSent(maskPhone(phone))}</p>
      {shown ? (
        <Notice live>
          <p>{words.demoCode(shown)}</p>
        </Notice>
      ) : null}
      <Form method="post" noValidate>
        <input type="hidden" name="ve" value={back} />
        <input type="hidden" name="so-dien-thoai" value={phone} />
        <Field
          id="ma"
          name="ma"
          label={words.code}
          error={error}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          className="short"
        />
        <div className="acts">
          <Button>{words.enter}</Button>
          <Link className="btn quiet" to={`/dang-nhap?ve=${encodeURIComponent(back)}`} reloadDocument>
            {words.again}
          </Link>
        </div>
      </Form>
    </>
  );
};

export default function SignIn() {
  const { name } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const words = useText().citizen.account.signIn;
  return (
    <div className="wrap narrow flow">
      {answer?.step === 'code' ? (
        <AskCode
          key={answer.phone}
          phone={answer.phone}
          shown={answer.shown}
          error={answer.error ? words[answer.error] : undefined}
        />
      ) : (
        <AskName key={name} name={answer?.name ?? name} {...(answer ? { error: words[answer.error] } : {})} />
      )}
    </div>
  );
}
