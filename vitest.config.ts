import { defineConfig } from 'vitest/config';

/** Studios and desks in a browser: by themselves, as `npm run test:desks`; with the rest they would take more than CI has. */
const DESKS = ['conversion', 'drafts', 'findings', 'form-studio', 'news', 'process-studio', 'together', 'work'].map(
  (name) => `tests/browser/${name}.test.ts`,
);

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
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: DESKS,
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          globalSetup: ['tests/browser/seeded.ts'],
        },
      },
      {
        test: {
          name: 'desks',
          include: DESKS,
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          globalSetup: ['tests/browser/seeded.ts'],
        },
      },
    ],
  },
});
