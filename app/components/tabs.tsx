import { NavLink } from '@remix-run/react';

export interface TabItem {
  readonly to: string;
  readonly label: string;
  readonly count?: number;
}

/** Parts of a page as links: each has its address, none needs scripts. */
export const Tabs = ({ items, label }: { readonly items: readonly TabItem[]; readonly label: string }) => (
  <nav className="tabs" aria-label={label}>
    {items.map((item) => (
      <NavLink key={item.to} to={item.to} end>
        {item.label}
        {item.count === undefined ? null : <span className="n">{item.count}</span>}
      </NavLink>
    ))}
  </nav>
);
