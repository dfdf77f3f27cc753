/**
 * `npm start`: build the pages if their sources changed, open the database (loading the demo where it
 * is empty), serve, and run the worker. `--reset` begins anew, `--only-seed` stops after the data,
 * `--dev` rebuilds as files change.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { buildIfStale } from './build.ts';
import { readConfig } from './config.ts';
import { DEMO_SETTING } from './demo-people.ts';
import { createHttp, listen } from './http.ts';
import { createLog } from './log.ts';
import { rateLimits } from './rate-limits.ts';
import { remixPages } from './remix.ts';
import { startBanner } from './start-banner.ts';
import { openService, removeData } from './store.ts';
import { startWorker } from './worker.ts';

const root = resolve(import.meta.dirname, '../..');
const flags = process.argv.slice(2);
const config = readConfig(process.env, flags);

const pages = async (): Promise<{
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly dev?: RequestHandler;
}> => {
  if (config.dev) {
    const vite = await (await import('vite')).createServer({ root, server: { middlewareMode: true } });
    return {
      build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
      dev: vite.middlewares,
    };
  }
  process.env['NODE_ENV'] = 'production';
  const began = Date.now();
  if (await buildIfStale(root)) console.log(`Built the pages in ${Math.round((Date.now() - began) / 1000)} s.`);
  return { build: (await import(pathToFileURL(resolve(root, 'build/server/index.js')).href)) as ServerBuild };
};

const main = async (): Promise<void> => {
  if (flags.includes('--reset')) removeData(config.data);
  const log = createLog();
  const began = Date.now();
  const { service, clock, seeded } = await openService(config);
  if (seeded) console.log(`Loaded the demo province in ${Math.round((Date.now() - began) / 1000)} s.`);
  if (flags.includes('--only-seed')) {
    await service.store.close();
    return;
  }
  const { build, dev } = await pages();
  const shared = { service, clock, config, limits: rateLimits(), log };
  const app = createHttp({
    config,
    pages: remixPages(build, shared, config.dev ? 'development' : 'production'),
    ...(dev ? { dev } : { assets: resolve(root, 'build/client') }),
  });
  const server = await listen(app, config);
  const worker = startWorker(service, log);
  const setting = config.demo ? await service.store.settings.get(DEMO_SETTING) : undefined;
  console.log(await startBanner(config, service, clock.now(), setting));

  const stop = (): void => {
    // Nothing new comes in; what is under way is finished; then the database is closed.
    const late = setTimeout(() => process.exit(1), 20_000);
    late.unref();
    server.close(() => {
      void worker.stop().then(async () => {
        await service.store.close();
        process.exit(0);
      });
    });
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
});
