import { conform } from '#engine/definition/index.ts';
import type { Actor, DossierState } from '#engine/dossier/index.ts';
import {
  lookupCode,
  owedOf,
  paymentNoticeSchema,
  paymentProblems,
  readLookupCode,
  type Owed,
  type PaymentNotice,
  type PaymentRequest,
} from '#engine/payments/index.ts';
import type { PaymentPlatform } from '#engine/peers/index.ts';
import { fail, ok, type Localized, type Result } from '#engine/result/index.ts';
import type { PeerService } from './peers.ts';
import type { DossierService, Service } from './types.ts';

/** What applicants owe, and money that came through the payment platform (NĐ 61/2018 Điều 22). */
export interface PaymentService {
  /** undefined: on-line payment is not open. */
  platform(): Promise<PaymentPlatform | undefined>;
  owed(state: DossierState): Promise<readonly Owed[]>;
  /** What the platform is asked for; `back`: where the payer comes back to. */
  request(state: DossierState, fee: string, back: string): Promise<Result<PaymentRequest>>;
  /**
   * Money came (`motcua/payment-notice@1`): recorded as paid on line with the platform’s transaction; the same
   * transaction again changes nothing. Any amount is recorded as it is: it is money that came.
   */
  received(platform: string, json: unknown): Promise<Result<DossierState>>;
}

export const paymentService = (
  peers: Pick<PeerService, 'payment'>,
  catalogue: Pick<Service['catalogue'], 'release'>,
  dossiers: Pick<DossierService, 'execute' | 'byId'>,
): PaymentService => {
  const owed = async (state: DossierState): Promise<readonly Owed[]> => {
    const { procedure } = (await catalogue.release(state.releaseHash)).release;
    return owedOf(state, new Map((procedure.fees ?? []).map(({ id, name }): [string, Localized] => [id, name])));
  };
  return {
    platform: () => peers.payment(),
    owed,
    request: async (state, fee, back) => {
      const line = (await owed(state)).find((each) => each.fee === fee);
      if (!line) return fail(paymentProblems.notOwed());
      const { procedure } = (await catalogue.release(state.releaseHash)).release;
      return ok({
        format: 'motcua/payment-request@1',
        MaTraCuuTT: lookupCode(state.id, fee, state.seq),
        MaHoSo: state.code,
        MaTTHC: state.procedure,
        TenTTHC: procedure.name.vi,
        MaDonVi: state.receivingUnit,
        HoTenNguoiNop: state.submittedBy?.name ?? state.applicant.name,
        PhiLePhi: [{ MaPhiLePhi: fee, TenPhiLePhi: line.name.vi, SoTien: line.amount }],
        DiaChiQuayLai: back,
      });
    },
    received: async (id, json) => {
      const platform = await peers.payment();
      if (platform?.id !== id) return fail(paymentProblems.otherPlatform(id));
      const read = conform<PaymentNotice>(paymentNoticeSchema, json);
      if (!read.ok) return read;
      const { MaTraCuuTT, MaGiaoDich, SoTien, SoBienLai } = read.value;
      const of = readLookupCode(MaTraCuuTT);
      if (!of || !(await dossiers.byId(of.dossier))) return fail(paymentProblems.lookup(MaTraCuuTT));
      const actor: Actor = { kind: 'system', id: `peer.${platform.id}`, name: platform.name, roles: [] };
      return dossiers.execute({
        dossier: of.dossier,
        command: {
          type: 'record-payment',
          fee: of.fee,
          amount: SoTien,
          method: 'online',
          reference: SoBienLai === undefined ? MaGiaoDich : `${MaGiaoDich}, biên lai ${SoBienLai}`,
        },
        actor,
        key: `payment:${platform.id}:${MaGiaoDich}`,
      });
    },
  };
};
