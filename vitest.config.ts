import { defineConfig } from 'vitest/config';

/** Studios and office desks in a browser: by themselves, as `npm run test:desks`; with the rest they would take more than CI has. */
const DESKS = [
  'conversion',
  'drafts',
  'form-studio',
  'held-papers',
  'layers',
  'long-list',
  'modeller-corpus',
  'news',
  'process-studio',
  'proof',
  'queue',
  'registers',
  'reorganise',
  'studio-agency',
  'together',
  'visits',
  'ways',
  'work',
].map((name) => `tests/browser/${name}.test.ts`);

/** One file at a time: each has a server and a browser of its own. */
const inBrowser = {
  environment: 'node' as const,
  testTimeout: 240_000,
  hookTimeout: 240_000,
  fileParallelism: false,
  globalSetup: ['tests/browser/seeded.ts'],
};

export default defineConfig({
  test: {
    // Left to itself it keeps one core free.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/browser/**', 'tests/bench/**'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      { test: { ...inBrowser, name: 'browser', include: ['tests/browser/**/*.test.ts'], exclude: DESKS } },
      { test: { ...inBrowser, name: 'desks', include: DESKS } },
    ],
  },
});
