import { questionAt } from '../questions.ts';
import { setAttribute } from '../process-text.ts';
import type { Draft, SoundEdit } from '../types.ts';

const SAME = 'a text that only people read says the same in other words';

export const wordingEdits: readonly SoundEdit[] = [
  {
    name: 'rename a label',
    does: 'the label of a question is worded otherwise',
    why: SAME,
    sites: ({ questions }) =>
      questions.flatMap(({ own, pointer }) =>
        own
          ? [
              {
                change: (draft: Draft) => {
                  const { label } = questionAt(draft.form, pointer);
                  label.vi = `${label.vi} (ghi theo giấy tờ)`;
                },
              },
            ]
          : [],
      ),
  },
  {
    name: 'rename a paper',
    does: 'the name of a paper is worded otherwise, its id kept',
    why: SAME,
    sites: ({ release }) =>
      (release.procedure.checklist ?? []).map((_, index) => ({
        change: (draft) => {
          const paper = draft.procedure.checklist?.[index];
          if (paper) paper.name.vi = `${paper.name.vi} (bản giấy hoặc bản điện tử)`;
        },
      })),
  },
  {
    name: 'rename a step',
    does: 'the name of a step is worded otherwise, its id kept',
    why: SAME,
    sites: ({ elements }) =>
      elements.flatMap(({ tag, id, name }) =>
        tag === 'userTask' && name !== undefined
          ? [
              {
                change: (draft: Draft) => {
                  draft.process = setAttribute(draft.process ?? '', id, 'name', `${name} (theo quy chế)`);
                },
              },
            ]
          : [],
      ),
  },
  {
    name: 'drop an English text',
    does: 'the English label of a question is left out',
    why: 'English is not asked for; the Vietnamese text stands in',
    sites: ({ questions }) =>
      questions.flatMap(({ own, pointer, question }) =>
        own && question.label.en !== undefined
          ? [{ change: (draft: Draft) => void delete questionAt(draft.form, pointer).label.en }]
          : [],
      ),
  },
  {
    name: 'link to a government page',
    does: 'a public step links to a page under gov.vn, and compares with the signs < and >',
    why: 'the place is the state’s, and a sign alone is no tag',
    sites: ({ release }) =>
      (release.procedure.publicSteps ?? []).map((_, index) => ({
        change: (draft) => {
          const step = draft.procedure.publicSteps?.[index];
          if (step) step.text.vi = `${step.text.vi} Xem https://dichvucong.gov.vn (diện tích < 250 m2 hoặc > 500 m2).`;
        },
      })),
  },
];
