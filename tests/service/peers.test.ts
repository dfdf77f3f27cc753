import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { fitsShape } from '#engine/peers/index.ts';
import type { OutboxMessage } from '#engine/store/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { answers, clerk, codes, decisionOf, publish, stage, submission, value } from './fixtures.ts';

const CODE = '1.000001';
const FOREIGN = 'G09.20-20260609-0092637';
const peers: unknown = JSON.parse(readFileSync('definitions/peers.json', 'utf8'));
const PEER = 'he-thong-bo';

const bytes = Buffer.from('%PDF-1.7 giay to');
const attached = {
  TenGiayTo: 'don.pdf',
  HashTepTin: createHash('sha256').update(bytes).digest('hex'),
  NoiDung: bytes.toString('base64'),
};

const message = (over: Readonly<Record<string, unknown>> = {}) => ({
  format: 'motcua/incoming-dossier@1',
  MaGoiTin: 'G09-1',
  MaHoSo: FOREIGN,
  MaTTHC: CODE,
  MaDonViTiepNhan: 'H02.07201',
  NgayNopHoSo: '20210601073015',
  ChuHoSo: 'Lê Thị Chi',
  LoaiDoiTuong: '1',
  SoDinhDanh: '024190000123',
  DuLieuBieuMau: answers,
  ThanhPhanHoSo: [],
  ...over,
});

const prepared = async () => {
  const sent: OutboxMessage[] = [];
  const deliver = async (given: OutboxMessage): Promise<void> => {
    sent.push(given);
  };
  const staged = await stage(at('2021-06-01', '08:00'), { peers: { 'portal-status': { deliver } } });
  await publish(staged.service, decisionOf('1/QĐ', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1),
  ]);
  value(await staged.service.peers.put(peers));
  return { ...staged, sent };
};

