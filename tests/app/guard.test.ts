import type { AddressInfo } from 'node:net';
import { request as send, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from '#app/server/http.ts';
import type { Config } from '#app/server/config.ts';

/** The probes of reliability 3.6, against the guard in front of a handler that counts what reaches it. */

let server: Server;
let port = 0;
let reached: string[] = [];
const origin = (): string => `http://localhost:${port}`;

interface Probe {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const probe = ({ method = 'GET', path = '/', headers = {}, body }: Probe): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = send(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          host: `localhost:${port}`,
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => {
          resolve(response.statusCode ?? 0);
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const config = (): Config => ({
  host: '127.0.0.1',
  port,
  origins: [origin()],
  secure: false,
  data: '',
  demo: true,
  dev: false,
  peerSecrets: new Map(),
});

beforeAll(async () => {
  // The port is known only after listening, and the guard wants its origin.
  const { createServer } = await import('node:http');
  server = createServer((request, response) => {
    createHttp({
      config: config(),
      pages: (incoming, outgoing) => {
        reached.push(`${incoming.method} ${incoming.url} ${incoming.headers['x-forwarded-host'] ?? ''}`);
        incoming.resume();
        outgoing.status(200).end('ok');
      },
    })(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
});

describe('what another system sends', () => {
  it('reaches its own address without an origin, since it has no session; from a page of another site it does not', async () => {
    reached = [];
    const path = '/api/ho-so-den/he-thong-bo';
    expect(await probe({ method: 'POST', path, body: '{}' })).toBe(200);
    expect(await probe({ method: 'POST', path, headers: { origin: 'https://evil.example' }, body: '{}' })).toBe(403);
    expect(await probe({ method: 'POST', path, headers: { 'sec-fetch-site': 'cross-site' }, body: '{}' })).toBe(403);
    expect(await probe({ method: 'POST', path, headers: { 'content-length': '31457281' } })).toBe(413);
    expect(reached).toEqual([`POST ${path} `]);
  });
});

const evil = 'https://evil.example';

describe('what never reaches a page', () => {
  const refused: readonly (readonly [string, () => Probe, number])[] = [
    [
      'a form posted from another site',
      () => ({ method: 'POST', path: '/toi', headers: { origin: evil }, body: 'a=1' }),
      403,
    ],
    [
      'the same to a data address',
      () => ({ method: 'POST', path: '/toi.data', headers: { origin: evil }, body: 'a=1' }),
      403,
    ],
    [
      'the same to an address without a page',
      () => ({ method: 'POST', path: '/dang-xuat', headers: { origin: evil }, body: 'a=1' }),
      403,
    ],
    [
      'a post with the old data parameter',
      () => ({ method: 'POST', path: '/toi?_data=routes/toi', headers: { origin: evil }, body: 'a=1' }),
      400,
    ],
    ['a post without any origin', () => ({ method: 'POST', path: '/toi', body: 'a=1' }), 403],
    [
      'a post that says it comes from another site',
      () => ({ method: 'POST', path: '/toi', headers: { 'sec-fetch-site': 'cross-site' }, body: 'a=1' }),
      403,
    ],
    [
      'a post from a sibling of the same public suffix',
      () => ({
        method: 'POST',
        path: '/toi',
        headers: { origin: 'http://xa.localhost', 'sec-fetch-site': 'same-site' },
        body: 'a=1',
      }),
      403,
    ],
    [
      'a post from an origin that is null',
      () => ({ method: 'POST', path: '/toi', headers: { origin: 'null' }, body: 'a=1' }),
      403,
    ],
    [
      'a post whose forwarded host agrees with a foreign origin',
      () => ({
        method: 'POST',
        path: '/toi',
        headers: { origin: evil, 'x-forwarded-host': 'evil.example' },
        body: 'a=1',
      }),
      403,
    ],
    ['the old data parameter', () => ({ path: '/toi?_data=routes/toi' }), 400],
    [
      'the old data parameter after a thousand others',
      () => ({ path: `/toi?${Array.from({ length: 1000 }, () => 'a').join('&')}&_data=routes/toi` }),
      400,
    ],
    ['the manifest of routes', () => ({ path: '/__manifest?p=/' }), 404],
    ['another host', () => ({ path: '/', headers: { host: 'evil.example' } }), 421],
    ['an address longer than 4,096 letters', () => ({ path: `/${'a'.repeat(5000)}` }), 414],
    ['another method', () => ({ method: 'PUT', path: '/toi', headers: { origin: origin() }, body: 'a' }), 405],
    [
      'a body larger than its address takes',
      () => ({ method: 'POST', path: '/toi', headers: { origin: origin() }, body: 'a'.repeat(1_100_000) }),
      413,
    ],
    [
      'a body without a length',
      () => ({ method: 'POST', path: '/toi', headers: { origin: origin(), 'transfer-encoding': 'chunked' } }),
      411,
    ],
    ['an address with two slashes', () => ({ path: '//evil.example/' }), 400],
    ['an address that is not well encoded', () => ({ path: '/%E0%A4%A' }), 400],
  ];
  for (const [name, make, status] of refused) {
    it(name, async () => {
      reached = [];
      expect(
        await probe(make()).catch((error: unknown) =>
          error instanceof Error && 'code' in error && error.code === 'ECONNRESET' ? status : Promise.reject(error),
        ),
      ).toBe(status);
      expect(reached).toEqual([]);
    });
  }
});

describe('what does', () => {
  it('lets a page be read', async () => {
    expect(await probe({ path: '/thu-tuc' })).toBe(200);
  });
  it('lets a form of our own be posted', async () => {
    expect(
      await probe({
        method: 'POST',
        path: '/toi',
        headers: { origin: origin(), 'sec-fetch-site': 'same-origin' },
        body: 'a=1',
      }),
    ).toBe(200);
  });
  it('never tells a page a host that the visitor sent along', async () => {
    reached = [];
    await probe({ path: '/thu-tuc', headers: { 'x-forwarded-host': 'evil.example' } });
    expect(reached).toEqual(['GET /thu-tuc ']);
  });
  it('lets papers be uploaded where papers are asked for', async () => {
    expect(
      await probe({
        method: 'POST',
        path: '/nop/1.001193/a/giay-to',
        headers: { origin: origin() },
        body: 'a'.repeat(1_100_000),
      }),
    ).toBe(200);
  });
});

describe('the headers of every answer', () => {
  it('forbid inline scripts, eval and framing, and keep nothing', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { host: `localhost:${port}` } });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-powered-by')).toBeNull();
  });
});
