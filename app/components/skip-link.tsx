import { useText } from '#app/i18n/use-text.ts';

/** Id of the main element every page has. */
export const MAIN_ID = 'noi-dung';

export const SkipLink = () => (
  <a className="skip" href={`#${MAIN_ID}`}>
    {useText().common.skip}
  </a>
);
