import { describe, expect, it } from 'vitest';
import { changesBetween, changesOfEdit } from '#app/server/studio/edit-changes.ts';
import { partsOf } from '#app/server/studio/process-draft.ts';
import type { StudioDraft } from '#engine/store/index.ts';
import { author, decisionOf, publish, stage } from '../service/fixtures.ts';
import { releaseOf } from '../store/fixtures.ts';
import { contextOf } from './office-stage.ts';

const CODE = '1.000001';
const before = partsOf(releaseOf(CODE, 1));
const renamed = partsOf(releaseOf(CODE, 1, { results: [{ id: 'certificate', name: { vi: 'Trích lục' }, signedFile: true }] })); // prettier-ignore
const longer = {
  ...before,
  'process.bpmn': (before['process.bpmn'] ?? '').replace(/mc:duration="[^"]*"/, 'mc:duration="PT7H"'),
};

const inForce = async () => {
  const stood = await stage();
  await publish(stood.service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1),
  ]);
  const context = contextOf(stood as unknown as Parameters<typeof contextOf>[0]);
  const edited = (revision: number, name: string, parts: StudioDraft['parts']) =>
    stood.store.studio.save({
      code: CODE,
      status: 'editing',
      unit: 'H02',
      parts,
      revision,
      editor: { id: name, name },
      createdAt: '2021-06-02T01:00:00.000Z',
      updatedAt: `2021-06-02T0${String(revision)}:00:00.000Z`,
    });
  return { context, edited };
};

describe('what an edit of a draft changed', () => {
  it('is said in sentences, of the content and of the process', () => {
    expect(changesBetween(CODE, before, renamed).changes.map(({ sentence }) => sentence.vi)).toEqual([
      expect.stringMatching(/Giấy khai sinh.*Trích lục/),
    ]);
    expect(changesBetween(CODE, before, longer).changes.map(({ sentence }) => sentence.vi)).toEqual([
      expect.stringMatching(/thời gian/),
    ]);
  });

  it('is nothing where a text only lies otherwise', () => {
    const laid = { ...before, 'procedure.json': JSON.stringify(JSON.parse(before['procedure.json'] ?? '')) };
    expect(changesBetween(CODE, before, laid)).toEqual({ changes: [], files: [] });
  });

  it('is told by file while one of the two is not whole yet', () => {
    const broken = { ...before, 'procedure.json': '{"name": "…' };
    expect(changesBetween(CODE, before, broken)).toEqual({ changes: [], files: ['procedure.json'] });
  });

  it('is against the edit before, and of the first against what is in force', async () => {
    const { context, edited } = await inForce();
    await edited(1, 'A', renamed);
    await edited(2, 'B', { ...renamed, 'process.bpmn': longer['process.bpmn'] });
    const [first, second] = [
      await changesOfEdit(context, CODE, 1, author),
      await changesOfEdit(context, CODE, 2, author),
    ];
    expect(first.changes.map(({ sentence }) => sentence.vi)).toEqual([expect.stringMatching(/Trích lục/)]);
    expect(second.changes.map(({ sentence }) => sentence.vi)).toEqual([expect.stringMatching(/thời gian/)]);
    await expect(changesOfEdit(context, CODE, 9, author)).rejects.toMatchObject({ status: 404 });
  });
});
