import { describe, expect, it } from 'vitest';
import { loadForm } from '#engine/definition/index.ts';
import { checkAnswers, compileForm, type Facts } from '#engine/form/index.ts';
import { fillAnswers } from '#seeds/index.ts';

const compiled = () => {
  const form = loadForm({
    format: 'motcua/form@1',
    kind: 'pages',
    pages: [
      {
        id: 'p',
        title: { vi: 'Trang' },
        questions: [
          { id: 'plan', type: 'file', label: { vi: 'Bản vẽ' }, required: true, accept: ['docx', 'pdf'] },
          { id: 'photo', type: 'file', label: { vi: 'Ảnh' }, required: true },
        ],
      },
    ],
  });
  if (!form.ok) throw new Error('no form');
  const ready = compileForm(form.value, { codeLists: {}, groups: {} });
  if (!ready.ok) throw new Error('does not compile');
  return ready.value;
};
const facts: Facts = { answers: {}, channel: 'online', applicant: { kind: 'citizen' }, today: '2025-03-03' };

describe('made-up answers', () => {
  it('hold a file of a kind that the question takes, where they are asked to, and none otherwise', () => {
    const form = compiled();
    const filled = fillAnswers(form, facts, 'thu', false, true);
    expect(filled['plan']).toMatchObject({ name: 'tep-thu.docx' });
    expect(checkAnswers(form, { ...facts, answers: filled }).ok).toBe(true);
    expect(fillAnswers(form, facts, 'thu')['plan']).toBeUndefined();
  });
});
