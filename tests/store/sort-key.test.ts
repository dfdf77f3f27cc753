import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#engine/definition/index.ts';
import { sortKey } from '#engine/store/index.ts';

const letters = [...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'];
const text = fc
  .array(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map((part) => part.join('')).join(' '));

describe('the sort key', () => {
  it('orders as the Vietnamese collation does', () => {
    const collator = new Intl.Collator('vi');
    fc.assert(
      fc.property(text, text, (left, right) => {
        const byKey = sortKey(left) < sortKey(right) ? -1 : sortKey(left) > sortKey(right) ? 1 : 0;
        expect(byKey).toBe(Math.sign(collator.compare(left, right)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('folding', () => {
  it('strips every mark, and đ, whatever the normal form', () => {
    expect(fold('Đăng ký ƯU ĐÃI ở Hữu Lũng')).toBe('dang ky uu dai o huu lung');
    fc.assert(
      fc.property(text, (given) => {
        expect(fold(given.normalize('NFD'))).toBe(fold(given.normalize('NFC')));
        expect(fold(given)).toMatch(/^[a-z ]*$/);
        expect(fold(fold(given))).toBe(fold(given));
      }),
    );
  });
});
