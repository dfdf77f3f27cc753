import { Link, useSearchParams } from '@remix-run/react';
import { useText } from '#app/i18n/use-text.ts';

/** Pages in the address (`?trang=2`), the other parameters kept. */
export const Pagination = ({
  page,
  pages,
  name = 'trang',
}: {
  readonly page: number;
  readonly pages: number;
  readonly name?: string;
}) => {
  const { common } = useText();
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const to = (number: number): string => {
    const next = new URLSearchParams(search);
    if (number === 1) next.delete(name);
    else next.set(name, String(number));
    return `?${next.toString()}`;
  };
  return (
    <nav className="pages" aria-label={common.pages.label}>
      {page > 1 ? (
        <Link className="a44" rel="prev" to={to(page - 1)}>
          {common.pages.previous}
        </Link>
      ) : (
        <span />
      )}
      <span className="muted">{common.pages.of(page, pages)}</span>
      {page < pages ? (
        <Link className="a44" rel="next" to={to(page + 1)}>
          {common.pages.next}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
};
