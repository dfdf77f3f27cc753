import type { RequestHandler } from 'express';
import { bodyLimit } from './body-limits.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST']);
const LONGEST_ADDRESS = 4096;

/** Other systems post here with a secret of their own and no cookie: there is no session that a stranger's page could use. */
const MACHINES = /^\/api\//;

/**
 * What no request may do, decided before Remix sees it: its own origin check misses resource
 * routes, `?_data=` and requests without Origin, and a cookie's SameSite does not stop a sibling of
 * the same public suffix.
 */
export const guard = (origins: readonly string[]): RequestHandler => {
  const byHost = new Map(origins.map((origin) => [new URL(origin).host, origin]));
  return (request, response, next) => {
    const refuse = (status: number): void => {
      response.status(status).type('text/plain').end();
    };
    delete request.headers['x-forwarded-host'];
    const origin = byHost.get(request.headers.host ?? '');
    if (origin === undefined) return refuse(421);
    if (request.url.length > LONGEST_ADDRESS) return refuse(414);
    if (!METHODS.has(request.method)) return refuse(405);
    let address: URL;
    try {
      address = new URL(request.url, origin);
      decodeURIComponent(address.pathname);
    } catch {
      return refuse(400);
    }
    if (address.host !== new URL(origin).host || address.pathname.includes('//')) return refuse(400);
    if (address.pathname.startsWith('/__manifest')) return refuse(404);
    // The raw address: Express's own parser stops at 1,000 parameters.
    if (address.searchParams.has('_data')) return refuse(400);
    if (request.method === 'POST') {
      const site = request.headers['sec-fetch-site'];
      const from = request.headers.origin;
      if (site !== undefined && site !== 'same-origin') return refuse(403);
      if (from !== undefined && from !== origin) return refuse(403);
      if (from === undefined && site === undefined && !MACHINES.test(address.pathname)) return refuse(403);
      // A body without a length cannot be bounded before it is read; browsers always send one.
      if (request.headers['transfer-encoding'] !== undefined) return refuse(411);
      const length = Number(request.headers['content-length'] ?? 0);
      if (!Number.isSafeInteger(length) || length < 0) return refuse(400);
      if (length > bodyLimit(address.pathname)) return refuse(413);
    }
    next();
  };
};
