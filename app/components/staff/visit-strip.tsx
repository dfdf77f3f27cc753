import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { VisitView } from '#app/server/staff/visit.ts';

/** The applications of one visit: going to another saves this one; one more may be added for the same person. */
export const VisitStrip = ({ visit }: { readonly visit: VisitView }) => {
  const { visit: words } = useStaffText().counter;
  const { dossiers, group } = visit;
  return (
    <nav className="card visitstrip" aria-label={words.title}>
      <b>{group ?? words.title}</b>
      <ol className="plain">
        {dossiers.map((each, index) => (
          <li key={each.id} id={`ho-so-${index + 1}`} tabIndex={-1}>
            <button
              className="btn second"
              name="viec"
              value={`sang:${each.id}`}
              form="ho-so"
              aria-current={each.current ? 'step' : undefined}
            >
              <span>
                {index + 1}. {each.name}
              </span>
              <small>{each.lacking === 0 ? words.ready : words.lacking(each.lacking)}</small>
            </button>
          </li>
        ))}
      </ol>
      {group === undefined ? (
        <button className="btn second s" name="viec" value="them" form="ho-so" data-key="alt+a">
          {words.add} <kbd aria-hidden="true">Alt A</kbd>
        </button>
      ) : null}
    </nav>
  );
};
