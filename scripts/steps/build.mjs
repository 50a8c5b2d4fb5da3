import { run } from './run.mjs';

/**
 * Builds what has changed, in the order of dependency; the portal and the back office as well as the API.
 *
 * @param {{ only?: string, capture?: boolean }} [options] `only` names one workspace, built with what it needs
 * @returns {Promise<{ code: number, output: string, ms: number }>}
 */
export function build({ only, capture = false } = {}) {
  const filter = only ? [`--filter=${only}`] : [];
  return run('turbo', ['run', 'build', ...filter, '--output-logs=new-only', '--log-order=grouped', '--ui=stream'], { capture, stdout: 'stderr' });
}
