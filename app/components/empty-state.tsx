import type { ReactNode } from 'react';

/** Nothing here, and what to do about it. */
export const EmptyState = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <p className="emptytitle">{title}</p>
    {children}
  </div>
);
