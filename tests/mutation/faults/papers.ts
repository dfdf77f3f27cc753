import type { Paper } from '#engine/definition/index.ts';
import type { Draft, FaultKind, Site, Sound } from '../types.ts';
import { dividing } from './cases.ts';
import { contradiction } from './forms.ts';

const change = (index: number, edit: (paper: Paper) => void): Site => ({
  at: [`/procedure/checklist/${index}`],
  change: (draft) => {
    const paper = draft.procedure.checklist?.[index];
    if (paper) edit(paper);
  },
});

const perPaper = (sound: Sound, make: (paper: Paper, index: number) => readonly Site[]): readonly Site[] =>
  (sound.release.procedure.checklist ?? []).flatMap(make);

export const paperFaults: readonly FaultKind[] = [
  {
    name: 'paper.never',
    part: 'checklist',
    does: 'the condition of a paper contradicts itself',
    why: 'the paper is never asked for, and missing when the officer needs it',
    codes: ['paper.never', 'expression.'],
    sites: (sound) => [
      ...sound.conditions
        .filter(({ of }) => of === 'paper')
        .map((condition) => ({
          at: [condition.pointer],
          change: (draft: Draft) => condition.write(draft, contradiction(sound, condition.text)),
        })),
      ...perPaper(sound, ({ when }, index) =>
        when !== undefined
          ? []
          : dividing(sound).map(({ name, values: [one = '', other = ''] }) =>
              change(index, (paper) => {
                paper.when = `${name} = ${one} and ${name} = ${other}`;
              }),
            ),
      ),
    ],
  },
  {
    name: 'paper.always',
    part: 'checklist',
    does: 'the condition of a paper joins two refusals with “or” (not this, or not that)',
    why: 'it holds for everybody: the paper is asked of those who need not bring it',
    codes: ['paper.always'],
    severity: 'warning',
    sites: (sound) =>
      perPaper(sound, ({ when }, index) =>
        when !== undefined
          ? []
          : dividing(sound).map(({ name, values: [one = '', other = ''] }) =>
              change(index, (paper) => {
                paper.when = `${name} != ${one} or ${name} != ${other}`;
              }),
            ),
      ),
  },
  {
    name: 'paper.alone',
    part: 'checklist',
    does: 'a paper is said to be one of several, and there is no other',
    why: 'there is nothing to choose from: nobody can tell whether it must be brought',
    codes: ['definition.one-of.single'],
    sites: (sound) =>
      perPaper(sound, ({ oneOf }, index) =>
        oneOf !== undefined
          ? []
          : [
              change(index, (paper) => {
                paper.oneOf = 'chi-mot';
              }),
            ],
      ),
  },
  {
    name: 'paper.channel',
    part: 'checklist',
    does: 'a paper is asked for on a channel that is not offered',
    why: 'nobody files that way: the paper is never asked for',
    codes: ['definition.channel.not-offered'],
    sites: (sound) => {
      const closed = (['counter', 'online', 'post'] as const).filter(
        (channel) => !sound.release.procedure.channels.includes(channel),
      );
      return perPaper(sound, (_, index) =>
        closed.map((channel) =>
          change(index, (paper) => {
            paper.channels = [channel];
          }),
        ),
      );
    },
  },
  {
    name: 'paper.case',
    part: 'checklist',
    does: 'a paper is asked for in a case that there is not',
    why: 'nobody has that case: the paper is never asked for',
    codes: ['definition.case.unknown'],
    sites: (sound) =>
      perPaper(sound, (_, index) => [
        change(index, (paper) => {
          paper.cases = ['khong-co'];
        }),
      ]),
  },
  {
    name: 'paper.same-id',
    part: 'checklist',
    does: 'two papers have the same id',
    why: 'a file that is handed in counts for both',
    codes: ['definition.id.duplicate'],
    sites: (sound) =>
      perPaper(sound, (_, index) => {
        const before = sound.release.procedure.checklist?.[index - 1];
        return before === undefined
          ? []
          : [
              {
                at: ['/procedure/checklist'],
                change: (draft) => {
                  const paper = draft.procedure.checklist?.[index];
                  if (paper) paper.id = before.id;
                },
              },
            ];
      }),
  },
  {
    name: 'paper.template',
    part: 'checklist',
    does: 'a result is printed by a template that is not in the release',
    why: 'the result cannot be printed when it is due',
    codes: ['release.template.unknown'],
    sites: (sound) =>
      (sound.release.procedure.results ?? []).map((_, index) => ({
        at: [`/procedure/results/${index}`],
        change: (draft) => {
          const result = draft.procedure.results?.[index];
          if (result) result.template = 'khong-co.typ';
        },
      })),
  },
  {
    name: 'part.missing',
    part: 'checklist',
    does: 'a part that the law asks for is neither filled in nor said to be none (NĐ 63/2010 Điều 8)',
    why: 'nobody can tell “không quy định” from “chưa nhập”',
    codes: ['release.part.missing'],
    sites: ({ release: { procedure } }) =>
      (['checklist', 'fees', 'results', 'conditions', 'publicSteps'] as const).map((part) => ({
        at: [`/procedure/${part}`, '/procedure'],
        change: (draft) => {
          Reflect.deleteProperty(draft.procedure, part);
          if (procedure.none) draft.procedure.none = procedure.none.filter((one) => one !== part);
        },
      })),
  },
  {
    name: 'part.contradicted',
    part: 'checklist',
    does: 'a part is filled in and said to be none',
    why: 'one of the two is wrong, and the page shows one of them',
    codes: ['definition.none.contradicted'],
    sites: ({ release: { procedure } }) =>
      (['checklist', 'fees', 'results', 'conditions', 'publicSteps'] as const).flatMap((part) =>
        (procedure[part] ?? []).length === 0
          ? []
          : [
              {
                at: ['/procedure/none'],
                change: (draft: Draft) => {
                  draft.procedure.none = [...(procedure.none ?? []), part];
                },
              },
            ],
      ),
  },
];
