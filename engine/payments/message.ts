import type { FromSchema } from 'json-schema-to-ts';

/** `motcua/payment-request@1`: what the platform is told; field names as the national payment platform has them. */
export interface PaymentRequest {
  readonly format: 'motcua/payment-request@1';
  /** Of this request; the notice brings it back. */
  readonly MaTraCuuTT: string;
  readonly MaHoSo: string;
  readonly MaTTHC: string;
  readonly TenTTHC: string;
  readonly MaDonVi: string;
  readonly HoTenNguoiNop: string;
  readonly PhiLePhi: readonly {
    readonly MaPhiLePhi: string;
    readonly TenPhiLePhi: string;
    /** Whole đồng. */
    readonly SoTien: number;
  }[];
  /** Where the payer comes back to. */
  readonly DiaChiQuayLai: string;
}

/** `motcua/payment-notice@1`: the platform says that money came. Sent again as often as it likes: it counts once. */
export const paymentNoticeSchema = {
  type: 'object',
  properties: {
    format: { const: 'motcua/payment-notice@1' },
    MaTraCuuTT: { type: 'string', minLength: 1, maxLength: 200 },
    /** Of the transaction, unique at the platform. */
    MaGiaoDich: { type: 'string', pattern: '^[0-9A-Za-z._-]{1,60}$' },
    /** Whole đồng. */
    SoTien: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    SoBienLai: { type: 'string', minLength: 1, maxLength: 60 },
  },
  required: ['format', 'MaTraCuuTT', 'MaGiaoDich', 'SoTien'],
  additionalProperties: false,
} as const;

export type PaymentNotice = FromSchema<typeof paymentNoticeSchema>;
