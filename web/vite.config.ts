import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The API is on the same address in use; while developing, `./trunkline serve` answers on its own port.
const server = process.env.TRUNKLINE_API ?? 'http://127.0.0.1:5210';

export default defineConfig({
  plugins: [react()],
  base: '/',
  build: {
    outDir: 'dist',
    target: 'es2022',
    sourcemap: false,
    // The map and the charts are big by nature and load with the pages that need them.
    chunkSizeWarningLimit: 1200,
    // No data: URLs for assets: the page's security policy allows none for fonts and workers.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: server, changeOrigin: true }, '/openapi': { target: server, changeOrigin: true } },
  },
  test: { include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'] },
});
