import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Field } from '#app/components/field.tsx';
import { readIdNumber } from '#app/forms/phone.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { safePath } from '#app/server/safe-path.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/dang-nhap/ho-ten');
  const { common, citizen } = textsFor(locale);
  return {
    title: common.titled(citizen.account.fullName.title),
    back: safePath(new URL(request.url).searchParams.get('ve'), '/toi'),
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/dang-nhap/ho-ten');
  const form = await request.formData();
  const name = String(form.get('ho-ten') ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
  const typedId = String(form.get('so-dinh-danh') ?? '')
    .trim()
    .slice(0, 30);
  const back = safePath(String(form.get('ve') ?? ''), '/toi');
  if (!/\p{L}/u.test(name)) return { name, typedId, field: 'ho-ten' as const, error: 'badName' as const };
  const idNumber = typedId === '' ? undefined : readIdNumber(typedId);
  if (typedId !== '' && !idNumber) return { name, typedId, field: 'so-dinh-danh' as const, error: 'badId' as const };
  const people = context.service.store.people;
  const holder = idNumber ? await people.byIdNumber(idNumber) : undefined;
  // Who only says a number keeps nobody from theirs.
  if (holder?.idVerified && holder.id !== actor.id)
    return { name, typedId, field: 'so-dinh-danh' as const, error: 'takenId' as const };
  const person = await people.byId(actor.id);
  if (!person) throw new Response(null, { status: 403 });
  const { idVerified, ...rest } = person;
  const known = idVerified && (idNumber === undefined || idNumber === person.idNumber) ? { idVerified } : {};
  const saved = await people.put([{ ...rest, ...known, name, ...(idNumber ? { idNumber } : {}) }], []);
  if (!saved.ok) throw new Response(null, { status: 409 });
  return redirect(back);
};

export default function FullName() {
  const { back } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const { citizen, forms } = useText();
  const words = citizen.account.fullName;
  const error = answer ? words[answer.error] : undefined;
  const at = (field: string): string | undefined => (answer?.field === field ? error : undefined);
  return (
    <div className="wrap narrow flow">
      <ErrorSummary lines={answer && error ? [{ target: answer.field, text: error }] : []} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="ve" value={back} />
        <Field
          id="ho-ten"
          name="ho-ten"
          label={words.name}
          hint={words.hint}
          error={at('ho-ten')}
          defaultValue={answer?.name}
          autoComplete="name"
        />
        <Field
          id="so-dinh-danh"
          name="so-dinh-danh"
          label={words.id}
          optionalText={forms.optional}
          error={at('so-dinh-danh')}
          defaultValue={answer?.typedId}
          inputMode="numeric"
        />
        <div className="acts">
          <Button>{words.save}</Button>
        </div>
      </Form>
    </div>
  );
}
