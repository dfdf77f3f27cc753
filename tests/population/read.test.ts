import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPersonalNumber, properName, readAnswer, sameName, type PopulationQuery } from '#engine/population/index.ts';

const query: PopulationQuery = {
  id: 'q-1',
  personalNumber: '099085000002',
  officer: { id: 'clerk', unit: 'H02.07201' },
  procedure: '1.001193',
  draft: 'draft-1',
};
const answer = (citizen: object) => ({ MaYeuCau: 'q-1', TrangThai: '1', CongDan: citizen });
const binh = { SoDinhDanh: '099085000002', HoVaTen: 'TRẦN THỊ BÌNH' };

describe('the answer of the population database', () => {
  it('tells of a person, with the year alone where it knows no day', () => {
    const whole = {
      ...binh,
      NgayThangNamSinh: '19851120',
      GioiTinh: '2',
      ThuongTru: { MaTinh: '24', MaXa: '07201', ChiTiet: 'Số 5', DiaChi: 'Số 5, phường Thọ Xương' },
    };
    expect(readAnswer(query, answer(whole))).toEqual({
      type: 'found',
      person: {
        personalNumber: '099085000002',
        fullName: 'Trần Thị Bình',
        birthDate: '1985-11-20',
        sex: 'female',
        residence: { province: '24', commune: '07201', detail: 'Số 5', text: 'Số 5, phường Thọ Xương' },
      },
    });
    expect(readAnswer(query, answer({ ...binh, Nam: '1985' }))).toMatchObject({ person: { birthDate: '1985' } });
    expect(readAnswer(query, answer({ ...binh, NgayThangNamSinh: '19850231' }))).not.toHaveProperty('person.birthDate');
  });

  it('is none when it answers another query or tells of somebody else', () => {
    const unreadable = { type: 'unavailable', reason: 'unreadable' };
    expect(readAnswer(query, { ...answer(binh), MaYeuCau: 'q-2' })).toEqual(unreadable);
    expect(readAnswer(query, answer({ ...binh, SoDinhDanh: '099085000003' }))).toEqual(unreadable);
    expect(readAnswer(query, { MaYeuCau: 'q-1', TrangThai: '1' })).toEqual(unreadable);
    expect(readAnswer(query, { MaYeuCau: 'q-1', TrangThai: '0' })).toEqual({ type: 'not-found' });
  });

  it('never makes reading fail, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readAnswer(query, json).type).toBe('unavailable');
      }),
    );
  });
});

describe('names and numbers', () => {
  it('are written as people write them', () => {
    expect(properName('  ĐẶNG   THỊ ÁNH ')).toBe('Đặng Thị Ánh');
    expect(properName("H'HEN NIÊ")).toBe("H'Hen Niê");
    expect(properName('Ronald McDonald')).toBe('Ronald McDonald');
    expect(sameName('TRẦN THỊ BÌNH', 'Trần  Thị Bình'.normalize('NFD'))).toBe(true);
    expect(sameName('Trần Thị Bình', 'Trần Thị Binh')).toBe(false);
  });

  it('twelve digits are a personal number, nothing else is', () => {
    expect(
      ['099085000002', '09908500000', '0990850000021', '09908500000a', '٠٩٩٠٨٥٠٠٠٠٠٢', ''].map(isPersonalNumber),
    ).toEqual([true, false, false, false, false, false]);
  });
});
