import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { takePoint } from '#app/server/rate-limits.ts';
import { counterUnit, kindOf, queueKinds, takeNumber, ticketsToday } from '#app/server/staff/queue.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/lay-so/:unit');
  const unit = await counterUnit(context, params['unit'] ?? '');
  const search = new URL(request.url).searchParams;
  const tickets = await ticketsToday(context, unit.code);
  const kinds = await queueKinds(context, locale);
  const ticket = tickets.find(({ number }) => number === Number(search.get('so')));
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).queue.kiosk.title),
    unit: unit.code,
    name: unit.name,
    busy: search.has('ban'),
    kinds,
    ticket: ticket
      ? {
          number: ticket.number,
          service: kinds.find(({ id }) => id === ticket.service)?.name ?? '',
          takenAt: ticket.takenAt,
          before: tickets.filter(({ state, number }) => state === 'waiting' && number < ticket.number).length,
        }
      : null,
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  await authorize({ request, context }, '/lay-so/:unit');
  const unit = await counterUnit(context, params['unit'] ?? '');
  if (!(await takePoint(context.limits.ticket, context.address))) return redirect(`/lay-so/${unit.code}?ban`);
  const service = await kindOf(context, String((await request.formData()).get('loai') ?? ''));
  // What was chosen may have been taken off meanwhile; without kinds, a number is for anything.
  if (service === undefined && (await context.service.queueKinds.all()).length > 0)
    return redirect(`/lay-so/${unit.code}`);
  const { number } = await takeNumber(context, unit.code, service ?? '');
  return redirect(`/lay-so/${unit.code}?so=${number}`);
};

export default function TakeNumber() {
  const { unit, name, ticket, busy, kinds } = useLoaded<typeof loader>();
  const { queue } = useStaffText();
  const words = queue.kiosk;
  if (ticket)
    return (
      <section className="ticket">
        <p>{name}</p>
        <h1>
          <span className="label">{words.yours}</span> <span className="big num">{ticket.number}</span>
        </h1>
        <p>
          {ticket.service === '' ? '' : `${ticket.service}, `}
          {formatTime(ticket.takenAt)} {formatDay(ticket.takenAt)}
        </p>
        <p>{words.before(ticket.before)}</p>
        <p>{words.wait}</p>
        <p className="acts noprint">
          <button
            className="btn"
            type="button"
            onClick={() => {
              window.print();
            }}
          >
            {words.print}
          </button>
          <Link className="btn second" to={`/lay-so/${unit}`}>
            {words.again}
          </Link>
        </p>
      </section>
    );
  return (
    <>
      <p>{name}</p>
      <h1>{kinds.length > 0 ? words.choose : words.title}</h1>
      {busy ? <p role="alert">{words.busy}</p> : null}
      <Form method="post" className="choices">
        {kinds.map((each) => (
          <button key={each.id} className="btn big" name="loai" value={each.id}>
            {each.name}
          </button>
        ))}
        {kinds.length === 0 ? <button className="btn big">{words.take}</button> : null}
      </Form>
    </>
  );
}
