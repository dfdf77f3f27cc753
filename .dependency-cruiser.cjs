const pure =
  '^engine/(result|definition|expression|form|process|verify|clock|dossier|report|import|layers|peers|payments|population)/';
const io = '^(node:|fs|path|http|https|net|child_process|worker_threads|os|crypto$)';

/** The import rules of ARCHITECTURE.md. */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-knows-no-one-above',
      severity: 'error',
      from: { path: '^engine/' },
      to: { path: '^(app|seeds|tests)/' },
    },
    {
      name: 'rooms-through-their-face',
      comment: 'app, seeds and other rooms import an engine room by its index.ts only',
      severity: 'error',
      from: { path: '^(app|seeds)/' },
      to: { path: '^engine/[^/]+/.+', pathNot: '^engine/[^/]+/(index|browser)\\.ts$' },
    },
    {
      name: 'engine-rooms-through-their-face',
      severity: 'error',
      from: { path: '^engine/([^/]+)/' },
      to: {
        path: '^engine/[^/]+/.+',
        pathNot: ['^engine/$1/', '^engine/[^/]+/(index|browser)\\.ts$', '^engine/store/port\\.ts$'],
      },
    },
    {
      name: 'pure-rooms-no-io',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'pure-rooms-know-no-store',
      severity: 'error',
      from: { path: pure },
      to: { path: '^engine/(store|catalogue|outbox|service|cli)/' },
    },
    {
      name: 'only-store-knows-drizzle',
      severity: 'error',
      from: { pathNot: '^engine/store/' },
      to: { path: 'node_modules/drizzle-orm' },
    },
    {
      name: 'only-sqlite-knows-better-sqlite3',
      severity: 'error',
      from: { pathNot: '^(engine/store/sqlite|tests)/' },
      to: { path: 'node_modules/better-sqlite3' },
    },
    {
      name: 'engine-no-react',
      severity: 'error',
      from: { path: '^engine/' },
      to: { path: 'node_modules/(react|react-dom|@remix-run|express)/' },
    },
    {
      name: 'app-routes-no-store',
      comment: 'pages speak to the service; only app/server wires the store',
      severity: 'error',
      from: { path: '^app/(routes|components)/' },
      to: { path: '^engine/store/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-tests-in-product', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main'],
    },
  },
};
