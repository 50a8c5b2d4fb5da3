/** The folder that all workers of this run share, made by global-setup.mjs and removed by global-teardown.mjs. */
export function runFolder(): string {
  const folder = process.env['KEPU_TEST_RUN'];
  if (!folder) throw new Error('This Jest project does not name tests/support/global-setup.mjs.');
  return folder;
}
