/** `npm run build`: the pages, where their sources have changed since they were built last. */
import { resolve } from 'node:path';
import { buildIfStale } from './build.ts';

await buildIfStale(resolve(import.meta.dirname, '../..'));
