import { precompress } from '@kepu/tooling/vite-precompress';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';
import { tokens } from './src/styles/tokens-plugin.js';

// Two builds: what browsers load (the style sheet and the islands), and the renderer that the API loads by its path.
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [react(), tokens(), precompress()],
  // Workspace packages are read from their sources, so that nothing has to be rebuilt by hand.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // The renderer brings its libraries along: React is then the production one whatever NODE_ENV the API runs with.
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] }, ...(isSsrBuild ? { noExternal: true as const } : {}) },
  ...(isSsrBuild ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  build: isSsrBuild
    ? { outDir: 'dist/server', copyPublicDir: false, target: 'node20', rolldownOptions: { output: { entryFileNames: 'entry.js' } } }
    : {
        outDir: 'dist/client', manifest: true, target: 'es2020', modulePreload: { polyfill: false }, assetsInlineLimit: 0,
        rolldownOptions: { input: ['src/styles/index.css', 'src/islands/read-aloud.ts'] },
      },
}));
