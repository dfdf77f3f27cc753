import { useText } from '#app/i18n/use-text.ts';
import { Masthead } from './masthead.tsx';
import { useRoot } from './use-root.ts';

/** The masthead of the public pages. Staff who look at them find their way back in the menu. */
export const CitizenMasthead = () => {
  const { common } = useText();
  const user = useRoot()?.user;
  const words = common.masthead;
  const mine = user?.kind === 'staff' ? { to: '/cong-viec', label: words.work } : { to: '/toi', label: words.mine };
  return (
    <Masthead
      home="/"
      full={words.full}
      short={words.short}
      items={[
        { to: '/thu-tuc', label: words.procedures },
        { to: '/ho-so', label: words.lookUp },
      ]}
      signIn={{ to: '/dang-nhap', label: words.signIn }}
      {...(user ? { user: { name: user.name, items: [mine] } } : {})}
    />
  );
};
