/** The modules of the API in their order: each may import those before it, and none after. `system` (health, the API's document) knows no feature. */
export const moduleOrder = [
  'system', 'identity', 'units', 'files', 'notices', 'complaints', 'plans', 'talents', 'volunteers', 'guardians', 'teams', 'activities', 'things', 'orders', 'records', 'matching', 'privacy', 'classes', 'reports',
];

const tests = '[.]test[.]tsx?$';
const npm = (name) => `(^|/)node_modules/${name}/`;
const modules = '^apps/api/src/modules/';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const packages = [
  forbid('contracts-zod-only', 'contracts depends on zod only.',
    { path: '^packages/contracts/src/', pathNot: tests },
    { pathNot: ['^packages/contracts/src/', npm('zod'), '^zod'] }),
  forbid('domain-contracts-only', 'domain and matching know contracts and nothing else: no Node, no library.',
    { path: '^packages/(domain|matching)/src/', pathNot: tests },
    { pathNot: ['^packages/$1/src/', '^packages/contracts/src/'] }),
  forbid('domain-types-only', 'domain and matching take types from contracts, no values.',
    { path: '^packages/(domain|matching)/src/', pathNot: tests },
    { path: '^packages/contracts/src/', dependencyTypesNot: ['type-only'] }),
  forbid('breakdown-opens-nothing', 'breakdown takes bytes and gives objects: it opens no file and no connection.',
    { path: '^packages/breakdown/src/', pathNot: tests },
    { path: '^(fs|fs/promises|net|tls|dns|dns/promises|dgram|http|https|http2|child_process|cluster|worker_threads)$', dependencyTypes: ['core'] }),
  forbid('breakdown-stands-alone', 'breakdown knows no other part but the types of contracts.',
    { path: '^packages/breakdown/src/', pathNot: tests },
    { path: '^(packages|apps)/', pathNot: ['^packages/breakdown/src/', '^packages/contracts/src/', 'node_modules/'] }),
  forbid('api-client-contracts-only', 'api-client depends on contracts only; it runs in browsers too.',
    { path: '^packages/api-client/src/', pathNot: tests },
    { pathNot: ['^packages/api-client/src/', '^packages/contracts/src/'] }),
  forbid('packages-know-no-app', 'A package never imports an app.', { path: '^packages/' }, { path: '^apps/' }),
];

const apps = [
  forbid('no-app-imports-an-app', 'The apps meet over HTTP and through built files only.',
    { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
  forbid('pages-know-no-server-package', 'admin and portal know contracts, domain and api-client.',
    { path: '^apps/(admin|portal)/src/' }, { path: '^packages/(breakdown|matching|tooling)/' }),
  forbid('admin-runs-in-browsers', 'No module of Node in the back office.',
    { path: '^apps/admin/src/', pathNot: tests }, { dependencyTypes: ['core'] }),
  forbid('past-exports', 'Another workspace is imported by its name, through its exports.',
    { path: '^(packages|apps)/([^/]+)/' },
    { path: '^(packages|apps)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] }),
  forbid('not-resolvable', 'Nothing is imported that is not installed, or not exported.',
    { path: '^(packages|apps|tests)/' }, { couldNotResolve: true }),
  forbid('not-declared', 'What a workspace imports stands in its own package.json.',
    { path: '^(packages|apps)/[^/]+/src/', pathNot: tests }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
];

const api = [
  forbid('platform-knows-no-module', 'Features know the platform; the platform knows no feature.',
    { path: '^apps/api/src/platform/', pathNot: tests }, { path: ['^apps/api/src/modules/', '^apps/api/src/(cli|migrations)/', '^apps/api/src/(main|app[.]module)[.]ts$'], pathNot: '^apps/api/src/migrations/index[.]ts$' }),
  ...moduleOrder.slice(0, -1).map((name, place) =>
    forbid(`module-order-${name}`, `${name} comes before what it imports: modules import only to the left.`,
      { path: `${modules}${name}/` }, { path: `${modules}(${moduleOrder.slice(place + 1).join('|')})/` })),
  forbid('module-unknown', 'A new module takes its place in the order first.',
    { path: modules, pathNot: `${modules}(${moduleOrder.join('|')})/` }, {}),
  forbid('module-through-index', 'A module is imported through its index.ts.',
    { path: `${modules}([^/]+)/` }, { path: modules, pathNot: [`${modules}$1/`, `${modules}[^/]+/index[.]ts$`] }),
  forbid('module-through-index-from-outside', 'A module is imported through its index.ts.',
    { path: '^apps/api/src/(cli/|migrations/|[^/]+[.]ts$)' }, { path: modules, pathNot: `${modules}[^/]+/index[.]ts$` }),
  forbid('typeorm-in-repositories', 'Only repositories, entities, platform/database and migrations know the database.',
    { path: '^apps/api/src/', pathNot: [tests, '[.](repository|entity)[.]ts$', '^apps/api/src/platform/database/', '^apps/api/src/migrations/'] },
    { path: [npm('typeorm'), npm('@nestjs/typeorm')] }),
  forbid('no-circles', 'Two files that need each other are one file, or want a third.',
    {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
];

const shared = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: ['(^|/)dist/', '(^|/)node_modules/[.]'] },
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'] },
  moduleSystems: ['es6', 'cjs'],
};

/** The rules of dependency, as dependency-cruiser reads them; `import type` counts. */
export const boundaries = {
  forbidden: [...packages, ...apps, ...api],
  options: { ...shared, tsPreCompilationDeps: true },
};

/** What a page loads when it runs: types are gone by then, so this needs a walk of its own. */
export const weight = {
  forbidden: [
    forbid('light-entries-without-zod', 'Paths, permissions, error codes and labels are read by pages that are not to load zod.',
      { path: '^packages/contracts/src/(paths|permissions|error-codes|labels/index)[.]ts$' }, { path: npm('zod'), reachable: true }),
    forbid('portal-without-zod', 'A public page does not load zod.',
      { path: '^apps/portal/src/', pathNot: tests }, { path: npm('zod'), reachable: true }),
    forbid('portal-without-libraries', 'A public page loads React and nothing else.',
      { path: '^apps/portal/src/', pathNot: tests }, { path: 'node_modules/', pathNot: [npm('react'), npm('react-dom'), npm('scheduler')] }),
  ],
  options: { ...shared, tsPreCompilationDeps: false },
};
