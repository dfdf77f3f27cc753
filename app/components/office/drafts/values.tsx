import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { DraftRow } from '#app/server/office/drafts/view.ts';

const SHORT = 160;

/** Every value of the draft and where it came from. */
export const DraftValues = ({ rows }: { readonly rows: readonly DraftRow[] }) => {
  const { drafts: words } = useOfficeText();
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{words.values}</h2>
      </div>
      <table className="rc">
        <caption className="vh">{words.values}</caption>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.origin}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              <td className="nowrap">{row.part}</td>
              <td data-l={words.value}>{row.value}</td>
              <td data-l={words.origin} className="small">
                {row.origins.map((origin, each) => (
                  <span key={each} className="block">
                    {words.hows[origin.how]}
                    {origin.from ? (
                      <>
                        {' '}
                        <code>{origin.from}</code>
                      </>
                    ) : null}
                    {origin.words && origin.words !== row.value ? (
                      <>
                        {' '}
                        <q className="muted">
                          {origin.words.slice(0, SHORT)}
                          {origin.words.length > SHORT ? '…' : ''}
                        </q>
                      </>
                    ) : null}
                  </span>
                ))}
                {row.more > 0 ? <span className="muted block">{words.more(row.more)}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
