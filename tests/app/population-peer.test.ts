import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PopulationQuery } from '#engine/population/index.ts';
import { populationPeer } from '#app/server/population-peer.ts';

const query: PopulationQuery = {
  id: 'q-1',
  personalNumber: '099085000002',
  officer: { id: 'clerk', unit: 'H02.07201' },
  procedure: '1.001193',
  draft: 'draft-1',
};
const SECRET = 's'.repeat(40);

let server: Server;
let url: string;
let answer: RequestListener;
let asked: { readonly headers: object; readonly body: unknown }[];

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => (text += String(part)));
    request.on('end', () => {
      asked.push({ headers: request.headers, body: JSON.parse(text) });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tra-cuu`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const says =
  (body: string, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
const lookUp = (given: { readonly url?: string; readonly secret?: string } = { secret: SECRET }) =>
  populationPeer({ peerSecrets: new Map(given.secret === undefined ? [] : [['dan-cu', given.secret]]) })({
    format: 'motcua/population@1',
    id: 'dan-cu',
    name: 'Cơ sở dữ liệu quốc gia về dân cư',
    url: given.url ?? url,
    integration: '037',
    timeoutMs: 200,
  }).lookUp(query);

describe('the population database over HTTP', () => {
  it('is told who asks, about whom and what for, with the secret of this system', async () => {
    answer = says(
      JSON.stringify({
        MaYeuCau: 'q-1',
        TrangThai: '1',
        CongDan: { SoDinhDanh: '099085000002', HoVaTen: 'TRẦN THỊ BÌNH', NgayThangNamSinh: '19851120' },
      }),
    );
    expect(await lookUp()).toEqual({
      type: 'found',
      person: { personalNumber: '099085000002', fullName: 'Trần Thị Bình', birthDate: '1985-11-20' },
    });
    expect(asked).toMatchObject([
      {
        headers: { authorization: `Bearer ${SECRET}` },
        body: {
          MaYeuCau: 'q-1',
          MaDVC: '1.001193',
          MaTichHop: '037',
          MaCanBo: 'clerk',
          MaDonVi: 'H02.07201',
          MaHoSo: 'draft-1',
          SoDinhDanh: '099085000002',
        },
      },
    ]);
  });

  it('may know of nobody', async () => {
    answer = says(JSON.stringify({ MaYeuCau: 'q-1', TrangThai: '0' }));
    expect(await lookUp()).toEqual({ type: 'not-found' });
  });

  it('is not waited for longer than its time, before its answer or in the middle of it', async () => {
    const began = performance.now();
    answer = () => undefined;
    expect(await lookUp()).toEqual({ type: 'unavailable', reason: 'slow' });
    answer = (_, response) => void response.writeHead(200).write('{"MaYeuCau":');
    expect(await lookUp()).toEqual({ type: 'unavailable', reason: 'slow' });
    expect(performance.now() - began).toBeLessThan(1500);
  });

  it.each([
    ['no JSON', '<html>Bảo trì</html>'],
    ['bytes that are no text', '\u0000\ud800'],
    ['an answer without end', `{"MaYeuCau":"q-1","TrangThai":"0","x":"${'x'.repeat(100_000)}"}`],
    ['somebody else', '{"MaYeuCau":"q-1","TrangThai":"1","CongDan":{"SoDinhDanh":"099085000003","HoVaTen":"KHÁC"}}'],
  ])('given %s, then it is not there', async (_, body) => {
    answer = says(body);
    expect(await lookUp()).toEqual({ type: 'unavailable', reason: 'unreadable' });
  });

  it('given an error, a way elsewhere, nobody there or no secret, then it is not there', async () => {
    const unreachable = { type: 'unavailable', reason: 'unreachable' };
    answer = says('{}', 500);
    expect(await lookUp()).toEqual(unreachable);
    answer = (_, response) => void response.writeHead(302, { location: '/khac' }).end();
    expect(await lookUp()).toEqual(unreachable);
    expect(await lookUp({ url: 'http://127.0.0.1:1/', secret: SECRET })).toEqual(unreachable);
    expect(await lookUp({})).toEqual(unreachable);
    expect(asked).toHaveLength(2);
  });
});
