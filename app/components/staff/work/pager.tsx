import { Link } from '@remix-run/react';
import { useStaffText } from '#app/i18n/use-staff-text.ts';

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  /** What the list is filtered by; goes along. */
  readonly query: string;
}

export const Pager = ({ page, pages, query }: PagerProps) => {
  const { work: words } = useStaffText();
  if (pages < 2) return null;
  const to = (number: number): string => `?${query}${query ? '&' : ''}trang=${String(number)}`;
  return (
    <nav className="pager" aria-label={words.pages}>
      {page > 1 ? <Link to={to(page - 1)}>{words.before}</Link> : null} <span>{words.page(page, pages)}</span>{' '}
      {page < pages ? <Link to={to(page + 1)}>{words.after}</Link> : null}
    </nav>
  );
};
