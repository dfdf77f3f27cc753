import { createHash } from 'node:crypto';
import { at, isLocalDate, type Instant } from '#engine/clock/index.ts';
import { conform } from '#engine/definition/index.ts';
import type { Applicant, DossierCommand, FileRef, PaperReceived } from '#engine/dossier/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { incomingSchema, type IncomingDossier } from './message.ts';
import * as say from './problems.ts';
import { codeShapeProblem, type Peer } from './registry.ts';

type Submit = Extract<DossierCommand, { type: 'submit' }>;

export interface IncomingFile extends FileRef {
  readonly content: Uint8Array;
}

/** A message read: what is submitted, with its files, under which key. */
export interface Incoming {
  readonly message: string;
  readonly code: string;
  readonly procedure: string;
  readonly submit: Submit;
  readonly files: readonly IncomingFile[];
}

const KINDS: readonly { readonly type: string; readonly begins: readonly number[] }[] = [
  { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

const typeOf = (bytes: Uint8Array): string | undefined =>
  KINDS.find(({ begins }) => begins.every((byte, place) => bytes[place] === byte))?.type;

/** yyyyMMddHHmmss of Vietnam; undefined where the calendar has no such moment. */
const instantOf = (text: string): Instant | undefined => {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  const [hour, minute, second] = [text.slice(8, 10), text.slice(10, 12), text.slice(12, 14)];
  if (!isLocalDate(day) || hour > '23' || minute > '59' || second > '59') return undefined;
  return new Date(Date.parse(at(day, `${hour}:${minute}`)) + Number(second) * 1000).toISOString();
};

type Part = IncomingDossier['ThanhPhanHoSo'][number];

const filesOf = (part: Part, place: number): Result<readonly IncomingFile[]> => {
  const problems: Problem[] = [];
  const files = (part.GiayToDinhKem ?? []).map(({ TenGiayTo: name, HashTepTin: hash, NoiDung }, index) => {
    const path = `/ThanhPhanHoSo/${place}/GiayToDinhKem/${index}`;
    const content = new Uint8Array(Buffer.from(NoiDung, 'base64'));
    const type = typeOf(content);
    if (createHash('sha256').update(content).digest('hex') !== hash) problems.push(say.wrongHash(path, name));
    else if (type === undefined) problems.push(say.wrongKind(path, name));
    return { hash, name, type: type ?? '', bytes: content.length, content };
  });
  return problems.length > 0 ? fail(...problems) : ok(files);
};

const paperOf = (part: Part, files: readonly IncomingFile[]): PaperReceived => {
  const count = part.SoLuong ?? 1;
  return {
    paper: part.MaThanhPhanHoSo,
    originals: part.LoaiBan === '0' ? count : 0,
    copies: part.LoaiBan === '1' ? count : 0,
    digital: part.LoaiBan === '2' || files.length > 0,
    files: files.map(({ content: _content, ...file }) => file),
  };
};

const part = <Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: string };

const applicantOf = (given: IncomingDossier): Applicant => ({
  kind: given.LoaiDoiTuong === '2' ? 'organisation' : 'citizen',
  name: given.ChuHoSo,
  ...part('idNumber', given.SoDinhDanh),
  ...part('address', given.DiaChi),
  ...part('phone', given.SoDienThoai),
  ...part('email', given.Email),
});

const RETURNS = { '0': 'counter', '1': 'post', '2': 'online' } as const;

/** The message of a peer as a submission, or all that is wrong with it. Bytes are compared with their hashes. */
export const readIncoming = (peer: Peer, json: unknown): Result<Incoming> => {
  const read = conform<IncomingDossier>(incomingSchema, json);
  if (!read.ok) return read;
  const given = read.value;
  const sentAt = instantOf(given.NgayNopHoSo);
  const shape = codeShapeProblem(peer, given.MaHoSo);
  const problems: Problem[] = [
    ...(shape ? [shape] : []),
    ...(peer.procedures?.includes(given.MaTTHC) === false ? [say.otherProcedure(given.MaTTHC)] : []),
    ...(sentAt === undefined ? [say.wrongTime(given.NgayNopHoSo)] : []),
  ];
  const seen = new Set<string>();
  const files: IncomingFile[] = [];
  const papers: PaperReceived[] = [];
  for (const [place, each] of given.ThanhPhanHoSo.entries()) {
    if (seen.has(each.MaThanhPhanHoSo))
      problems.push(say.paperTwice(`/ThanhPhanHoSo/${place}/MaThanhPhanHoSo`, each.MaThanhPhanHoSo));
    seen.add(each.MaThanhPhanHoSo);
    const own = filesOf(each, place);
    if (!own.ok) problems.push(...own.problems);
    else {
      files.push(...own.value);
      papers.push(paperOf(each, own.value));
    }
  }
  if (problems.length > 0 || sentAt === undefined) return fail(...problems);
  const { NguoiNop: by } = given;
  return ok({
    message: given.MaGoiTin,
    code: given.MaHoSo,
    procedure: given.MaTTHC,
    files,
    submit: {
      type: 'submit',
      channel: 'online',
      origin: { peer: peer.id, name: peer.name, message: given.MaGoiTin, submittedAt: sentAt },
      receivingUnit: given.MaDonViTiepNhan,
      applicant: applicantOf(given),
      answers: given.DuLieuBieuMau,
      papers,
      returnChannel: RETURNS[given.HinhThuc ?? '2'],
      ...part('case', given.TruongHop),
      ...part('returnAddress', given.DiaChiTraKetQua),
      ...(by
        ? {
            submittedBy: {
              name: by.HoTen,
              ...part('idNumber', by.SoDinhDanh),
              ...part('mandate', by.GiayUyQuyen),
            },
          }
        : {}),
    },
  });
};
