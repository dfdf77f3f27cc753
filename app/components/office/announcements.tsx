import { Form } from '@remix-run/react';
import { Choice, Line, type CommandBase } from '#app/components/staff/command-form.tsx';
import { DossierCode } from '#app/components/staff/dossier-code.tsx';
import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { AnnounceAnswer, recountsOf } from '#app/server/office/announce.ts';

type Recounts = Awaited<ReturnType<typeof recountsOf>>;

const KINDS = ['off', 'make-up', 'closure'] as const;

/** A day announced after the calendar was loaded: what changes, by which document. */
export const AnnounceForm = ({
  calendar,
  answer,
}: {
  readonly calendar: string;
  readonly answer: AnnounceAnswer | undefined;
}) => {
  const { announce: words } = useOfficeText().admin.calendar;
  const base: CommandBase = { key: '', seq: 0, typed: answer?.typed ?? {}, problems: answer?.problems ?? [] };
  return (
    <Form method="post" className="card slim" noValidate id="cong-bo">
      <h2>{words.title}</h2>
      <p className="small muted">{words.text}</p>
      <input type="hidden" name="lich" value={calendar} />
      <Choice
        base={base}
        name="thay-doi"
        label={words.kind}
        options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <Line base={base} name="ngay" label={words.day} />
      <Line base={base} name="den" label={words.to} />
      <Line base={base} name="don-vi" label={words.unit} />
      <Line base={base} name="ten-ngay" label={words.name} />
      <Line base={base} name="van-ban" label={words.source} />
      <div className="act">
        <button className="btn">{words.do}</button>
      </div>
    </Form>
  );
};

const Touched = ({ recount }: { readonly recount: Recounts[number] }) => {
  const { announce: words } = useOfficeText().admin.calendar;
  if (recount.touched.length === 0) return null;
  return (
    <>
      <table className="rc">
        <caption className="vh">{words.done(recount.count, recount.examined)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.code}</th>
            <th scope="col">{words.columns.before}</th>
            <th scope="col">{words.columns.after}</th>
            <th scope="col">{words.columns.promised}</th>
          </tr>
        </thead>
        <tbody>
          {recount.touched.map((row) => (
            <tr key={row.dossier}>
              <td>
                <DossierCode code={row.code} />
              </td>
              <td data-l={words.columns.before} className="num">
                {formatDate(row.before)}
              </td>
              <td data-l={words.columns.after} className="num">
                {formatDate(row.after)}
              </td>
              <td data-l={words.columns.promised}>
                <span className="num">{row.promised === '' ? '' : formatDate(row.promised)}</span>
                {row.promisedOnDayOff ? <div className="small muted">{words.onDayOff}</div> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {recount.count > recount.touched.length ? (
        <p className="muted small">{words.more(recount.count - recount.touched.length)}</p>
      ) : null}
    </>
  );
};

/** What was announced, and which dossiers it touched. */
export const Announced = ({ recounts }: { readonly recounts: Recounts }) => {
  const { announce: words } = useOfficeText().admin.calendar;
  return (
    <section className="card">
      <h2>{words.list}</h2>
      {recounts.length === 0 ? <p className="muted">{words.none}</p> : null}
      {recounts.map((recount) => {
        const { announcement: said } = recount;
        const days =
          said.kind === 'closure' && said.to !== said.day
            ? `${formatDate(said.day)} – ${formatDate(said.to)}`
            : formatDate(said.day);
        return (
          <article key={recount.id}>
            <p>
              <b>{words.said(words.kinds[said.kind], days, said.name.vi, said.source)}</b>
            </p>
            <p className="muted small">
              {words.when(`${formatTime(recount.at)} ${formatDay(recount.at)}`, recount.by)}.{' '}
              {recount.done ? words.done(recount.count, recount.examined) : words.running}
            </p>
            <Touched recount={recount} />
          </article>
        );
      })}
    </section>
  );
};
