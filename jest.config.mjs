import { project } from './packages/tooling/jest-preset.mjs';

/** What makes databases copies them from templates, which its workers share. */
const onDatabases = {
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
};

/** What starts the built server shows the server's log where a test fails. */
const onServer = {
  ...onDatabases,
  setupFilesAfterEnv: ['<rootDir>/tests/support/after-env.ts'],
  testEnvironment: '<rootDir>/tests/support/environment.cjs',
};

/** `npx jest --selectProjects <name>`, or `npx jest <path>`. */
export default {
  projects: [
    project('contracts', ['packages/contracts/src']),
    project('domain', ['packages/domain/src']),
    project('breakdown', ['packages/breakdown/src', 'packages/breakdown/tests']),
    project('matching', ['packages/matching/src', 'tests/bench/assign', 'tests/bench/fairness']),
    project('api-client', ['packages/api-client/src']),
    project('api', ['apps/api/src'], onDatabases),
    project('admin', ['apps/admin/src'], { environment: 'jsdom' }),
    // Most of the portal is rendered on the server; an island's test asks for jsdom in its docblock.
    project('portal', ['apps/portal/src']),
    project('gates', ['tests/gates', 'packages/tooling']),
    project('seeds', ['seeds']),
    project('support', ['tests/support', 'scripts'], onDatabases),
    // These start the built server: `npm run build` first.
    project('http', ['tests/http', 'tests/matrix', 'tests/faults'], onServer),
    project('e2e', ['tests/journeys'], onServer),
  ].filter((entry) => entry !== null),
  // A database of its own is two hundred tables: a machine with much to do takes half a minute for them.
  testTimeout: 60_000,
};
