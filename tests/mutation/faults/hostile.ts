import { questionAt } from '../questions.ts';
import type { Draft, FaultKind, Site, Sound } from '../types.ts';
import { setAttribute } from '../process-text.ts';

/** Every text that people read: labels of questions, names of papers, notes, steps of the public page. */
const perText = (sound: Sound, spoil: (text: string) => string): readonly Site[] => [
  ...sound.questions.flatMap(({ own, pointer }) =>
    own
      ? [
          {
            at: [pointer],
            change: (draft: Draft) => {
              const { label } = questionAt(draft.form, pointer);
              label.vi = spoil(label.vi);
            },
          },
        ]
      : [],
  ),
  ...(sound.release.procedure.checklist ?? []).map((_, index) => ({
    at: [`/procedure/checklist/${index}`],
    change: (draft: Draft) => {
      const paper = draft.procedure.checklist?.[index];
      if (paper) paper.name.vi = spoil(paper.name.vi);
    },
  })),
  ...(sound.release.procedure.publicSteps ?? []).map((_, index) => ({
    at: [`/procedure/publicSteps/${index}`],
    change: (draft: Draft) => {
      const step = draft.procedure.publicSteps?.[index];
      if (step) step.text.vi = spoil(step.text.vi);
    },
  })),
];

const perStep = (sound: Sound, spoil: (text: string) => string): readonly Site[] =>
  sound.elements.flatMap(({ tag, id, name }) =>
    tag === 'userTask' && name !== undefined
      ? [
          {
            at: [`/process/${id}`],
            change: (draft: Draft) => {
              draft.process = setAttribute(draft.process ?? '', id, 'name', spoil(name));
            },
          },
        ]
      : [],
  );

const EVIL = ['^(a+)+$', '^([a-zA-Z0-9]+)*@', '^(\\d+|\\d+x)*y$', '^(.*a){20}$'];

export const hostileFaults: readonly FaultKind[] = [
  {
    name: 'hostile.markup',
    part: 'hostile content',
    does: 'a text holds a tag or a script',
    why: 'wherever it is shown as HTML it runs',
    codes: ['release.text.markup'],
    sites: (sound) => [
      ...perText(sound, (text) => `${text} <img src=x onerror=alert(1)>`),
      ...perText(sound, (text) => `${text} javascript:alert(1)`),
    ],
  },
  {
    name: 'hostile.step-name',
    part: 'hostile content',
    does: 'the name of a step holds a tag, a foreign link or an invisible character',
    why: 'people see it on the tracking page, in the work list and on the diagram',
    codes: ['release.text.', 'process.text.'],
    sites: (sound) => [
      ...perStep(sound, (text) => `${text} <script>alert(1)</script>`),
      ...perStep(sound, (text) => `${text} https://mot-cua.example.com/nop`),
    ],
  },
  {
    name: 'hostile.link',
    part: 'hostile content',
    does: 'a text links to a place that is not the state’s',
    why: 'people are led away to a forged page',
    codes: ['release.text.link'],
    sites: (sound) => perText(sound, (text) => `${text} (https://dichvucong-gov.vn.example.com/nop)`),
  },
  {
    name: 'hostile.invisible',
    part: 'hostile content',
    does: 'a text holds characters that turn the direction or cannot be seen',
    why: 'it reads otherwise than it is',
    codes: ['release.text.invisible'],
    sites: (sound) => perText(sound, (text) => `${text.slice(0, 3)}\u202E${text.slice(3)}`),
  },
  {
    name: 'hostile.pattern',
    part: 'hostile content',
    does: 'a text is checked by a pattern that takes exponential time',
    why: 'one answer of thirty letters stops browser and server',
    codes: ['form.evil-pattern', 'form.bad-pattern'],
    sites: (sound) =>
      sound.questions.flatMap(({ own, pointer, question }, index) =>
        own && question.type === 'text'
          ? [
              {
                at: [pointer],
                change: (draft: Draft) => {
                  const each = questionAt(draft.form, pointer);
                  if (each.type === 'text')
                    Object.assign(each, { pattern: EVIL[index % EVIL.length], patternText: { vi: 'theo mẫu' } });
                },
              },
            ]
          : [],
      ),
  },
  {
    name: 'hostile.too-large',
    part: 'hostile content',
    does: 'a form has hundreds of questions more than anybody can fill in',
    why: 'it cannot be shown or checked in the time that pages have',
    codes: ['release.size', 'definition.more', 'definition.out-of-bounds'],
    sites: (sound) =>
      sound.release.form?.kind !== 'pages'
        ? []
        : [
            {
              at: ['/form'],
              change: (draft) => {
                const pages = draft.form?.kind === 'pages' ? draft.form.pages : [];
                for (let page = 0; page < 6; page += 1)
                  pages.push({
                    id: `more${page}`,
                    title: { vi: 'Thêm' },
                    questions: Array.from({ length: 100 }, (_, at) => ({
                      id: `more${page}x${at}`,
                      type: 'text' as const,
                      label: { vi: 'Thêm' },
                    })),
                  });
              },
            },
          ],
  },
  {
    name: 'hostile.doctype',
    part: 'hostile content',
    does: 'the process brings entities of its own',
    why: 'entities read files of the server, or grow without end',
    codes: ['definition.xml.doctype', 'process.xml.doctype'],
    sites: (sound) =>
      sound.release.process === undefined
        ? []
        : [
            {
              at: ['/process'],
              change: (draft) => {
                draft.process = (draft.process ?? '').replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>');
              },
            },
          ],
  },
];
