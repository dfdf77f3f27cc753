import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { localeOf } from './i18n/locale.ts';
import { TextsContext } from './i18n/use-text.ts';

/** One language per page: the other one never leaves the server. */
const load = async (): Promise<void> => {
  const locale = localeOf(document.documentElement.lang);
  const { texts } = await (locale === 'en' ? import('./i18n/en/public.ts') : import('./i18n/vi/public.ts'));
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <TextsContext.Provider value={{ ...texts, locale }}>
          <RemixBrowser />
        </TextsContext.Provider>
      </StrictMode>,
    );
  });
};

void load();
