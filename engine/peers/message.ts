import type { FromSchema } from 'json-schema-to-ts';

const text = (longest: number) => ({ type: 'string', minLength: 1, maxLength: longest }) as const;

/**
 * `motcua/incoming-dossier@1`: one dossier that another system took in and hands over. Field names are those of the
 * national exchange (NoiHoSo, DongBoHoSoMC) where it has one; `TruongHop` and `DuLieuBieuMau` are ours: the case and
 * the answers by question, as the release in force asks them. Described in `docs/incoming-dossier.md`.
 */
export const incomingSchema = {
  type: 'object',
  properties: {
    format: { const: 'motcua/incoming-dossier@1' },
    /** The sender's number of the message: sent again, it is answered as before. */
    MaGoiTin: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$' },
    MaHoSo: { type: 'string', pattern: '^[A-Z0-9.-]{6,35}$' },
    MaTTHC: text(40),
    MaDonViTiepNhan: text(40),
    NgayNopHoSo: { type: 'string', pattern: '^[0-9]{14}$' },
    ChuHoSo: text(300),
    /** 1 citizen, 2 organisation. */
    LoaiDoiTuong: { type: 'string', enum: ['1', '2'] },
    SoDinhDanh: text(50),
    DiaChi: text(300),
    SoDienThoai: text(30),
    Email: text(200),
    NguoiNop: {
      type: 'object',
      properties: { HoTen: text(300), SoDinhDanh: text(50), GiayUyQuyen: text(300) },
      required: ['HoTen'],
      additionalProperties: false,
    },
    /** How the result is collected: 0 in person, 1 by post, 2 on line. */
    HinhThuc: { type: 'string', enum: ['0', '1', '2'] },
    DiaChiTraKetQua: text(300),
    TruongHop: text(64),
    DuLieuBieuMau: { type: 'object', maxProperties: 500 },
    ThanhPhanHoSo: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        properties: {
          MaThanhPhanHoSo: text(64),
          SoLuong: { type: 'integer', minimum: 1, maximum: 100 },
          /** 0 original, 1 copy, 2 electronic. */
          LoaiBan: { type: 'string', enum: ['0', '1', '2'] },
          GiayToDinhKem: {
            type: 'array',
            maxItems: 20,
            items: {
              type: 'object',
              properties: {
                TenGiayTo: { type: 'string', minLength: 1, maxLength: 200 },
                /** SHA-256 of the bytes, hexadecimal. */
                HashTepTin: { type: 'string', pattern: '^[0-9a-f]{64}$' },
                NoiDung: { type: 'string', maxLength: 28_000_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' },
              },
              required: ['TenGiayTo', 'HashTepTin', 'NoiDung'],
              additionalProperties: false,
            },
          },
        },
        required: ['MaThanhPhanHoSo', 'LoaiBan'],
        additionalProperties: false,
      },
    },
  },
  required: [
    'format',
    'MaGoiTin',
    'MaHoSo',
    'MaTTHC',
    'MaDonViTiepNhan',
    'NgayNopHoSo',
    'ChuHoSo',
    'LoaiDoiTuong',
    'DuLieuBieuMau',
    'ThanhPhanHoSo',
  ],
  additionalProperties: false,
} as const;

export type IncomingDossier = FromSchema<typeof incomingSchema>;
