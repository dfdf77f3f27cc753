import { isLocalDate, type LocalDate } from '#engine/clock/index.ts';
import { conform } from '#engine/definition/index.ts';
import type { FromSchema } from 'json-schema-to-ts';
import { citizenSchema, type Citizen } from './source.ts';
import type { PopulationAnswer, PopulationQuery, RegisteredAddress, RegisteredPerson } from './types.ts';

/** The register's answer: `TrangThai` 1 there is such a person, 0 there is none. */
const answerSchema = {
  type: 'object',
  properties: {
    MaYeuCau: { type: 'string', maxLength: 100 },
    TrangThai: { type: 'string', enum: ['0', '1'] },
    CongDan: citizenSchema,
  },
  required: ['MaYeuCau', 'TrangThai'],
} as const;

type Answer = FromSchema<typeof answerSchema>;

/** What is asked, with the names of the register's own fields (domain 5.4). */
export const queryMessage = (query: PopulationQuery, integration: string) => ({
  MaYeuCau: query.id,
  MaDVC: query.procedure,
  MaTichHop: integration,
  MaCanBo: query.officer.id,
  MaDonVi: query.officer.unit,
  MaHoSo: query.draft,
  SoDinhDanh: query.personalNumber,
});

const SEX = { '1': 'male', '2': 'female', '3': 'other' } as const;

/** The register writes names in capitals; a name that is not all capitals is left as it is. */
export const properName = (name: string): string => {
  const plain = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (plain !== plain.toUpperCase()) return plain;
  return plain.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });
};

const birthOf = ({ NgayThangNamSinh: day, Nam: year }: Citizen): LocalDate | undefined => {
  if (day === undefined) return year;
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  return isLocalDate(date) ? date : year;
};

const addressOf = ({
  MaTinh,
  MaHuyen,
  MaXa,
  ChiTiet,
  DiaChi,
}: NonNullable<Citizen['ThuongTru']>): RegisteredAddress => ({
  ...(MaTinh === undefined ? {} : { province: MaTinh }),
  ...(MaHuyen === undefined ? {} : { district: MaHuyen }),
  ...(MaXa === undefined ? {} : { commune: MaXa }),
  ...(ChiTiet === undefined ? {} : { detail: ChiTiet.normalize('NFC') }),
  text: DiaChi.normalize('NFC'),
});

export const personOfCitizen = (citizen: Citizen): RegisteredPerson => {
  const birthDate = birthOf(citizen);
  const { GioiTinh, DanToc, QuocTich, ThuongTru, NoiOHienTai } = citizen;
  return {
    personalNumber: citizen.SoDinhDanh,
    fullName: properName(citizen.HoVaTen),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(GioiTinh === undefined ? {} : { sex: SEX[GioiTinh] }),
    ...(DanToc === undefined ? {} : { ethnicity: DanToc.normalize('NFC') }),
    ...(QuocTich === undefined ? {} : { nationality: QuocTich.normalize('NFC') }),
    ...(ThuongTru === undefined ? {} : { residence: addressOf(ThuongTru) }),
    ...(NoiOHienTai === undefined ? {} : { presentAddress: addressOf(NoiOHienTai) }),
  };
};

/** Reads an answer. One to another query, or about somebody else, is as good as none. */
export const readAnswer = (query: PopulationQuery, json: unknown): PopulationAnswer => {
  const read = conform<Answer>(answerSchema, json);
  if (!read.ok || read.value.MaYeuCau !== query.id) return { type: 'unavailable', reason: 'unreadable' };
  const { TrangThai, CongDan } = read.value;
  if (TrangThai === '0') return { type: 'not-found' };
  if (CongDan?.SoDinhDanh !== query.personalNumber) return { type: 'unavailable', reason: 'unreadable' };
  return { type: 'found', person: personOfCitizen(CongDan) };
};

/** Số định danh cá nhân: twelve digits, nothing else. */
export const isPersonalNumber = (text: string): boolean => /^[0-9]{12}$/.test(text);

/** The same name, however it is spelled in capitals, spaces and composed letters. */
export const sameName = (one: string, other: string): boolean => {
  const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
  return plain(one) === plain(other);
};
