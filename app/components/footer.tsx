import { Link } from '@remix-run/react';
import { useText } from '#app/i18n/use-text.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { useRoot } from './use-root.ts';

/** Help in the same place on every page (WCAG 3.2.6). */
export const Footer = () => {
  const { common } = useText();
  const user = useRoot()?.user;
  return (
    <footer className="foot">
      <div className="wrap">
        <ul>
          <li>
            <Link to="/huong-dan">{common.footer.guide}</Link>
          </li>
          <li>
            <Link to="/bo-phan-mot-cua">{common.footer.places}</Link>
          </li>
          <li>
            <Link to="/du-lieu-ca-nhan">{common.footer.privacy}</Link>
          </li>
          {user ? null : (
            <li>
              <Link to="/dang-nhap/can-bo">{common.footer.staff}</Link>
            </li>
          )}
          <li>
            <LanguageSwitch />
          </li>
        </ul>
        <p>{common.footer.office}</p>
      </div>
    </footer>
  );
};
