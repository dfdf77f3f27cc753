import { Link } from '@remix-run/react';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { IntakePage } from '#app/server/staff/intake-page.ts';

/** Part 1: what is handed in, who decides it, which case it is. */
export const IntakeProcedure = ({ page }: { readonly page: IntakePage }) => {
  const { counter, reception } = useStaffText();
  const words = counter.intake;
  return (
    <section className="sect">
      <header>
        <span className="n">1</span>
        <h2>{words.find}</h2>
        <span className="sp">
          <Link to={`/thu-tuc/${page.code}`}>{words.look}</Link>
        </span>
      </header>
      <b>{page.name}</b>
      <p className="small muted">
        {page.code} · {words.decides(page.deciding)}
      </p>
      {page.competent === '' ? null : (
        <p>
          {reception.elsewhere.competent}: <b>{page.competent}</b>
        </p>
      )}
      {page.cases.length > 0 ? (
        <div className="fgrid">
          <div className="field c6">
            <label htmlFor="truong-hop">{words.case}</label>
            <select id="truong-hop" name="truong-hop" defaultValue={page.chosen} data-focus-key="alt+1">
              <option value="">{words.noCase}</option>
              {page.cases.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </div>
        </div>
      ) : null}
    </section>
  );
};
