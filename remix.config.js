import { flatRoutes } from 'remix-flat-routes';

/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  ignoredRouteFiles: ['**/*'],
  routes: (defineRoutes) => flatRoutes('routes', defineRoutes, { appDir: 'app' }),
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // Off on purpose: /__manifest can be made to block the server (docs/decisions/0005).
    v3_lazyRouteDiscovery: false,
  },
};
