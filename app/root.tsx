import type { LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import latin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url';
import vietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url';
import { DemoBar } from './components/demo-bar.tsx';
import { ErrorPage } from './components/error-page.tsx';
import { SkipLink } from './components/skip-link.tsx';
import { textsFor } from './i18n/texts-for.ts';
import { useText } from './i18n/use-text.ts';
import { NonceContext } from './nonce.ts';
import { visitorOf } from './server/visitor.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/components.css';
import './styles/frame.css';

/** What every page may know: the reader's language and who is signed in. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale, actor, units } = await visitorOf(request, context);
  return {
    // Error pages have no data of their own to take a title from.
    title: textsFor(locale).common.site,
    locale,
    user: actor ? { name: actor.name, kind: actor.kind, roles: actor.roles, unit: actor.unit ?? null, units } : null,
    demo: context.config.demo ? { now: context.clock.now(), moved: context.clock.offset() !== 0 } : null,
  };
};

export { pageMeta as meta } from './page-meta.ts';

export const Layout = ({ children }: { readonly children: ReactNode }) => {
  const nonce = useContext(NonceContext);
  const { locale } = useText();
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#9b1c1f" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {[latin, vietnamese].map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <Meta />
        <Links />
      </head>
      <body>
        <SkipLink />
        <DemoBar />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
};

export default function Root() {
  return <Outlet />;
}

export const ErrorBoundary = () => <ErrorPage />;
