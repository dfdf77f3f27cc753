import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '#app/server/config.ts';
import { createHttp } from '#app/server/http.ts';

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
    writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    // The port is known only after listening, and the guard wants its origin.
    server = createServer((request, response) => {
      const config: Config = { host: '', port: 0, origins: [origin], secure: false, data: '', demo: true, dev: false };
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

  it('is no page, which may hold personal data, and nothing that is not there', async () => {
    expect(await keeping('/ho-so/1')).toBe('no-store');
    expect(await keeping('/assets/gone.js')).toBe('no-store');
  });
});
