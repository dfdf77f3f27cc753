import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { at, localDate } from '#engine/clock/index.ts';
import { Button } from '#app/components/button.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Field } from '#app/components/field.tsx';
import { formatDate, formatDay, formatTime, weekday } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { saveClock } from '#app/server/demo-clock.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const onlyInDemo = (demo: boolean): void => {
  if (!demo) throw new Response(null, { status: 404, statusText: 'Not Found' });
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/demo/dong-ho');
  onlyInDemo(context.config.demo);
  const { common, citizen } = textsFor(locale);
  return { title: common.titled(citizen.account.clock.title), now: context.clock.now() };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  await authorize({ request, context }, '/demo/dong-ho');
  onlyInDemo(context.config.demo);
  const form = await request.formData();
  const days = Number(form.get('them'));
  if (form.has('them') && Number.isInteger(days) && days > 0 && days <= 366) {
    context.clock.set(new Date(Date.parse(context.clock.now()) + days * 86_400_000).toISOString());
  } else if (form.has('tro-ve')) {
    context.clock.set(undefined);
  } else {
    const date = readTypedDate(String(form.get('ngay') ?? ''));
    const time = String(form.get('gio') ?? '').trim();
    if (!date || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { error: 'bad' as const };
    context.clock.set(at(date, time));
  }
  await saveClock(context.service.store, context.clock);
  return redirect('/demo/dong-ho');
};

export default function DemoClock() {
  const { now } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const { common, citizen } = useText();
  const words = citizen.account.clock;
  const error = answer ? words[answer.error] : undefined;
  return (
    <div className="wrap narrow flow">
      <ErrorSummary lines={error ? [{ target: 'ngay', text: error }] : []} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        {words.now}{' '}
        <b>
          {formatTime(now)} {common.weekdays[weekday(localDate(now))]}, {formatDay(now)}
        </b>
      </p>
      <Form method="post" reloadDocument key={now}>
        <Field
          id="ngay"
          name="ngay"
          label={words.date}
          error={error}
          defaultValue={formatDate(localDate(now))}
          inputMode="numeric"
          className="short"
        />
        <Field
          id="gio"
          name="gio"
          label={words.time}
          hint={words.timeHint}
          defaultValue={formatTime(now)}
          inputMode="numeric"
          className="short"
        />
        <div className="acts">
          <Button>{words.set}</Button>
        </div>
      </Form>
      <h2>{words.forward}</h2>
      <Form method="post" reloadDocument className="acts">
        <Button look="second" name="them" value="1">
          {words.day}
        </Button>
        <Button look="second" name="them" value="7">
          {words.week}
        </Button>
        <Button look="quiet" name="tro-ve" value="1">
          {words.reset}
        </Button>
      </Form>
    </div>
  );
}
