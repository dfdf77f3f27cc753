import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { localeOf } from './i18n/locale.ts';
import { TextsContext } from './i18n/use-text.ts';

/**
 * Waits until the page's data is decoded. The framework would suspend the whole document for it, with
 * no boundary above, and React 18 answers a click meanwhile with error 345.
 */
const pageData = async (): Promise<void> => {
  try {
    (RemixBrowser as () => unknown)();
  } catch (waiting) {
    // A promise is the data on its way; anything else shows again when the page is rendered.
    if (waiting instanceof Promise) await waiting;
  }
};

/** One language per page: the other one never leaves the server. */
const load = async (): Promise<void> => {
  const locale = localeOf(document.documentElement.lang);
  await pageData();
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
