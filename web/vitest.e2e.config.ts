import { defineConfig } from 'vitest/config';

// Drives Debian's chromium over the real server. One file after the other: they share the server and this small machine.
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['e2e/server.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 420_000,
    retry: 1,
  },
});
