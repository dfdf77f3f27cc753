import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '#app/server/config.ts';
import { createHttp } from '#app/server/http.ts';
import { packAssets } from '#app/server/packed-assets.ts';

const LONG = `export const text = '${'một cửa '.repeat(500)}';`;

describe('what a browser keeps', () => {
  let server: Server;
  let folder = '';
  let origin = '';

  const keeping = async (path: string): Promise<string | null> =>
    (await fetch(`${origin}${path}`)).headers.get('cache-control');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-assets-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets', 'entry-abc123.js'), 'export {};');
    writeFileSync(join(folder, 'assets', 'page-def456.js'), LONG);
    packAssets(join(folder, 'assets'));
    writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    // The port is known only after listening, and the guard wants its origin.
    server = createServer((request, response) => {
      const config: Config = {
        host: '',
        port: 0,
        origins: [origin],
        secure: false,
        data: '',
        demo: true,
        dev: false,
        peerSecrets: new Map(),
      };
      createHttp({ config, assets: folder, pages: (_request, answer) => void answer.end('a page') })(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  it('is a part of the product whose name changes with its content, for a year', async () => {
    expect(await keeping('/assets/entry-abc123.js')).toBe('public, max-age=31536000, immutable');
  });

  it('is a file at a fixed address for an hour', async () => {
    expect(await keeping('/favicon.svg')).toBe('public, max-age=3600');
  });

  it.each(['br', 'gzip'])('comes packed as %s to a browser that can unpack it, as the same file', async (encoding) => {
    const answer = await fetch(`${origin}/assets/page-def456.js`, { headers: { 'Accept-Encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(answer.headers.get('vary')).toContain('Accept-Encoding');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(LONG.length / 10);
    expect(await answer.text()).toBe(LONG);
  });

  it('comes as it is to one that cannot, and where it is too short to pack', async () => {
    for (const [path, given, text] of [
      ['page-def456.js', 'identity', LONG],
      ['entry-abc123.js', 'br', 'export {};'],
    ] as const) {
      const answer = await fetch(`${origin}/assets/${path}`, { headers: { 'Accept-Encoding': given } });
      expect(answer.headers.get('content-encoding')).toBeNull();
      expect(await answer.text()).toBe(text);
    }
  });

  it('is no page, which may hold personal data, and nothing that is not there', async () => {
    expect(await keeping('/ho-so/1')).toBe('no-store');
    expect(await keeping('/assets/gone.js')).toBe('no-store');
  });
});
