import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import type { PaymentRequest } from '#engine/payments/index.ts';
import { openPayment } from '#app/server/payment-platform.ts';
import { portalPeer } from '#app/server/portal-peer.ts';

const SECRET = 'mot-bi-mat-dai-hon-ba-muoi-hai-ky-tu';

interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

type Answer = (heard: Heard) => {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
};

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Another system on this machine, which answers as told and remembers what it heard. */
const other = async (answer: Answer): Promise<{ readonly url: string; readonly heard: Heard[] }> => {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const one = { headers: request.headers, body: JSON.parse(text) as unknown };
      heard.push(one);
      const { status, body, headers = {} } = answer(one);
      response.writeHead(status, headers).end(body);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, heard };
};

const request: PaymentRequest = {
  format: 'motcua/payment-request@1',
  MaTraCuuTT: '192b1e2f-f878-4ba6-8de4-56668ddd48ae.4.phi',
  MaHoSo: '000.00.31.H02-210702-0001',
  MaTTHC: '1.013225',
  TenTTHC: 'Cấp giấy phép xây dựng',
  MaDonVi: 'H02.213',
  HoTenNguoiNop: 'Trần Thị Bình',
  PhiLePhi: [{ MaPhiLePhi: 'phi', TenPhiLePhi: 'Lệ phí', SoTien: 50_000 }],
  DiaChiQuayLai: 'https://tinh.example/ho-so/x',
};

type Context = Parameters<typeof openPayment>[0];

const contextOf = (requestUrl: string | undefined, over: { readonly demo?: boolean; readonly secret?: string } = {}) =>
  ({
    config: { demo: over.demo ?? false, peerSecrets: new Map(over.secret ? [['nen-tang', over.secret]] : []) },
    log: pino({ level: 'silent' }),
    service: {
      payments: {
        platform: async () => ({ id: 'nen-tang', name: 'Nền tảng', ...(requestUrl ? { requestUrl } : {}) }),
      },
    },
  }) as unknown as Context;

const codeOf = async (context: Context): Promise<string | undefined> => {
  const opened = await openPayment(context, request);
  return opened.ok ? opened.value : opened.problems[0]?.code;
};

describe('the payment platform', () => {
  it('is told what is to be paid, with its secret, and says where the payer goes', async () => {
    const platform = await other(() => ({ status: 200, body: '{"url":"https://thanh-toan.example/p/1"}' }));
    expect(await codeOf(contextOf(platform.url, { secret: SECRET }))).toBe('https://thanh-toan.example/p/1');
    const [heard] = platform.heard;
    expect(heard?.headers.authorization).toBe(`Bearer ${SECRET}`);
    expect(heard?.headers['idempotency-key']).toBe(request.MaTraCuuTT);
    expect(heard?.body).toEqual(request);
  });

  it('that answers with anything else is told as unavailable, and nobody is sent to an address that is none', async () => {
    const answers = [
      { status: 500, body: '' },
      { status: 200, body: 'không phải JSON' },
      { status: 200, body: '{"url":"javascript:alert(1)"}' },
      { status: 200, body: '{"url":7}' },
      { status: 302, body: '', headers: { location: 'https://khac.example/' } },
    ];
    for (const answer of answers) {
      const platform = await other(() => answer);
      expect(await codeOf(contextOf(platform.url, { secret: SECRET }))).toBe('payment.unavailable');
    }
    expect(await codeOf(contextOf('http://127.0.0.1:1/', { secret: SECRET }))).toBe('payment.unavailable');
  });

  it('is asked for nothing without its secret, and is not offered where there is none outside the demo', async () => {
    const platform = await other(() => ({ status: 200, body: '{"url":"https://thanh-toan.example/p/1"}' }));
    expect(await codeOf(contextOf(platform.url))).toBe('payment.unavailable');
    expect(platform.heard).toEqual([]);
    expect(await codeOf(contextOf(undefined))).toBe('payment.no-platform');
    expect(await codeOf(contextOf(undefined, { demo: true }))).toMatch(/^\/demo\/thanh-toan\/.*so-tien=50000$/);
  });
});

describe('a system that took a dossier in', () => {
  const message = { id: 'd:7:portal-status', dossier: 'd', kind: 'portal-status' as const };
  const payload = { peer: 'he-thong-bo', message: { format: 'motcua/dossier-status@1', MaHoSo: 'G09' } };
  const deliver = (statusUrl: string | undefined, secret: string | undefined = SECRET) =>
    portalPeer(
      () => ({
        all: async () => [
          { id: 'he-thong-bo', name: 'Bộ', codes: ['A99.99-99999999-9999999'], ...(statusUrl ? { statusUrl } : {}) },
        ],
      }),
      { peerSecrets: new Map(secret === '' ? [] : [['he-thong-bo', secret]]) },
    ).deliver({ ...message, payload }, '2021-07-15T02:00:00.000Z');

  it('is told of each change, with its secret and a key that makes it count once', async () => {
    const system = await other(() => ({ status: 202, body: '' }));
    await deliver(system.url);
    expect(system.heard[0]?.body).toEqual(payload.message);
    expect(system.heard[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
    expect(system.heard[0]?.headers['idempotency-key']).toBe(message.id);
  });

  it('that refuses, is away, moves or is not set up keeps its message waiting, with the reason', async () => {
    const refuses = await other(() => ({ status: 503, body: '' }));
    await expect(deliver(refuses.url)).rejects.toThrow('answered 503');
    const moves = await other(() => ({ status: 307, body: '', headers: { location: 'https://khac.example/' } }));
    await expect(deliver(moves.url)).rejects.toThrow();
    await expect(deliver('http://127.0.0.1:1/')).rejects.toThrow();
    await expect(deliver(undefined)).rejects.toThrow('no address');
    await expect(deliver(refuses.url, '')).rejects.toThrow('no secret');
    expect(refuses.heard).toHaveLength(1);
  });
});
