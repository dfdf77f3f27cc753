import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Config } from './config.ts';
import { guard } from './guard.ts';
import { packedAssets } from './packed-assets.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpParts {
  readonly config: Config;
  /** Folder of the built client, when there is one. */
  readonly assets?: string;
  /** Vite's own middleware, while developing. */
  readonly dev?: RequestHandler;
  /** Remix. */
  readonly pages: RequestHandler;
}

const files = { index: false, redirect: false } as const;

/** Said outright: the header that forbids keeping pages stands there already, and a default gives way to it. */
const kept = (how: string) => (response: ServerResponse) => {
  response.setHeader('Cache-Control', how);
};

/** Guard, headers, assets, pages: in this order. */
export const createHttp = ({ config, assets, dev, pages }: HttpParts): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.use(securityHeaders(config));
  app.use(guard(config.origins));
  if (dev) app.use(dev);
  // Pages are made at every request: a quick packing that is nearly as small.
  app.use(compression({ level: 4 }));
  if (assets) {
    const missing: RequestHandler = (_request, response) => {
      response.status(404).type('text/plain').end();
    };
    app.use(
      '/assets',
      packedAssets(`${assets}/assets`),
      express.static(`${assets}/assets`, { setHeaders: kept('public, max-age=31536000, immutable'), ...files }),
      missing,
    );
    app.use(express.static(assets, { setHeaders: kept('public, max-age=3600'), ...files }));
  }
  app.all('*', pages);
  return app;
};

/** A server that does not wait for slow senders. */
export const listen = (app: Express, config: Pick<Config, 'host' | 'port'>): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(app);
    server.headersTimeout = 15_000;
    server.requestTimeout = 60_000;
    server.keepAliveTimeout = 10_000;
    server.maxConnections = 2000;
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      resolve(server);
    });
  });
