import { Link, useSearchParams } from '@remix-run/react';
import { DiagramLegend, ProcessDiagram } from '#app/components/diagram/index.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { RouteView } from '#app/server/office/findings/route.ts';

/** The route on the drawing, walked step by step by links: by keyboard and without scripts as well. */
export const Route = ({ view }: { readonly view: RouteView }) => {
  const { route: words } = useOfficeText().findings;
  const [search] = useSearchParams();
  const { at, steps } = view;
  const all = steps.length;
  const to = (step: number): string => {
    const next = new URLSearchParams(search);
    next.set('buoc', String(step));
    return `?${next.toString()}`;
  };
  const name = steps[at - 1]?.name ?? '';
  const title = all > 0 ? words.title : words.diagram;
  const moves = [
    { label: words.first, step: 1, possible: at > 1 },
    { label: words.previous, step: at - 1, possible: at > 1 },
    { label: words.next, step: at + 1, possible: at < all },
    { label: words.last, step: all, possible: at < all },
  ];
  return (
    <section className="card flush froute" id="so-do" tabIndex={-1} aria-labelledby="so-do-ten">
      <div className="cardtitle">
        <h2 id="so-do-ten">{title}</h2>
        {all > 0 ? <DiagramLegend /> : null}
      </div>
      <ProcessDiagram view={view.diagram} title={all > 0 ? words.step(at, all, name) : title} />
      {all > 0 ? (
        <div className="fplay">
          <p className="fnow" role="status">
            <b>{words.step(at, all, name)}</b>
            {at === all ? `, ${words.stops}` : ''}
          </p>
          <nav className="fmoves" aria-label={words.title}>
            {moves.map(({ label, step, possible }) =>
              possible ? (
                <Link key={label} className="btn second s" to={to(step)} preventScrollReset replace>
                  {label}
                </Link>
              ) : (
                <span key={label} className="btn second s foff" aria-disabled="true">
                  {label}
                </span>
              ),
            )}
          </nav>
          <details className="more">
            <summary>{words.list}</summary>
            <ol className="fsteps">
              {steps.map((step, index) => (
                <li key={index}>
                  <Link
                    to={to(index + 1)}
                    aria-current={index + 1 === at ? 'step' : undefined}
                    preventScrollReset
                    replace
                  >
                    {step.name}
                  </Link>
                  {index + 1 === all ? <span>: {words.stops}</span> : null}
                </li>
              ))}
            </ol>
            {view.doings.length > 0 ? (
              <>
                <h3>{words.doings}</h3>
                <ol>
                  {view.doings.map((doing, index) => (
                    <li key={index}>{doing}</li>
                  ))}
                </ol>
              </>
            ) : null}
          </details>
        </div>
      ) : null}
    </section>
  );
};
