import path from 'node:path';
import type { Plugin } from 'vite';

/** In what browsers load, JSX makes elements of the page and React is not there; the renderer keeps React. */
export const jsxInBrowsers = (): Plugin => ({
  name: 'kepu-jsx',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId: (source) => (/^react\/jsx(-dev)?-runtime$/.test(source) ? path.join(import.meta.dirname, 'jsx-runtime.ts') : null),
});
