import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { lookupCode, readLookupCode } from '#engine/payments/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { citizen, clerk, codes, decisionOf, publish, stage, submission, value } from './fixtures.ts';

const CODE = '1.000001';
const PLATFORM = 'nen-tang';
const officer: Actor = { kind: 'staff', id: 'officer-1', name: 'Cán bộ', unit: 'H02.07201', roles: ['officer'] };

const taken = async () => {
  const the = await stage(at('2021-06-01', '08:00'));
  const { service } = the;
  value(
    await service.peers.put({
      format: 'motcua/peers@1',
      peers: [],
      payment: { id: PLATFORM, name: 'Nền tảng thanh toán', requestUrl: 'https://thanh-toan.example/mo' },
    }),
  );
  await publish(service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1, {
      timeLimits: [{ id: 'usual', legal: { value: 5, unit: 'working-day' } }],
      none: ['checklist', 'cases', 'conditions', 'publicSteps'],
      fees: [
        { id: 'filing', name: { vi: 'Lệ phí nộp' }, kind: 'charge', amount: 50_000, due: 'submission' },
        { id: 'tax', name: { vi: 'Thuế' }, kind: 'tax', amount: 900_000, due: 'obligation' },
      ],
    }),
  ]);
  const { id } = value(
    await service.dossiers.execute(
      submission(CODE, 'one', { applicant: { kind: 'citizen', name: 'Lê Thị Chi', account: citizen.id } }),
    ),
  );
  const state = async () => {
    const found = await service.dossiers.byId(id);
    if (!found) throw new Error('no dossier');
    return found;
  };
  const notice = (over: object) => ({
    format: 'motcua/payment-notice@1',
    MaTraCuuTT: lookupCode(id, 'filing', 1),
    MaGiaoDich: 'GD1',
    SoTien: 50_000,
    ...over,
  });
  return { the, id, state, notice };
};

describe('money through the payment platform', () => {
  it('pays the fee of a dossier, which then owes nothing; told twice it counts once', async () => {
    const { the, state, notice } = await taken();
    const { payments } = the.service;
    const [owed] = await payments.owed(await state());
    expect(owed).toMatchObject({ fee: 'filing', amount: 50_000, kind: 'submission' });
    const asked = value(await payments.request(await state(), 'filing', 'https://tinh.example/ho-so/x'));
    expect(asked).toMatchObject({ MaHoSo: (await state()).code, PhiLePhi: [{ MaPhiLePhi: 'filing', SoTien: 50_000 }] });
    const paid = notice({ MaTraCuuTT: asked.MaTraCuuTT, SoBienLai: '0000123' });
    value(await payments.received(PLATFORM, paid));
    value(await payments.received(PLATFORM, paid));
    expect((await state()).payments).toEqual([
      { fee: 'filing', amount: 50_000, method: 'online', reference: 'GD1, biên lai 0000123', at: the.clock.now() },
    ]);
    expect(await payments.owed(await state())).toEqual([]);
    expect(codes(await payments.request(await state(), 'filing', 'https://tinh.example'))).toEqual([
      'payment.not-owed',
    ]);
    expect(codes(await payments.received(PLATFORM, { ...paid, SoTien: 1 }))).toEqual(['command.key-reused']);
  });

  it('meets an obligation only when all of it came, and the clock goes on from then', async () => {
    const { the, id, state, notice } = await taken();
    const { dossiers, payments } = the.service;
    const tax = (MaGiaoDich: string, SoTien: number) =>
      payments.received(PLATFORM, notice({ MaTraCuuTT: lookupCode(id, 'tax', 3), MaGiaoDich, SoTien }));
    value(await dossiers.execute({ dossier: id, command: { type: 'accept' }, actor: clerk, key: 'a' }));
    value(
      await dossiers.execute({
        dossier: id,
        command: { type: 'ask-payment', fee: 'tax', amount: 900_000, reason: 'Thông báo 12/TB' },
        actor: officer,
        key: 'ask',
      }),
    );
    const before = (await state()).promised?.due ?? '';
    the.clock.set(at('2021-06-03', '08:00'));
    value(await tax('GD2', 400_000));
    expect((await state()).status).toBe('obligation');
    expect((await payments.owed(await state()))[0]).toMatchObject({ fee: 'tax', amount: 500_000, kind: 'obligation' });
    value(await tax('GD3', 500_000));
    expect((await state()).status).toBe('processing');
    expect(((await state()).promised?.due ?? '') > before).toBe(true);
    expect((await payments.owed(await state())).map(({ fee }) => fee)).toEqual(['filing']);
    expect((await dossiers.verify(id)).ok).toBe(true);
  });

  it('is refused with a reason from who is not declared, for what is not known, and for a dossier that is over', async () => {
    const { the, id, state, notice } = await taken();
    const { dossiers, payments } = the.service;
    expect(codes(await payments.received('ai-do', notice({})))).toEqual(['payment.platform']);
    expect(codes(await payments.received(PLATFORM, notice({ SoTien: 0.5 })))).not.toEqual([]);
    expect(codes(await payments.received(PLATFORM, notice({ MaTraCuuTT: 'x' })))).toEqual(['payment.lookup']);
    expect(codes(await payments.received(PLATFORM, notice({ MaTraCuuTT: lookupCode(id, 'khac', 1) })))).toEqual([
      'dossier.fee.unknown',
    ]);
    value(await dossiers.execute({ dossier: id, command: { type: 'withdraw' }, actor: citizen, key: 'w' }));
    expect(await payments.owed(await state())).toEqual([]);
    expect(codes(await payments.received(PLATFORM, notice({})))).toHaveLength(1);
    expect((await state()).payments).toEqual([]);
  });

  it('has look-up codes that say which dossier and fee, and nothing else reads as one', () => {
    const id = '192b1e2f-f878-4ba6-8de4-56668ddd48ae';
    expect(readLookupCode(lookupCode(id, 'phi.a-1', 12))).toEqual({ dossier: id, fee: 'phi.a-1' });
    for (const other of ['', id, `${id}.1.`, `${id}.x.phi`, `../${id}.1.phi`])
      expect(readLookupCode(other)).toBeUndefined();
  });
});
