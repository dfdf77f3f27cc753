import { Form, useLocation } from '@remix-run/react';
import { useText } from '#app/i18n/use-text.ts';

/** The other language, named in itself. A form, so that it works without scripts. */
export const LanguageSwitch = () => {
  const { locale } = useText();
  const { pathname, search } = useLocation();
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <Form method="post" action="/ngon-ngu" reloadDocument>
      <input type="hidden" name="ve" value={pathname + search} />
      <button className="linkbtn" name="ngon-ngu" value={other} lang={other}>
        {other === 'en' ? 'English' : 'Tiếng Việt'}
      </button>
    </Form>
  );
};
