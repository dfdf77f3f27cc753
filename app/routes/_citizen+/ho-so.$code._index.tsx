import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Check, ChevronDown, Download, FilePlus, FileText, Landmark, UserRound, X } from 'lucide-react';
import { localDate } from '#engine/clock/index.ts';
import { AnswerCard } from '#app/components/answer-card.tsx';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { InstantText } from '#app/components/date-text.tsx';
import { Derivation, DueDate } from '#app/components/derivation.tsx';
import { Notice } from '#app/components/notice.tsx';
import { StateBadge } from '#app/components/state-badge.tsx';
import { formatDay, formatMoney, formatTime, weekday } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { owns } from '#app/server/dossier-access.ts';
import { takePoint } from '#app/server/rate-limits.ts';
import { degreeOf, followView } from '#app/server/views/follow-view.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** The owner sees all; who only knows the code sees how far it has come, and nothing about anybody. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale, actor } = await authorize({ request, context }, '/ho-so/:code');
  const code = params['code'] ?? '';
  if (!actor && !(await takePoint(context.limits.lookUp, context.address)))
    throw new Response(null, { status: 429, statusText: 'Too Many Requests' });
  const state = await context.service.dossiers.byCode(code);
  if (!state) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const { common, citizen } = textsFor(locale);
  const title = common.titled(citizen.follow.title(state.code));
  if (!owns(actor, state))
    return {
      title,
      code: state.code,
      signedIn: actor !== undefined,
      degree: await degreeOf(context, state),
      all: null,
    };
  const permitted = actor ? await context.service.dossiers.permitted(state, actor) : [];
  return {
    title,
    code: state.code,
    signedIn: true,
    degree: null,
    all: {
      ...(await followView(context, state, locale)),
      justPaid: new URL(request.url).searchParams.has('da-nop-tien'),
      withdrawable: permitted.some((each) => each.command === 'withdraw' && each.allowed),
    },
  };
};

type All = NonNullable<ReturnType<typeof useLoaded<typeof loader>>['all']>;

const Public = () => {
  const { code, degree, signedIn } = useLoaded<typeof loader>();
  const words = useText().citizen.follow;
  return (
    <div className="wrap narrow flow">
      <h1>{words.title(code)}</h1>
      <div className="card">
        <h2>{words.steps}</h2>
        <p>{words.degree(degree ?? 0)}</p>
        <progress className="bar" max={100} value={degree ?? 0} aria-label={words.degree(degree ?? 0)} />
      </div>
      <section className="sec">
        <h2>{words.signInTitle}</h2>
        <p>{words.signInText}</p>
        {signedIn ? null : (
          <ButtonLink to={`/dang-nhap?ve=${encodeURIComponent(`/ho-so/${code}`)}`}>{words.signIn}</ButtonLink>
        )}
      </section>
    </div>
  );
};

const When = ({ at }: { readonly at: string }) => {
  const { common } = useText();
  return (
    <>
      {formatTime(at)} {common.weekdays[weekday(localDate(at))]} {formatDay(at)}
    </>
  );
};

