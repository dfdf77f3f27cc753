import type { Channel, Level, Procedure } from '#engine/definition/index.ts';
import { foldTidy } from './numbers.ts';

type Applicant = Procedure['applicants'][number];

/** Words as the national database writes them, folded. */
const APPLICANTS: Readonly<Record<string, Applicant>> = {
  'cong dan viet nam': 'citizen',
  'cong dan': 'citizen',
  'ca nhan': 'citizen',
  'ho gia dinh': 'citizen',
  'nguoi viet nam dinh cu o nuoc ngoai': 'overseas-vietnamese',
  'nguoi nuoc ngoai': 'foreigner',
  'nguoi nuoc ngoai cu tru tai viet nam': 'foreigner',
  'doanh nghiep': 'business',
  'doanh nghiep viet nam': 'business',
  'doanh nghiep co von dau tu nuoc ngoai': 'foreign-business',
  'hop tac xa': 'cooperative',
  htx: 'cooperative',
  'ho kinh doanh': 'household-business',
  'to chuc': 'organisation',
  'to chuc (khong bao gom doanh nghiep, htx)': 'organisation',
  'to chuc nuoc ngoai': 'foreign-organisation',
  'co quan nha nuoc': 'state-agency',
};

export const applicantOf = (words: string): Applicant | undefined => {
  const key = foldTidy(words);
  return Object.hasOwn(APPLICANTS, key) ? APPLICANTS[key] : undefined;
};

const LEVELS: Readonly<Record<string, Level>> = {
  'cap bo': 'ministry',
  'cap trung uong': 'ministry',
  'cap tinh': 'province',
  tinh: 'province',
  'cap huyen': 'district',
  huyen: 'district',
  'cap xa': 'commune',
  xa: 'commune',
};

export const levelOf = (words: string): Level | undefined => {
  const key = foldTidy(words);
  return Object.hasOwn(LEVELS, key) ? LEVELS[key] : undefined;
};

const CHANNELS: readonly (readonly [RegExp, Channel])[] = [
  [/^(?:nop )?truc tiep/, 'counter'],
  [/^(?:nop )?truc tuyen/, 'online'],
  [/^(?:qua )?(?:nop )?(?:dich vu )?buu chinh/, 'post'],
  [/^(?:qua )?buu dien/, 'post'],
];

export const channelOf = (words: string): Channel | undefined => {
  const key = foldTidy(words);
  return CHANNELS.find(([pattern]) => pattern.test(key))?.[1];
};

/** A "case" that is only a way of filing: `nộp trực tiếp`, `nguồn ghi kênh trực tiếp, trực tuyến`. */
export const channelsOnly = (words: string): readonly Channel[] | undefined => {
  const rest = foldTidy(words).replace(/^(?:nguon ghi(?: o)? kenh|kenh\s*=?|hinh thuc nop:?)\s*/, '');
  const parts = rest
    .replace(/[()]/g, ',')
    .replace(/hoac|va/g, ',')
    .split(/[,;/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const channels = parts.map((part) =>
    /^(?:nop )?(?:truc tiep|truc tuyen|(?:qua )?(?:dich vu )?buu chinh(?: cong ich)?)$/.test(part)
      ? channelOf(part)
      : undefined,
  );
  const known = channels.filter((channel) => channel !== undefined);
  return known.length > 0 && known.length === channels.length ? [...new Set(known)] : undefined;
};

/** A "case" that is every case. */
export const isEveryCase = (words: string): boolean =>
  /^(?:|moi truong hop|tat ca cac truong hop|tong|moi nganh nghe|moi doi tuong)$/.test(foldTidy(words)) ||
  /^nguon (?:chi )?ghi/.test(foldTidy(words));

/** Code lists that a source may name; the value is the family, the newest version is taken. */
const LISTS: Readonly<Record<string, string>> = {
  ethnic_groups: 'ethnic-groups',
  countries_vi: 'countries',
  'ho_tich_options.gioi_tinh': 'sex',
  'gioi tinh': 'sex',
  'ho_tich_options.loai_giay_to': 'identity-papers',
  'ho_tich_options.loai_cu_tru': 'residence-kinds',
  ton_giao: 'religions',
};

export const listFor = (words: string, known: readonly string[]): string | undefined => {
  const family = LISTS[words] ?? LISTS[foldTidy(words)];
  return family === undefined
    ? undefined
    : known
        .filter((ref) => ref.startsWith(`${family}@`))
        .sort()
        .at(-1);
};

/** Roles of steps by the words of a table of steps (TT 01/2018 Điều 8). */
const ROLES: readonly (readonly [RegExp, string])[] = [
  [/mot cua|tiep nhan|tra ket qua|hanh chinh cong|ttphvcc|ttpvhcc|thu phi/, 'clerk'],
  [/van thu|dong dau|van phong/, 'office'],
  [
    /truong phong|pho truong phong|lanh dao phong|chi huy|lanh dao chi cuc|lanh dao bo phan|lanh dao ban|phu trach phong/,
    'head',
  ],
  [/lanh dao|chu tich|giam doc|thu truong|hoi dong/, 'leader'],
  [/chuyen vien|cong chuc|can bo|vien chuc|thu ly|xu ly|phong |to tham dinh/, 'officer'],
];

export const roleOf = (who: string, role = ''): string | undefined => {
  const unit = foldTidy(who);
  const own = foldTidy(role);
  if (own === 'lanh dao') return ROLES[2]?.[0].test(unit) ? 'head' : 'leader';
  return [own, unit].flatMap((words) =>
    words === '' ? [] : (ROLES.find(([pattern]) => pattern.test(words))?.[1] ?? []),
  )[0];
};
