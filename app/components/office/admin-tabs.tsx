import { NavLink } from '@remix-run/react';
import { useOfficeText } from '#app/i18n/use-office-text.ts';

/** The parts of the administration; the one that is open is marked. */
export const AdminTabs = () => {
  const { admin: words } = useOfficeText();
  const parts = [
    ['/quan-tri', words.tabs.home],
    ['/quan-tri/don-vi', words.tabs.units],
    ['/quan-tri/lich', words.tabs.calendars],
    ['/quan-tri/quy-tac', words.tabs.rules],
    ['/quan-tri/danh-muc-ma', words.tabs.shared],
    ['/quan-tri/lay-so', words.tabs.queue],
    ['/quan-tri/thu', words.tabs.outbox],
    ['/quan-tri/he-thong', words.tabs.system],
  ] as const;
  return (
    <nav className="views" aria-label={words.tabsLabel}>
      {parts.map(([to, label]) => (
        <NavLink key={to} to={to} end={to === '/quan-tri'}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
};

/** Says plainly that the page only shows, and where the change is made. */
export const WhereChanged = ({ text }: { readonly text: string }) => {
  const { admin: words } = useOfficeText();
  return (
    <aside className="owhere" aria-label={words.changes.title}>
      <b>{words.changes.title}.</b> {text}
    </aside>
  );
};
