import { Link } from '@remix-run/react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Look = 'first' | 'second' | 'quiet' | 'danger';

const classes = (look: Look, small: boolean | undefined, wide: boolean | undefined): string =>
  ['btn', look === 'first' ? '' : look, small ? 's' : '', wide ? 'wide' : ''].filter(Boolean).join(' ');

interface Shape {
  readonly look?: Look;
  readonly small?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One `first` a page; it says what it does. */
export const Button = ({ look = 'first', small, wide, ...rest }: Shape & ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button className={classes(look, small, wide)} {...rest} />
);

/** The same look for a link that leads on. */
export const ButtonLink = ({
  look = 'first',
  small,
  wide,
  to,
  document = false,
  children,
}: Shape & { readonly to: string; readonly document?: boolean }) => (
  <Link className={classes(look, small, wide)} to={to} reloadDocument={document}>
    {children}
  </Link>
);
