import type { LoaderFunctionArgs } from '@remix-run/node';
import { CircleCheck, Printer } from 'lucide-react';
import { deadline } from '#engine/clock/index.ts';
import { limitFor } from '#engine/dossier/index.ts';
import { ButtonLink } from '#app/components/button.tsx';
import { Derivation, DueDate } from '#app/components/derivation.tsx';
import { Qr } from '#app/components/qr.tsx';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { ownDossier } from '#app/server/dossier-access.ts';
import { verifyToken } from '#app/server/papers/index.ts';
import { qrPath } from '#app/server/qr.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { visitor, state } = await ownDossier({ request, context, params }, '/ho-so/:code/da-nop');
  const { common, citizen } = textsFor(visitor.locale);
  const prepared = await context.service.catalogue.release(state.releaseHash);
  const { procedure } = prepared.release;
  const unit = await context.service.units.byCode(state.receivingUnit);
  const row = limitFor(procedure, {
    channel: state.channel,
    ...(state.case ? { case: state.case } : {}),
    ...(unit ? { level: unit.level } : {}),
  });
  const expected =
    state.promised ??
    deadline(await context.service.units.calendar(state.receivingUnit), {
      from: state.submittedAt,
      limit: row?.promised ?? row?.legal ?? { kind: 'none' },
    });
  return {
    title: common.titled(citizen.intake.done.title),
    code: state.code,
    name: pick(procedure.name, visitor.locale),
    who: state.applicant.name,
    at: state.submittedAt,
    unit: unit?.name ?? '',
    expected,
    owes: (await context.service.payments.owed(state)).length > 0,
    qr: qrPath(`${context.config.origins[0] ?? ''}/xac-minh/${verifyToken(state)}`),
  };
};

export default function Submitted() {
  const data = useLoaded<typeof loader>();
  const { intake, follow } = useText().citizen;
  const words = intake.done;
  const { pay } = follow;
  return (
    <div className="wrap narrow flow">
      <article className="done">
        <div className="a">
          <div>
            <h1>
              <CircleCheck className="i" aria-hidden="true" />
              <span>{words.title}</span>
            </h1>
            <p className="muted">{words.text(data.name, data.who, `${formatTime(data.at)} ${formatDay(data.at)}`)}</p>
            <span className="lbl">{words.code}</span>
            <strong className="code">{data.code}</strong>
          </div>
          <div className="qrbox">
            <Qr {...data.qr} label={`${words.scan}: ${data.code}`} />
            <small>{words.scan}</small>
          </div>
        </div>
        <div className="due">
          <span className="lbl">{words.expected}</span>
          <p className="big">
            <DueDate deadline={data.expected} />
          </p>
          {data.expected.lines.length > 0 ? <Derivation deadline={data.expected} /> : null}
          <p className="rule">{words.rule}</p>
        </div>
      </article>
      <section className="sec">
        <h2>{words.next}</h2>
        <ol className="steps">
          <li>
            <b>{words.step1}</b>
            <p>{words.step1Text}</p>
          </li>
          <li>
            <b>{words.step2(data.unit)}</b>
            <p>{words.step2Text}</p>
          </li>
          <li>
            <b>{words.step3}</b>
          </li>
        </ol>
      </section>
      <div className="acts">
        <ButtonLink to={`/ho-so/${data.code}`}>{words.follow}</ButtonLink>
        {data.owes ? (
          <ButtonLink look="second" to={`/ho-so/${data.code}/nop-tien`}>
            {pay.title}
          </ButtonLink>
        ) : null}
        <ButtonLink look="second" document to={`/ho-so/${data.code}/phieu.pdf`}>
          <Printer className="i s" aria-hidden="true" />
          {words.slip}
        </ButtonLink>
      </div>
    </div>
  );
}
