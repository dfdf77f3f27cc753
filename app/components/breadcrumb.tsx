import { Link } from '@remix-run/react';
import { useText } from '#app/i18n/use-text.ts';

export interface Crumb {
  readonly to?: string;
  readonly label: string;
}

export const Breadcrumb = ({ items }: { readonly items: readonly Crumb[] }) => (
  <nav className="crumbs" aria-label={useText().common.crumbs}>
    {items.map((item, index) => (
      <span key={item.label}>
        {index > 0 ? (
          <span aria-hidden="true" className="sep">
            ›
          </span>
        ) : null}
        {item.to ? <Link to={item.to}>{item.label}</Link> : item.label}
      </span>
    ))}
  </nav>
);
