import { createRequestHandler, type RequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import type { MotCuaContext } from './context.ts';

/** Remix as an Express handler: the service and the rest go in by the load context, never by a module. */
export const remixPages = (
  build: ServerBuild | (() => Promise<ServerBuild>),
  shared: Omit<MotCuaContext, 'nonce' | 'address'>,
  mode: 'production' | 'development',
): RequestHandler =>
  createRequestHandler({
    build,
    mode,
    getLoadContext: (request, response) => ({
      ...shared,
      nonce: String(response.locals['nonce']),
      address: request.socket.remoteAddress ?? 'unknown',
    }),
  });
