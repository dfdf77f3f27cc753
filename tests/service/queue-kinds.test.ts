import { describe, expect, it } from 'vitest';
import { postedKinds } from '#app/server/office/queue-kinds.ts';
import { loadDefinitions } from '#seeds/index.ts';
import { codes, stage } from './fixtures.ts';

const named = (id: string, vi: string) => ({ id, name: { vi } });

const posted = (...rows: readonly (readonly [id: string, vi: string, en: string])[]): FormData => {
  const data = new FormData();
  for (const [id, vi, en] of rows) {
    data.append('ma', id);
    data.append('ten', vi);
    data.append('ten-en', en);
  }
  return data;
};

describe('kinds of service at the queue', () => {
  it('are data, kept in their order', async () => {
    const { service } = await stage();
    expect(await service.queueKinds.all()).toEqual([]);
    const put = await service.queueKinds.put({
      format: 'motcua/queue@1',
      kinds: [named('pay', 'Nộp phí'), named('submit', 'Nộp hồ sơ')],
    });
    expect(put.ok).toBe(true);
    expect((await service.queueKinds.all()).map(({ id }) => id)).toEqual(['pay', 'submit']);
  });

  it('are refused when an id is there twice or a name is missing, and what there was stays', async () => {
    const { service } = await stage();
    await service.queueKinds.put({ format: 'motcua/queue@1', kinds: [named('submit', 'Nộp hồ sơ')] });
    const twice = { format: 'motcua/queue@1', kinds: [named('a', 'Một'), named('a', 'Hai')] };
    expect(codes(await service.queueKinds.put(twice))).toEqual(['queue.kind-twice']);
    expect((await service.queueKinds.put({ format: 'motcua/queue@1', kinds: [named('a', '')] })).ok).toBe(false);
    expect((await service.queueKinds.all()).map(({ id }) => id)).toEqual(['submit']);
  });

  it('of the demo are what its definitions say', async () => {
    const { service } = await stage();
    expect((await service.queueKinds.put(loadDefinitions().queueKinds)).ok).toBe(true);
    expect((await service.queueKinds.all()).map(({ name }) => name.vi)).toContain('Nộp hồ sơ');
  });

  it('as an administrator writes them: ids stay, new ones come from the name, empty rows go', () => {
    const kinds = postedKinds(
      posted(['submit', 'Nộp giấy tờ', 'Hand in'], ['collect', '', ''], ['', 'Nộp phí, lệ phí', ''], ['', '', '']),
    );
    expect(kinds).toEqual([
      { id: 'submit', name: { vi: 'Nộp giấy tờ', en: 'Hand in' } },
      { id: 'nop-phi-le-phi', name: { vi: 'Nộp phí, lệ phí' } },
    ]);
    expect(postedKinds(posted(['mot', 'Một', ''], ['', 'Một', ''])).map(({ id }) => id)).toEqual(['mot', 'mot-2']);
  });
});
