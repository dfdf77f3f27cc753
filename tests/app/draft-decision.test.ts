import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { readDecisionFile } from '#engine/definition/index.ts';
import { draftOfRelease } from '#engine/import/index.ts';
import type { ReleaseDraft } from '#engine/store/index.ts';
import { decisionOfDrafts } from '#app/server/office/drafts/decision.ts';
import { author, codes, decisionOf, publish, stage, value } from '../service/fixtures.ts';
import { releaseOf } from '../store/fixtures.ts';

const [OLD, ENDING, NEW] = ['1.000001', '1.000002', '1.000003'] as const;

/** Two procedures in force; drafts: a new one in the place of the first, the second repealed. */
const told = async () => {
  const made = await stage();
  const { service, store, clock } = made;
  const before = [releaseOf(OLD, 1), releaseOf(ENDING, 1)];
  await publish(
    service,
    decisionOf(
      '1/QĐ-UBND',
      '2021-06-01',
      before.map(({ code }) => ({ action: 'add', code, release: 1 })),
    ),
    before,
  );
  const draft = (id: string, code: string, action: ReleaseDraft['action']): ReleaseDraft => ({
    id,
    action,
    draft: { ...draftOfRelease(releaseOf(code, 1), true, 'nguồn'), open: [] },
    author: { id: 'a', name: 'A' },
    revision: 1,
    createdAt: clock.now(),
    updatedAt: clock.now(),
  });
  value(await store.releaseDrafts.save([draft('new', NEW, 'replace'), draft('ending', ENDING, 'repeal')]));
  return { ...made, context: { service, clock } as unknown as AppLoadContext };
};

const form = (over: Readonly<Record<string, string>> = {}): FormData => {
  const fields = new FormData();
  for (const id of ['new', 'ending']) fields.append('chon', id);
  const given = {
    so: '2/QĐ-UBND',
    'nguoi-ky': 'Nguyễn Văn Ký',
    'chuc-vu': 'Phó Chủ tịch',
    'ngay-ky': '01/06/2021',
    'hieu-luc': '15/07/2021 13:30',
    'bo-so': '1868/QĐ-BTP',
    'bo-ten': 'Công bố thủ tục hành chính',
    'bo-ngay': '10/05/2021',
    'bo-hieu-luc': '15/07/2021',
    'can-cu': 'Nghị định 63/2010/NĐ-CP; Về kiểm soát thủ tục hành chính\n',
    'quy-trinh': 'wait',
    'ho-so': 'ask',
    'ly-do': 'Người nộp được chọn',
    'thay-new': OLD,
    'thay-ending': NEW,
    ...over,
  };
  for (const [name, text] of Object.entries(given)) fields.append(name, text);
  return fields;
};

describe('a decision built of drafts', () => {
  it('says everything that the desk entered, replacements among it, and can be published', async () => {
    const { context, service } = await told();
    const given = value(readDecisionFile(value(await decisionOfDrafts(context, form()))));
    expect(given.decision).toMatchObject({
      number: '2/QĐ-UBND',
      signer: { name: 'Nguyễn Văn Ký', title: 'Phó Chủ tịch' },
      effectiveFrom: '2021-07-15T13:30:00+07:00',
      untilProcessApproved: 'wait',
      basis: [
        {
          number: '1868/QĐ-BTP',
          name: { vi: 'Công bố thủ tục hành chính' },
          signedOn: '2021-05-10',
          effectiveFrom: '2021-07-15',
        },
        { number: 'Nghị định 63/2010/NĐ-CP', name: { vi: 'Về kiểm soát thủ tục hành chính' } },
      ],
      items: [
        { action: 'replace', code: NEW, release: 1, replaces: [OLD], inFlight: { policy: 'ask' } },
        { action: 'repeal', code: ENDING, replacedBy: NEW },
      ],
    });
    const report = await service.catalogue.check(given);
    expect([report.applicable, report.counts]).toEqual([true, { add: 0, amend: 0, replace: 1, repeal: 1 }]);
    await publish(service, given.decision, given.releases);
    const [gone] = await service.catalogue.history(OLD);
    expect(gone).toMatchObject({ effectiveTo: '2021-07-15T06:30:00.000Z', replacedBy: NEW, endedBy: '2/QĐ-UBND' });
    // The watch counts from the ministry's signing: 10 May to 1 June.
    const { agencies } = await service.news.watch('2021-01-01');
    expect(agencies.flatMap(({ toProvince }) => toProvince ?? [])).toEqual([{ count: 1, median: 22, longest: 22 }]);
    expect(codes(await service.catalogue.propose(given, author))).toEqual(['decision.status']);
  });

  it('refuses a day it cannot read, and a ministry’s decision without its number', async () => {
    const { context } = await told();
    const refused = async (over: Readonly<Record<string, string>>) =>
      codes(await decisionOfDrafts(context, form(over)));
    expect(await refused({ 'hieu-luc': '31/02/2021' })).toEqual(['draft.bad-day']);
    expect(await refused({ 'hieu-luc': '15/07/2021 25:00' })).toEqual(['draft.bad-day']);
    expect(await refused({ 'bo-ngay': 'hôm qua' })).toEqual(['draft.bad-basis']);
    expect(await refused({ 'bo-so': '' })).toEqual(['draft.ministry-number']);
  });
});