const Timeline = ({ all }: { readonly all: All }) => {
  const words = useText().citizen.follow;
  const done = (
    <span className="m">
      <Check className="i s" aria-hidden="true" />
    </span>
  );
  return (
    <section className="card o4">
      <h2>{words.steps}</h2>
      <ol className="tline">
        <li className="ok">
          {done}
          <b>{words.filed[all.channel]}</b>
          <p>
            <When at={all.submittedAt} />
          </p>
        </li>
        {all.acceptedAt ? (
          <li className="ok">
            {done}
            <b>{words.accepted}</b>
            <p>
              <When at={all.acceptedAt} /> · {all.unit}
            </p>
          </li>
        ) : null}
        {all.elsewhere ? (
          <li className={all.elsewhere.onTheWay ? 'now' : 'ok'}>
            {all.elsewhere.onTheWay ? <span className="m" /> : done}
            <b>{words.arrived}</b>
            <p>
              {all.elsewhere.arrivedAt ? (
                <>
                  <When at={all.elsewhere.arrivedAt} /> ·{' '}
                </>
              ) : null}
              {all.elsewhere.competent}
            </p>
          </li>
        ) : null}
        {all.steps.map((step) => {
          const task = all.tasks.find((each) => each.name === step.name);
          return (
            <li
              key={step.id}
              className={step.standing === 'done' ? 'ok' : step.standing === 'current' ? 'now' : 'todo'}
            >
              {step.standing === 'done' ? done : <span className="m" />}
              <b>{step.name}</b>
              {step.standing === 'current' && task ? <p>{task.unit}</p> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
};

const Where = ({ all }: { readonly all: All }) => {
  const words = useText().citizen.follow;
  const task = all.tasks[0];
  const [icon, title, detail] = all.ask
    ? [<UserRound key="i" className="i" aria-hidden="true" />, words.waitsForYou, words.waitsForYouText]
    : all.closed
      ? [<Check key="i" className="i" aria-hidden="true" />, words.ended, all.closedReason ?? '']
      : all.status === 'finished'
        ? [<UserRound key="i" className="i" aria-hidden="true" />, words.ready, all.unit]
        : task
          ? [
              <Landmark key="i" className="i" aria-hidden="true" />,
              task.unit,
              [task.name, task.dueAt ? words.until(`${formatTime(task.dueAt)} ${formatDay(task.dueAt)}`) : '']
                .filter(Boolean)
                .join('. '),
            ]
          : [
              <Landmark key="i" className="i" aria-hidden="true" />,
              words.atCounter(all.unit),
              all.elsewhere?.onTheWay ? words.onTheWay(all.elsewhere.competent) : '',
            ];
  return (
    <section className="card o2">
      <h2>{words.where}</h2>
      <div className="who">
        {icon}
        <p>
          <b>{title}</b>
          {detail ? (
            <>
              <br />
              <span className="muted small">{detail}</span>
            </>
          ) : null}
        </p>
      </div>
    </section>
  );
};

const Clock = ({ all }: { readonly all: All }) => {
  const words = useText().citizen.follow;
  const pick = usePick();
  return (
    <section className="card clk o3">
      <h2>{words.time}</h2>
      {all.promised ? (
        <>
          <p className="num">{pick(all.time.text)}</p>
          <p>
            {words.due}: <DueDate deadline={all.promised} />
          </p>
          <details className="more">
            <summary>
              <ChevronDown className="i s chev" aria-hidden="true" />
              {words.derivation}
            </summary>
            <Derivation deadline={all.promised} />
          </details>
        </>
      ) : (
        <p>{all.elsewhere?.onTheWay ? words.noDueYet : words.noDue}</p>
      )}
      {all.incidents.map((each) => (
        <p key={each.id} className="small">
          <b>{words.incident[each.kind]}</b>{' '}
          {words.incidentSpan(
            `${formatTime(each.from)} ${formatDay(each.from)}`,
            each.to ? `${formatTime(each.to)} ${formatDay(each.to)}` : '',
          )}
          : {each.ground}. {words.incidentText}
        </p>
      ))}
      {all.elsewhere?.clockStart === 'arrival' ? <p className="small muted">{words.countsFromArrival}</p> : null}
    </section>
  );
};

const Log = ({ all }: { readonly all: All }) => {
  const words = useText().citizen.follow;
  return (
    <section className="card hist o5">
      <h2>{words.log}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {all.log.map((row) => (
            <tr key={row.seq}>
              <td>
                <InstantText at={row.at} />
              </td>
              <td>
                {row.text}
                <small>{row.by ?? words.automatic}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** What is still to pay, and what was paid. */
const Money = ({ all }: { readonly all: All }) => {
  const { pay: words } = useText().citizen.follow;
  if (all.owed.length + all.paid.length === 0) return null;
  return (
    <section className="card o4">
      {all.owed.length > 0 ? (
        <>
          <h2>{words.card}</h2>
          <ul className="plain">
            {all.owed.map((line) => (
              <li key={line.fee}>
                {line.name}: <b className="num">{formatMoney(line.amount)}</b>
              </li>
            ))}
          </ul>
          <p>
            <Link className="a44" to={`/ho-so/${all.code}/nop-tien`}>
              {words.title}
            </Link>
          </p>
        </>
      ) : null}
      {all.paid.length > 0 ? (
        <>
          <h2>{words.paidCard}</h2>
          <ul className="plain">
            {all.paid.map((line) => (
              <li key={line.key}>
                {line.name}: <b className="num">{formatMoney(line.amount)}</b> {words.paid(line.method)}
                <p className="small muted">
                  {formatTime(line.at)} {formatDay(line.at)}
                  {line.reference ? ` · ${words.transaction(line.reference)}` : ''}
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
};

/** What was handed in with it: of linked procedures there is one receipt, and a dossier for each agency. */
const TogetherCard = ({ together }: { readonly together: NonNullable<All['together']> }) => {
  const words = useText().citizen.follow.together;
  return (
    <section className="card o4">
      <h2>{together.group === null ? words.visit : words.linked}</h2>
      {together.group === null ? null : <p className="muted">{together.group}</p>}
      <ul className="rowlist">
        {together.dossiers.map((each) => (
          <li key={each.code}>
            {each.own ? <b>{each.name}</b> : <Link to={`/ho-so/${each.code}`}>{each.name}</Link>}{' '}
            <StateBadge status={each.status} />
            <p className="small muted">
              {each.code}
              {each.due ? ` · ${words.due(`${formatTime(each.due)} ${formatDay(each.due)}`)}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Whole = ({ all }: { readonly all: All }) => {
  const { follow: words, question } = useText().citizen;
  const owing = all.owed.find(({ kind }) => kind === 'obligation');
  return (
    <div className="wrap">
      <Breadcrumb items={[{ to: '/toi', label: words.mine }, { label: all.code }]} />
      <div className="fh">
        <h1>{all.name}</h1>
        <StateBadge status={all.status} />
      </div>
      <p className="codeline">
        <span>
          {words.code} <b>{all.code}</b>
        </span>
        <span>{words.applicant(all.applicant)}</span>
        <span>{words.procedure(all.procedure)}</span>
      </p>
      <div className="grid2">
        <div className="stack">
          {all.justPaid ? (
            <Notice kind="ok" live>
              <p>{words.pay.thanks}</p>
            </Notice>
          ) : null}
          {all.status === 'refused' ? (
            <Notice kind="danger" title={words.refused}>
              <p>{all.closedReason}</p>
            </Notice>
          ) : null}
          {all.ask ? (
            <section className="ask o1" aria-labelledby="bo-sung">
              <div className="h">
                <FilePlus className="i" aria-hidden="true" />
                <div>
                  <h2 id="bo-sung">{words.ask.title(all.ask.papers.length)}</h2>
                  <p>{words.ask.text(formatDay(all.ask.askedAt))}</p>
                </div>
              </div>
              <div className="b">
                <ul className="plain">
                  {all.ask.papers.map((paper) => (
                    <li key={paper.name}>
                      <b>{paper.name}</b>
                      <span>{paper.what}</span>
                    </li>
                  ))}
                </ul>
                <p>{all.ask.reason}</p>
                <ButtonLink to={`/ho-so/${all.code}/bo-sung`}>{words.ask.go}</ButtonLink>
              </div>
            </section>
          ) : null}
          {owing ? (
            <section className="ask o1" aria-labelledby="nop-tien">
              <div className="h">
                <Landmark className="i" aria-hidden="true" />
                <div>
                  <h2 id="nop-tien">{words.pay.obligation}</h2>
                  <p>{words.pay.obligationText}</p>
                </div>
              </div>
              <div className="b">
                <ul className="plain">
                  <li>
                    <b>{owing.name}</b>
                    <span>{formatMoney(owing.amount)}</span>
                  </li>
                </ul>
                {owing.reason ? <p>{owing.reason}</p> : null}
                <ButtonLink to={`/ho-so/${all.code}/nop-tien`}>{words.pay.title}</ButtonLink>
              </div>
            </section>
          ) : null}
          {all.question ? (
            <section className="ask o1" aria-labelledby="quy-dinh-moi">
              <div className="h">
                <FilePlus className="i" aria-hidden="true" />
                <div>
                  <h2 id="quy-dinh-moi">{question.card}</h2>
                  <p>{question.cardText(`${formatTime(all.question.until)} ${formatDay(all.question.until)}`)}</p>
                </div>
              </div>
              <div className="b">
                <ButtonLink to={`/ho-so/${all.code}/quy-dinh-moi`}>{question.go}</ButtonLink>
              </div>
            </section>
          ) : null}
          {all.results.length > 0 ? (
            <section className="card o1">
              <h2>{words.results}</h2>
              <ul className="plain">
                {all.results.map((result) => (
                  <li key={result.hash}>
                    <a className="a44" href={`/ho-so/${all.code}/ket-qua/${result.hash}`}>
                      <Download className="i s" aria-hidden="true" />
                      {words.download(result.refusal ? words.refusal : result.name)}
                    </a>
                    {result.number ? <p className="small muted">{words.number(result.number)}</p> : null}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <Timeline all={all} />
          {all.together ? <TogetherCard together={all.together} /> : null}
          <Log all={all} />
          <details className="more o6">
            <summary>
              <ChevronDown className="i s chev" aria-hidden="true" />
              {words.answers}
            </summary>
            {all.pages.map((page) => (
              <AnswerCard key={page.id} title={page.title} rows={page.rows} />
            ))}
            <ul className="plain">
              {all.papers.map((paper) => (
                <li key={paper.name}>
                  <b>{paper.name}</b>
                  {paper.files.map((file) => (
                    <p key={file.hash}>
                      <a className="a44" href={`/ho-so/${all.code}/tep/${file.hash}`}>
                        {file.name}
                      </a>
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          </details>
        </div>
        <aside className="stack">
          <Where all={all} />
          <Clock all={all} />
          <Money all={all} />
          <section className="card acts2 o6">
            <h2>{words.other}</h2>
            <a href={`/ho-so/${all.code}/phieu.pdf`}>
              <FileText className="i s" aria-hidden="true" />
              {all.acceptedAt ? words.receipt : words.slip}
            </a>
            {all.withdrawable ? (
              <Link to={`/ho-so/${all.code}/rut`}>
                <X className="i s" aria-hidden="true" />
                {words.withdraw}
              </Link>
            ) : null}
          </section>
        </aside>
      </div>
    </div>
  );
};

export default function Follow() {
  const { all } = useLoaded<typeof loader>();
  return all ? <Whole all={all} /> : <Public />;
}
