import type { ReactNode } from 'react';

interface NoticeProps {
  readonly kind?: 'info' | 'ok' | 'warn' | 'danger';
  readonly title?: string;
  /** Announced by screen readers when it appears. */
  readonly live?: boolean;
  readonly children?: ReactNode;
}

export const Notice = ({ kind = 'info', title, live = false, children }: NoticeProps) => (
  <div className={kind === 'info' ? 'note' : `note ${kind}`} role={live ? 'status' : undefined}>
    {title ? <p className="notetitle">{title}</p> : null}
    {children}
  </div>
);
