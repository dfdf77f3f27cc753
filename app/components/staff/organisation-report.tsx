import { Link } from '@remix-run/react';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import type { OrganisationView } from '#app/server/staff/organisation-view.ts';

type Named = OrganisationView['changes'][number]['from'][number];

const Names = ({ units }: { readonly units: readonly Named[] }) => {
  const { organisation: words } = useOfficeText();
  if (units.length === 0) return <span className="muted">{words.none}</span>;
  return (
    <ul className="plain">
      {units.map(({ code, name }) => (
        <li key={code}>
          {name} <small className="muted mono">{code}</small>
        </li>
      ))}
    </ul>
  );
};

/** Four figures: units, procedures, people, dossiers. */
export const OrganisationCounts = ({ view }: { readonly view: OrganisationView }) => {
  const { tiles } = useOfficeText().organisation;
  const figures = [
    { label: tiles.units, value: tiles.unitsText(view.unitsBefore, view.unitsAfter), note: '' },
    { label: tiles.procedures, value: String(view.moved.total), note: tiles.ofProcedures(view.inForce) },
    { label: tiles.people, value: String(view.people), note: tiles.roles(view.assignments) },
    { label: tiles.dossiers, value: String(view.handedOver), note: tiles.dossiersText },
  ];
  return (
    <section className="card flush counts">
      {figures.map(({ label, value, note }) => (
        <div key={label}>
          <p className="k">{label}</p>
          <p className="v">{value}</p>
          <small className="muted">{note}</small>
        </div>
      ))}
    </section>
  );
};

const More = ({ shown, total }: { readonly shown: number; readonly total: number }) => {
  const { organisation: words } = useOfficeText();
  return total > shown ? <p className="pad small muted">{words.more(total - shown)}</p> : null;
};

const Changes = ({ view }: { readonly view: OrganisationView }) => {
  const { organisation: words } = useOfficeText();
  const { columns } = words;
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{words.changes}</h2>
        {view.rollsBack ? null : <span className="muted sp">{view.changes.length}</span>}
      </div>
      {view.rollsBack ? (
        <div className="pad">
          <p>
            <b>{words.back(view.rollsBack)}</b>
          </p>
          <p className="muted">{words.backText}</p>
        </div>
      ) : (
        <table className="rc">
          <caption className="vh">{words.changes}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.kind}</th>
              <th scope="col">{columns.from}</th>
              <th scope="col">{columns.into}</th>
              <th scope="col">{columns.heir}</th>
            </tr>
          </thead>
          <tbody>
            {view.changes.map((change, place) => (
              <tr key={place}>
                <th scope="row">{words.kinds[change.kind]}</th>
                <td data-l={columns.from}>
                  <Names units={change.from} />
                </td>
                <td data-l={columns.into}>
                  <Names units={change.into} />
                </td>
                <td data-l={columns.heir}>
                  <Names units={change.heir} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const Reused = ({ view }: { readonly view: OrganisationView }) => {
  const { organisation: words } = useOfficeText();
  const columns = words.reusedColumns;
  if (view.reused.length === 0) return null;
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{words.reused}</h2>
      </div>
      <p className="pad muted">{words.reusedText(view.reused.length)}</p>
      <table className="rc">
        <caption className="vh">{words.reused}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.code}</th>
            <th scope="col">{columns.before}</th>
            <th scope="col">{columns.after}</th>
          </tr>
        </thead>
        <tbody>
          {view.reused.map(({ code, before, after }) => (
            <tr key={code}>
              <th scope="row" className="mono">
                {code}
              </th>
              <td data-l={columns.before}>{before}</td>
              <td data-l={columns.after}>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Dossiers = ({ view }: { readonly view: OrganisationView }) => {
  const { organisation: words } = useOfficeText();
  const columns = words.dossierColumns;
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{words.dossiers}</h2>
        <b className="sp">{view.open}</b>
      </div>
      {view.dossiers.rows.length === 0 ? (
        <p className="pad muted">{words.noDossiers}</p>
      ) : (
        <table className="rc">
          <caption className="vh">{words.dossiers}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.from}</th>
              <th scope="col">{columns.to}</th>
              <th scope="col" className="num">
                {columns.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.dossiers.rows.map(({ from, to, count }) => (
              <tr key={`${from.code} ${to.code}`}>
                <td data-l={columns.from}>{from.name}</td>
                <td data-l={columns.to}>{to.name}</td>
                <td data-l={columns.count} className="num r">
                  {count}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More shown={view.dossiers.rows.length} total={view.dossiers.total} />
    </section>
  );
};

const Moved = ({ view }: { readonly view: OrganisationView }) => {
  const { organisation: words } = useOfficeText();
  const { common } = useText();
  const columns = words.movedColumns;
  const levels: Readonly<Record<string, string>> = common.levels;
  if (view.moved.total === 0) return null;
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{words.moved}</h2>
        <b className="sp">{view.moved.total}</b>
      </div>
      <table className="rc">
        <caption className="vh">{words.moved}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.code}</th>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.to}</th>
          </tr>
        </thead>
        <tbody>
          {view.moved.rows.map(({ code, name, to }) => (
            <tr key={code}>
              <th scope="row" className="nowrap">
                <Link to={`/danh-muc/${code}`}>{code}</Link>
              </th>
              <td data-l={columns.name}>{name}</td>
              <td data-l={columns.to}>{to.map((place) => levels[place] ?? place).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More shown={view.moved.rows.length} total={view.moved.total} />
    </section>
  );
};

const Unstaffed = ({ view }: { readonly view: OrganisationView }) => {
  const { organisation: words } = useOfficeText();
  if (view.unstaffed.length === 0) return null;
  return (
    <details className="card more">
      <summary>
        {words.unstaffed} ({view.unstaffed.length})
      </summary>
      <Names units={view.unstaffed} />
    </details>
  );
};

/** Everything that a reorganisation would do, or did, in one column. */
export const OrganisationReport = ({ view }: { readonly view: OrganisationView }) => (
  <div className="stack">
    <Changes view={view} />
    <Dossiers view={view} />
    <Reused view={view} />
    <Moved view={view} />
    <Unstaffed view={view} />
  </div>
);
