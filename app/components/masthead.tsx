import { Form, Link, NavLink } from '@remix-run/react';
import { ChevronDown, Menu, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#app/i18n/use-text.ts';
import { LanguageSwitch } from './language-switch.tsx';

export interface MastheadItem {
  readonly to: string;
  readonly label: string;
}

interface MastheadProps {
  readonly home: string;
  readonly full: string;
  readonly short: string;
  readonly items: readonly MastheadItem[];
  /** Signed in: the name, and what the menu offers before "sign out". */
  readonly user?: { readonly name: string; readonly detail?: string; readonly items: readonly MastheadItem[] };
  /** Shown where nobody is signed in. */
  readonly signIn?: MastheadItem;
  readonly children?: ReactNode;
  readonly className?: string;
}

const Item = ({ item }: { readonly item: MastheadItem }) => (
  <NavLink to={item.to} end={item.to === '/'}>
    {item.label}
  </NavLink>
);

/** The red bar: seal and name, the audience's items, the person's menu. A menu is `<details>`: it opens without scripts. */
export const Masthead = ({ home, full, short, items, user, signIn, children, className }: MastheadProps) => {
  const { common } = useText();
  const all = [...items, ...(user ? user.items : signIn ? [signIn] : [])];
  return (
    <header className={`mast ${className ?? ''}`}>
      <div className="wrap">
        <Link className="home" to={home}>
          <span className="seal" aria-hidden="true">
            MC
          </span>
          <b>
            <span className="full">{full}</span>
            <span className="short">{short}</span>
          </b>
        </Link>
        {children}
        <nav aria-label={common.masthead.label}>
          {items.map((item) => (
            <Item key={item.to} item={item} />
          ))}
          {!user && signIn ? <Item item={signIn} /> : null}
          <details className={user ? 'keep' : 'keep only-s'}>
            <summary>
              {user ? <UserRound className="i s ui" aria-hidden="true" /> : <Menu className="i" aria-hidden="true" />}
              <span className="un">{user ? user.name : common.masthead.menu}</span>
              {user ? <ChevronDown className="i s" aria-hidden="true" /> : null}
            </summary>
            <div className="menu">
              {user?.detail ? <p className="small muted">{user.detail}</p> : null}
              {(user ? [...user.items, ...items] : all).map((item) => (
                <Item key={item.to} item={item} />
              ))}
              <LanguageSwitch />
              {user ? (
                <Form method="post" action="/dang-xuat" reloadDocument>
                  <button className="linkbtn">{common.masthead.signOut}</button>
                </Form>
              ) : null}
            </div>
          </details>
        </nav>
      </div>
    </header>
  );
};
