import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { esmPackages } from './esm-packages.mjs';

const tooling = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(tooling, '../..');
const workspaces = ['apps', 'packages'].flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name)));
const modules = esmPackages([root, path.join(root, 'tests'), ...workspaces]);

function swc(parser) {
  return {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
  };
}

/**
 * What every Jest project shares.
 *
 * - Sources are compiled by swc to CommonJS, with the decorators' metadata that NestJS reads.
 * - Workspace packages are read from their sources (export condition `source`), so nothing has to be built first.
 * - `./x.js` is the name of `./x.ts`, as NodeNext wants it written.
 * - `import.meta.url`, `.dirname` and `.filename` work; `import.meta.env` and `import.meta.hot` are Vite's and do not:
 *   keep them in the entry files of admin and portal. `import()` becomes `require`: give it a specifier or a path, not a
 *   `file:` URL.
 */
const shared = {
  rootDir: root,
  transform: {
    '\\.[mc]?ts$': ['@swc/jest', swc({ syntax: 'typescript', decorators: true })],
    '\\.tsx$': ['@swc/jest', swc({ syntax: 'typescript', tsx: true, decorators: true })],
    '\\.(?:m?js|jsx)$': ['@swc/jest', swc({ syntax: 'ecmascript', jsx: true })],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${modules.join('|')})/).*(?<!\\.mjs)$`],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '\\.css$': path.join(tooling, 'empty-style.mjs'),
  },
  // A test that leaks a mock or a changed global into the next one is found late and far away.
  restoreMocks: true,
};

const environments = {
  node: { testEnvironment: 'node', testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] } },
  jsdom: {
    testEnvironment: path.join(tooling, 'page-environment.cjs'),
    testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
  },
};

/**
 * One Jest project over some folders of the repository.
 *
 * @param {string} name what `--selectProjects` takes
 * @param {string[]} folders relative to the repository's root; those that do not exist are left out
 * @param {{ environment?: 'node' | 'jsdom' } & Record<string, unknown>} [options] the rest goes to Jest as it is
 * @returns {object | null} null where no folder exists
 */
export function project(name, folders, { environment = 'node', ...rest } = {}) {
  const roots = folders.map((folder) => path.join(root, folder)).filter((folder) => existsSync(folder));
  if (roots.length === 0) return null;
  return {
    ...shared,
    ...environments[environment],
    displayName: name,
    roots,
    testMatch: ['**/*.test.ts', '**/*.test.tsx', '**/*.test.mjs'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/', '/fixtures/'],
    modulePathIgnorePatterns: ['/dist/', '/tests/gates/fixtures/'],
    ...rest,
  };
}
