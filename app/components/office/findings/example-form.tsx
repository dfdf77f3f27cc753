import { Link, useSearchParams } from '@remix-run/react';
import { PageForm } from '#app/forms/page-form.tsx';
import { errorSchemaOf } from '#app/forms/problem-errors.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import type { ExampleForm as View } from '#app/server/office/findings/example.ts';

/** A page of the form as a citizen would see it, with the example's answers; nothing in it can be changed. */
export const ExampleForm = ({ view }: { readonly view: View }) => {
  const { form: words } = useOfficeText().findings;
  const { locale } = useText();
  const [search] = useSearchParams();
  const to = (page: string): string => {
    const next = new URLSearchParams(search);
    next.set('trang-mau', page);
    return `?${next.toString()}#bieu-mau`;
  };
  const marks = view.marked.map((path) => ({
    code: 'mark',
    path,
    message: { vi: words.mark, en: words.mark },
    severity: 'error' as const,
  }));
  return (
    <section className="card fform" id="bieu-mau" tabIndex={-1} aria-labelledby="bieu-mau-ten">
      <div className="cardtitle">
        <h2 id="bieu-mau-ten">{words.title}</h2>
        <span className="muted">{words.readOnly}</span>
      </div>
      {view.hidden ? <p className="note warn">{words.hidden}</p> : null}
      {view.pages.length > 1 ? (
        <nav className="views" aria-label={words.pages}>
          {view.pages.map((page) => (
            <Link
              key={page.id}
              to={to(page.id)}
              aria-current={page.id === view.page ? 'page' : undefined}
              preventScrollReset
            >
              {page.title}
            </Link>
          ))}
        </nav>
      ) : null}
      <fieldset disabled className="ffields" key={view.page}>
        <legend>{view.title}</legend>
        <PageForm
          schema={view.schema}
          uiSchema={view.uiSchema}
          answers={view.answers}
          errors={errorSchemaOf(marks, locale)}
          context={view.context}
        />
      </fieldset>
    </section>
  );
};
