import { Form, Link } from '@remix-run/react';
import { Field } from '#app/components/field.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { useText } from '#app/i18n/use-text.ts';
import type { ProcedurePage } from '#app/server/views/procedure-page.ts';

interface About {
  readonly page: ProcedurePage;
}

/** "Từ ngày …": every version, each at an address that stays, and a way to any other day. */
export const Versions = ({ page }: About) => {
  const words = useText().citizen.procedure;
  return (
    <section id="phien-ban">
      <h2>{words.versions}</h2>
      <p className="muted">{words.versionsLead}</p>
      <ul className="vers">
        {page.versions.map((version) => (
          <li key={`${version.number} ${version.from} ${version.hash}`}>
            <span className="w">
              {version.to
                ? `${formatDate(version.from)} – ${formatDate(version.to)}`
                : words.versionFrom(formatDate(version.from))}
              <small>
                {words.versionNumber(version.number)}
                {version.current ? `, ${words.current}` : ''}
              </small>
            </span>
            <p>
              {words.decision(version.decision)}
              {version.corrects ? ` (${words.corrects(version.corrects)})` : ''}{' '}
              <Link to={version.address} aria-label={`${words.see}: ${words.versionFrom(formatDate(version.from))}`}>
                {words.see}
              </Link>
            </p>
          </li>
        ))}
      </ul>
      <Form className="dayform" method="get" action={`/thu-tuc/${page.code}`} key={page.day ?? ''}>
        <Field
          id="ngay"
          name="ngay"
          label={words.otherDay}
          hint={words.otherDayHint}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={page.day ? formatDate(page.day) : ''}
        />
        <button className="btn second">{words.show}</button>
      </Form>
    </section>
  );
};

/** What this page can be cited and checked by. */
export const Proof = ({ page }: About) => {
  const words = useText().citizen.procedure;
  if (!page.hash) return null;
  const address = `/thu-tuc/${page.code}/phien-ban/${page.hash}`;
  return (
    <p className="small muted proof">
      {page.shown === 'current' ? null : `${words.stays} `}
      {words.contentHash}:{' '}
      <Link to={address}>
        <code>{page.hash}</code>
      </Link>
      {'. '}
      <a href={`${address}/noi-dung`}>{words.contentFile}</a>
      {' · '}
      <Link to={`/quyet-dinh/nhat-ky?thu-tuc=${page.code}`}>{words.log}</Link>
    </p>
  );
};
