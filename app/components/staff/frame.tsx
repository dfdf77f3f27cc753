import { Form, useLocation } from '@remix-run/react';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Role } from '#engine/dossier/index.ts';
import { useStaffText, type StaffTexts } from '#app/i18n/use-staff-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import type { UnitChoice } from '#app/server/staff/units.ts';
import { Masthead, type MastheadItem } from '../masthead.tsx';
import { MAIN_ID } from '../skip-link.tsx';
import { useRoot } from '../use-root.ts';
import { useShortcuts } from './use-shortcuts.ts';

const areas = (roles: readonly Role[], words: StaffTexts['frame']): readonly MastheadItem[] => {
  const has = (...wanted: readonly Role[]) => wanted.some((role) => roles.includes(role));
  return [
    ...(has('clerk')
      ? [
          { to: '/mot-cua', label: words.counter },
          { to: '/mot-cua/truc-tuyen', label: words.online },
          { to: '/mot-cua/tra-ket-qua', label: words.handOut },
          { to: '/mot-cua/so-theo-doi', label: words.register },
        ]
      : []),
    ...(has('clerk', 'officer', 'head', 'leader') ? [{ to: '/cong-viec', label: words.work }] : []),
    ...(has('office', 'agency-author') ? [{ to: '/thiet-ke', label: words.design }] : []),
    ...(has('office', 'office-approver', 'admin') ? [{ to: '/cong-bo', label: words.publish }] : []),
    ...(has('office', 'office-approver', 'admin', 'agency-author')
      ? [{ to: '/danh-muc', label: words.catalogue }]
      : []),
    ...(has('head', 'leader', 'office', 'office-approver') ? [{ to: '/giam-sat', label: words.watch }] : []),
    ...(roles.length > 0 ? [{ to: '/co-gi-moi', label: words.news }] : []),
    ...(has('admin') ? [{ to: '/quan-tri', label: words.admin }] : []),
  ];
};

const UnitSwitch = ({ units }: { readonly units: readonly UnitChoice[] }) => {
  const { frame: words } = useStaffText();
  const { pathname } = useLocation();
  const current = units.find((unit) => unit.current);
  if (units.length < 2) return current ? <p className="unitline">{current.name}</p> : null;
  return (
    <Form method="post" action="/don-vi" className="unitline" reloadDocument>
      <input type="hidden" name="ve" value={pathname} />
      <label htmlFor="don-vi">{words.unit}</label>
      <select id="don-vi" name="don-vi" defaultValue={current?.code}>
        {units.map((unit) => (
          <option key={unit.code} value={unit.code}>
            {unit.name}
          </option>
        ))}
      </select>
      <button className="btn second s">{words.changeUnit}</button>
    </Form>
  );
};

/** Masthead with the areas of the person's roles, the search box, and the page. */
export const StaffFrame = ({
  units,
  children,
}: {
  readonly units: readonly UnitChoice[];
  readonly children: ReactNode;
}) => {
  const { frame: words } = useStaffText();
  const { common } = useText();
  const user = useRoot()?.user;
  const roles = user?.roles ?? [];
  useShortcuts();
  const items = areas(roles, words);
  const finds = roles.includes('clerk') ? '/mot-cua/so-theo-doi' : '/cong-viec';
  const unitName = units.find((unit) => unit.current)?.name;
  return (
    <>
      <Masthead
        className="staff"
        home={items[0]?.to ?? '/'}
        full={common.masthead.staff}
        short={common.masthead.staffShort}
        items={items}
        {...(user ? { user: { name: user.name, ...(unitName ? { detail: unitName } : {}), items: [] } } : {})}
      >
        {roles.some((role) => role === 'clerk' || role === 'officer' || role === 'head' || role === 'leader') ? (
          <Form action={finds} className="mastfind" role="search">
            <Search className="i s" aria-hidden="true" />
            <input
              type="search"
              name="tim"
              aria-label={words.findLabel}
              placeholder={words.find}
              data-focus-key="/"
              maxLength={100}
            />
            <kbd aria-hidden="true">/</kbd>
          </Form>
        ) : null}
      </Masthead>
      <main id={MAIN_ID} tabIndex={-1} className="staffm">
        <div className="swide">
          <UnitSwitch units={units} />
          {children}
        </div>
      </main>
    </>
  );
};
