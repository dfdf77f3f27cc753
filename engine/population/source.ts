import type { FromSchema } from 'json-schema-to-ts';

const code = (digits: number) => ({ type: 'string', pattern: `^[0-9]{${digits}}$` }) as const;

const address = {
  type: 'object',
  properties: {
    MaTinh: code(2),
    MaHuyen: code(3),
    MaXa: code(5),
    ChiTiet: { type: 'string', maxLength: 200 },
    DiaChi: { type: 'string', minLength: 1, maxLength: 300 },
  },
  required: ['DiaChi'],
} as const;

/** One person as the register sends them: the names of its own fields (domain 5.4). */
export const citizenSchema = {
  type: 'object',
  properties: {
    SoDinhDanh: code(12),
    HoVaTen: { type: 'string', minLength: 2, maxLength: 100 },
    /** yyyyMMdd. */
    NgayThangNamSinh: code(8),
    Nam: code(4),
    /** 1 male, 2 female, 3 not determined. */
    GioiTinh: { type: 'string', enum: ['1', '2', '3'] },
    DanToc: { type: 'string', maxLength: 50 },
    QuocTich: { type: 'string', maxLength: 100 },
    ThuongTru: address,
    NoiOHienTai: address,
  },
  required: ['SoDinhDanh', 'HoVaTen'],
} as const;

export type Citizen = FromSchema<typeof citizenSchema>;

const about = {
  format: { const: 'motcua/population@1' },
  /** Its secret is in the environment: `MOTCUA_PEER_<ID>_SECRET`. */
  id: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' },
  name: { type: 'string', minLength: 1, maxLength: 200 },
} as const;

/** `motcua/population@1`: where the population database is asked, or made-up people in its place. */
export const populationSchema = {
  oneOf: [
    {
      type: 'object',
      properties: {
        ...about,
        url: { type: 'string', pattern: '^https?://', maxLength: 500 },
        /** MaTichHop: what the database knows this system by. */
        integration: { type: 'string', minLength: 1, maxLength: 20 },
        /** The counter waits no longer; 2000 unless said. */
        timeoutMs: { type: 'integer', minimum: 100, maximum: 5000 },
      },
      required: ['format', 'id', 'name', 'url', 'integration'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        ...about,
        demo: { const: true },
        people: { type: 'array', maxItems: 1000, items: citizenSchema },
      },
      required: ['format', 'id', 'name', 'demo', 'people'],
      additionalProperties: false,
    },
  ],
} as const;

export type PopulationSource = FromSchema<typeof populationSchema>;
export type PopulationPeer = Extract<PopulationSource, { url: string }>;
export type DemoPopulation = Extract<PopulationSource, { demo: true }>;
