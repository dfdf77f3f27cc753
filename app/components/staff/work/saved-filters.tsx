import { Form, Link } from '@remix-run/react';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { SavedFilter } from '#app/server/staff/saved-filters.ts';

/** Filters kept under a name, and the box that keeps the present one. */
export const SavedFilters = ({ saved, query }: { readonly saved: readonly SavedFilter[]; readonly query: string }) => {
  const { work: words } = useStaffText();
  if (saved.length === 0 && query === '') return null;
  return (
    <div className="sfilters">
      {saved.length > 0 ? <span className="muted">{words.saved}:</span> : null}
      {saved.map((filter) => (
        <Form key={filter.name} method="post" className="inline">
          <Link to={`/cong-viec?${filter.query}`}>{filter.name}</Link>
          <input type="hidden" name="viec" value="xoa-bo-loc" />
          <input type="hidden" name="ten" value={filter.name} />
          <input type="hidden" name="loc" value={query} />
          <button className="btn quiet s" aria-label={words.drop(filter.name)}>
            {words.remove}
          </button>
        </Form>
      ))}
      {query === '' ? null : (
        <Form method="post" className="inline">
          <input type="hidden" name="viec" value="luu-bo-loc" />
          <input type="hidden" name="loc" value={query} />
          <input type="text" name="ten" maxLength={60} required aria-label={words.saveAs} placeholder={words.saveAs} />
          <button className="btn second s">{words.save}</button>
        </Form>
      )}
    </div>
  );
};
