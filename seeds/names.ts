/** Vietnamese names put together from common parts; the same key always gives the same name. */

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Thân',
  'Giáp',
  'Chu',
  'Lương',
];
const MEN = {
  middle: ['Văn', 'Đức', 'Quang', 'Minh', 'Xuân', 'Hữu', 'Công', 'Đình'],
  given: [
    'An',
    'Bình',
    'Cường',
    'Dũng',
    'Giang',
    'Hải',
    'Hùng',
    'Khánh',
    'Long',
    'Nam',
    'Phong',
    'Quân',
    'Sơn',
    'Thắng',
    'Tuấn',
    'Việt',
  ],
};
const WOMEN = {
  middle: ['Thị', 'Thu', 'Ngọc', 'Thanh', 'Minh', 'Phương', 'Bích', 'Kim'],
  given: [
    'Anh',
    'Chi',
    'Dung',
    'Hà',
    'Hạnh',
    'Hoa',
    'Hương',
    'Lan',
    'Linh',
    'Mai',
    'Nga',
    'Nhung',
    'Oanh',
    'Thảo',
    'Trang',
    'Yến',
  ],
};

/** FNV-1a with a last mixing step (MurmurHash3's), so that keys alike do not give numbers alike. */
export const numberOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

const pick = (from: readonly string[], key: string): string => from[numberOf(key) % from.length] ?? '';

export const nameOf = (key: string): string => {
  const sex = numberOf(`${key}/sex`) % 2 === 0 ? MEN : WOMEN;
  return `${pick(FAMILY, `${key}/family`)} ${pick(sex.middle, `${key}/middle`)} ${pick(sex.given, `${key}/given`)}`;
};
