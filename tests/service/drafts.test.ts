import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { answers, author, citizen, codes, decisionOf, publish, stage, value } from './fixtures.ts';

const CODE = '1.000001';
const given = { actor: citizen, key: 'k', applicant: { kind: 'citizen' as const, name: 'Lê Thị Chi' } };

const withDraft = async () => {
  const stood = await stage();
  await publish(stood.service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1),
  ]);
  const draft = value(
    await stood.service.drafts.start({
      procedure: CODE,
      owner: citizen.id,
      channel: 'online',
      receivingUnit: 'H02.07201',
    }),
  );
  return { ...stood, draft };
};

const filled = async () => {
  const stood = await withDraft();
  return { ...stood, draft: value(await stood.service.drafts.save(stood.draft, { answers })) };
};

describe('a draft', () => {
  it('keeps what was typed, and goes when its owner throws it away', async () => {
    const { service, draft } = await withDraft();
    const saved = value(await service.drafts.save(draft, { answers: { name: 'chưa xong' }, pagesDone: ['one'] }));
    expect(await service.drafts.load(draft.id)).toEqual(saved);
    expect(await service.drafts.byOwner(citizen.id)).toEqual([saved]);
    await service.drafts.remove(draft.id);
    expect(await service.drafts.load(draft.id)).toBeUndefined();
    expect(codes(await service.drafts.save(saved, {}))).toEqual(['draft.unknown']);
  });

  it('does not let two windows overwrite each other', async () => {
    const { service, draft } = await withDraft();
    const results = await Promise.all([
      service.drafts.save(draft, { answers: { a: 1 } }),
      service.drafts.save(draft, { answers: { a: 2 } }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.flatMap(codes)).toEqual(['draft.conflict']);
  });

  it('shows form, papers, fees and the expected date', async () => {
    const { service, draft } = await withDraft();
    const view = await service.drafts.view(draft);
    expect(view).toMatchObject({ superseded: false, papers: [], fees: [] });
    expect(view.closed).toBeUndefined();
    expect(view.form.pages.length).toBeGreaterThan(0);
    expect(view.expected.due).toBe(at('2021-06-04', '17:00'));
  });

  it('becomes one dossier, whatever keys two windows bring', async () => {
    const { service, store, draft } = await filled();
    const results = await Promise.all([
      service.drafts.submit(draft, given),
      service.drafts.submit(draft, { ...given, key: 'other' }),
    ]);
    expect(new Set(results.map((result) => value(result).code)).size).toBe(1);
    expect(await store.dossiers.ids(undefined, 10)).toHaveLength(1);
    expect(await service.drafts.load(draft.id)).toBeUndefined();
  });

  it('is told that another release is in force, and is submitted under that', async () => {
    const { service, clock, draft } = await filled();
    await publish(service, decisionOf('11/QĐ-UBND', '2021-06-10', [{ action: 'amend', code: CODE, release: 2 }]), [
      releaseOf(CODE, 2),
    ]);
    clock.set(at('2021-06-10', '00:00'));
    const view = await service.drafts.view(draft);
    expect(view.superseded).toBe(true);
    expect(view.release.release.number).toBe(2);
    expect(value(await service.drafts.submit(draft, given)).releaseNumber).toBe(2);
  });

  it('is told that intake is closed, and where to go', async () => {
    const { service, clock, draft } = await filled();
    const other = '1.000002';
    await publish(
      service,
      decisionOf('11/QĐ-UBND', '2021-06-10', [{ action: 'replace', code: other, release: 1, replaces: [CODE] }]),
      [releaseOf(other, 1)],
    );
    clock.set(at('2021-06-10', '00:00'));
    expect((await service.drafts.view(draft)).closed).toEqual({ replacedBy: other });
    expect(codes(await service.drafts.submit(draft, given))).toEqual(['intake.closed']);
    expect(await service.drafts.load(draft.id)).toBeDefined();
    expect(codes(await service.drafts.start({ procedure: CODE, owner: 'x', channel: 'online' }))).toEqual([
      'intake.closed',
    ]);
  });

  it('has its owner told when intake is to close, and told again when it is not', async () => {
    const { service, store, draft } = await filled();
    const other = '1.000002';
    await publish(
      service,
      decisionOf('11/QĐ-UBND', '2021-06-10', [{ action: 'replace', code: other, release: 1, replaces: [CODE] }]),
      [releaseOf(other, 1)],
    );
    const [told, none] = await store.outbox.noticesFor(draft.owner, 5);
    expect([none, told?.text]).toEqual([
      undefined,
      expect.stringMatching(/ngừng nhận hồ sơ từ .*10\/06\/2021.*1\.000002/),
    ]);
    value(await service.catalogue.withdraw('11/QĐ-UBND', author, 'Sai ngày'));
    expect((await store.outbox.noticesFor(draft.owner, 5)).map(({ text }) => text).join()).toContain('đã bị rút');
  });

  it('starts only where the procedure is taken in, by a channel it offers', async () => {
    const { service } = await withDraft();
    const start = { procedure: CODE, owner: 'x' };
    expect(codes(await service.drafts.start({ ...start, channel: 'online', receivingUnit: 'H02' }))).toEqual([
      'intake.unit',
    ]);
    expect(codes(await service.drafts.start({ ...start, channel: 'post' }))).toEqual(['intake.channel']);
    const draft = value(await service.drafts.start({ ...start, channel: 'online' }));
    expect(codes(await service.drafts.submit(draft, given))).toEqual(['intake.unit-missing']);
  });
});
