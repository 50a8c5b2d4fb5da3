import { precompress } from '@kepu/tooling/vite-precompress';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';
import { jsxInBrowsers } from './src/dom/jsx-plugin.js';
import { islands, sheets } from './src/sources.js';
import { tokens } from './src/styles/tokens-plugin.js';

// Two builds: what browsers load (the style sheets and the islands), and the renderer that the API loads by its path.
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [jsxInBrowsers(), tokens(), precompress()],
  // Workspace packages are read from their sources, so that nothing has to be rebuilt by hand.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // The renderer brings its libraries along: React is then the production one whatever NODE_ENV the API runs with.
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] }, ...(isSsrBuild ? { noExternal: true as const } : {}) },
  ...(isSsrBuild ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  build: isSsrBuild
    ? { outDir: 'dist/server', copyPublicDir: false, target: 'node20', rolldownOptions: { output: { entryFileNames: 'entry.js' } } }
    : {
        outDir: 'dist/client', manifest: true, target: 'es2020', modulePreload: { polyfill: false }, assetsInlineLimit: 0,
        rolldownOptions: {
          input: [...Object.values(sheets), ...Object.values(islands)],
          // What several islands need is two files and not a dozen: on a weak network each file is a round trip.
          output: { codeSplitting: { groups: [
            { name: 'base', test: /\/(islands\/(browser|words)|layout\/\w+|dom\/[\w-]+|activities\/place|wording|times|routes|choices)\.tsx?$|\/packages\//, priority: 2 },
            { name: 'forms', test: /\/(register\/(form|fields|availability|unit-finder)|account\/(forms|code-form))\.tsx?$/, priority: 1 },
          ] } },
        },
      },
}));