describe('a dossier from a ministry’s system', () => {
  it('keeps its foreign code as its only code, and is found by it', async () => {
    const { service, store } = await prepared();
    const received = value(await service.peers.receive(PEER, message()));
    expect(received).toMatchObject({
      code: FOREIGN,
      status: 'submitted',
      channel: 'online',
      receivingUnit: 'H02.07201',
      origin: { peer: PEER, submittedAt: '2021-06-01T00:30:15.000Z' },
    });
    expect((await service.dossiers.byCode(FOREIGN.toLowerCase()))?.id).toBe(received.id);
    const listed = await store.dossiers.list({ receivingUnit: 'H02.07201', text: '0092637', limit: 9, offset: 0 });
    expect(listed.rows.map(({ code, origin }) => [code, origin])).toEqual([[FOREIGN, received.origin?.name]]);
    expect(await service.dossiers.verify(received.id)).toMatchObject({ ok: true });
  });

  it('takes no number of ours: the next of our own is the first', async () => {
    const { service } = await prepared();
    value(await service.peers.receive(PEER, message()));
    const own = value(await service.dossiers.execute(submission(CODE, 'own')));
    expect(own.code).toMatch(/-210601-0001$/);
  });

  it('is there once, however often the message comes; another content under its number is refused', async () => {
    const { service, store } = await prepared();
    const first = value(await service.peers.receive(PEER, message()));
    expect(value(await service.peers.receive(PEER, message())).id).toBe(first.id);
    expect((await store.overview.totals()).dossiers).toBe(1);
    expect(codes(await service.peers.receive(PEER, message({ ChuHoSo: 'Người khác' })))).toEqual([
      'command.key-reused',
    ]);
    expect(codes(await service.peers.receive(PEER, message({ MaGoiTin: 'G09-2' })))).toEqual(['dossier.code-taken']);
  });

  it('has its files, compared with their hashes', async () => {
    const { service, store } = await prepared();
    const withFile = (NoiDung: string) =>
      message({
        ThanhPhanHoSo: [{ MaThanhPhanHoSo: 'declaration', LoaiBan: '2', GiayToDinhKem: [{ ...attached, NoiDung }] }],
      });
    expect(codes(await service.peers.receive(PEER, withFile(Buffer.from('%PDF-other').toString('base64'))))).toEqual([
      'peer.file.hash',
    ]);
    const unknown = codes(await service.peers.receive(PEER, withFile(attached.NoiDung)));
    expect(unknown).toEqual(['dossier.paper.not-on-checklist']);
    expect(await store.files.get(attached.HashTepTin)).toEqual(bytes);
  });

  it.each([
    ['a code of our own scheme', { MaHoSo: '000.01.13.H02-210601-0001' }, 'peer.code.ours'],
    ['a code of no declared shape', { MaHoSo: 'G09-20260609' }, 'peer.code.shape'],
    ['a moment that the calendar does not have', { NgayNopHoSo: '20210230101010' }, 'peer.time'],
    ['an unknown procedure', { MaTTHC: '9.999999' }, 'intake.unknown'],
    ['a counter that does not take it in', { MaDonViTiepNhan: 'H99' }, 'intake.unit'],
    ['answers that the form refuses', { DuLieuBieuMau: { request: 5 } }, undefined],
    ['fields that the format does not know', { Them: 1 }, undefined],
    ['a wrong format', { format: 'motcua/incoming-dossier@2' }, undefined],
  ])('refuses %s, by name and place, and writes nothing', async (_, over, code) => {
    const { service, store } = await prepared();
    const refused = await service.peers.receive(PEER, message(over));
    expect(refused.ok).toBe(false);
    if (code !== undefined) expect(codes(refused)).toEqual([code]);
    for (const problem of refused.ok ? [] : refused.problems) expect(problem.message.vi).not.toBe('');
    expect((await store.overview.totals()).dossiers).toBe(0);
  });

  it('comes from a declared system only', async () => {
    const { service } = await prepared();
    expect(codes(await service.peers.receive('nobody', message()))).toEqual(['peer.unknown']);
    const pretended = submission(CODE, 'k', {
      origin: { peer: PEER, name: 'x', message: '1', submittedAt: at('2021-06-01', '07:00') },
    });
    expect(codes(await service.dossiers.execute(pretended))).toEqual(['dossier.role']);
  });

  it('is accepted as any other, and what becomes of it goes back in order', async () => {
    const { service, sent, clock } = await prepared();
    const received = value(await service.peers.receive(PEER, message()));
    value(
      await service.dossiers.execute({ dossier: received.id, command: { type: 'accept' }, actor: clerk, key: 'a' }),
    );
    clock.set(at('2021-06-01', '09:00'));
    const stop = { type: 'ask-supplement', papers: [], reason: 'Thiếu đơn' } as const;
    await service.dossiers.execute({ dossier: received.id, command: stop, actor: clerk, key: 'b' });
    await service.tick();
    expect(sent.map(({ kind }) => kind)).toContain('portal-status');
    expect(sent[0]?.payload).toMatchObject({
      peer: PEER,
      message: {
        format: 'motcua/dossier-status@1',
        MaHoSo: FOREIGN,
        TrangThaiHoSo: '2',
        TenTrangThai: 'Được tiếp nhận',
        ThoiDiem: '20210601080000',
      },
    });
  });

  it('a refusal goes back with its reason; dossiers of our own send nothing', async () => {
    const { service, sent } = await prepared();
    const received = value(await service.peers.receive(PEER, message()));
    const own = value(await service.dossiers.execute(submission(CODE, 'own')));
    const refuse = { type: 'refuse', reason: 'Không thuộc thẩm quyền' } as const;
    for (const { id } of [received, own])
      value(await service.dossiers.execute({ dossier: id, command: refuse, actor: clerk, key: `r:${id}` }));
    await service.tick();
    expect(sent.map(({ payload }) => payload['message'])).toMatchObject([
      { MaHoSo: FOREIGN, TrangThaiHoSo: '3', LyDo: 'Không thuộc thẩm quyền' },
    ]);
  });
});

describe('shapes of foreign codes', () => {
  it.each([
    ['G09.20-20260609-0092637', true],
    ['g09.20-20260609-0092637', false],
    ['G09.20-20260609-009263', false],
    ['909.20-20260609-0092637', false],
    ['G09.20-20260609-009263A', false],
  ])('%s fits A99.99-99999999-9999999: %s', (code, fits) => {
    expect(fitsShape(code, 'A99.99-99999999-9999999')).toBe(fits);
  });
});
