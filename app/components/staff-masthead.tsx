import { useText } from '#app/i18n/use-text.ts';
import { Masthead, type MastheadItem } from './masthead.tsx';
import { useRoot } from './use-root.ts';

/** The masthead of the staff pages: the items come from the audience's layout, `unitName` from its loader. */
export const StaffMasthead = ({
  items,
  unitName,
}: {
  readonly items: readonly MastheadItem[];
  readonly unitName?: string;
}) => {
  const { common } = useText();
  const user = useRoot()?.user;
  return (
    <Masthead
      className="staff"
      home={items[0]?.to ?? '/'}
      full={common.masthead.staff}
      short={common.masthead.staffShort}
      items={items}
      {...(user
        ? {
            user: {
              name: user.name,
              ...(unitName ? { detail: unitName } : {}),
              items: [{ to: '/doi-mat-khau', label: common.masthead.password }],
            },
          }
        : {})}
    />
  );
};
