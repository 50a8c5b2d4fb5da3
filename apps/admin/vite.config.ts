import { precompress } from '@kepu/tooling/vite-precompress';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: '/admin/',
  root: import.meta.dirname,
  plugins: [react(), precompress()],
  // Workspace packages are read from their sources, so that nothing has to be rebuilt by hand.
  resolve: { conditions: ['source', ...defaultClientConditions], dedupe: ['react', 'react-dom', '@emotion/react', '@mui/material', 'react-router', 'react-router-dom'] },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
});
