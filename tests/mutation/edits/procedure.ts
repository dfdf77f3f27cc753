import type { Draft, SoundEdit } from '../types.ts';

const swap = <Item>(items: Item[] | undefined, at: number): void => {
  const [one] = items?.splice(at, 1) ?? [];
  if (one !== undefined) items?.splice(at + 1, 0, one);
};

export const procedureEdits: readonly SoundEdit[] = [
  {
    name: 'reorder papers',
    does: 'two neighbouring papers change places',
    why: 'the checklist asks for the same papers',
    sites: ({ release: { procedure } }) =>
      (procedure.checklist ?? []).slice(1).map((_, at) => ({
        change: (draft) => swap(draft.procedure.checklist, at),
      })),
  },
  {
    name: 'reorder cases, fees and time limits',
    does: 'two neighbouring rows change places',
    why: 'rows are chosen by what they concern, not by their place',
    sites: ({ release: { procedure } }) =>
      (['cases', 'fees', 'timeLimits'] as const).flatMap((list) =>
        (procedure[list] ?? []).slice(1).map((_, at) => ({
          change: (draft: Draft) => swap<unknown>(draft.procedure[list], at),
        })),
      ),
  },
  {
    name: 'add a helpful paper',
    does: 'a paper is added that nobody must bring',
    why: 'it is never a reason to refuse',
    sites: ({ release: { procedure } }) =>
      (procedure.checklist ?? []).map((_, at) => ({
        change: (draft) =>
          draft.procedure.checklist?.splice(at, 0, {
            id: 'helpful',
            name: { vi: 'Giấy tờ khác, nếu có' },
            kind: 'submit',
            required: false,
          }),
      })),
  },
  {
    name: 'give more time',
    does: 'a legal limit becomes longer, the promised one stays',
    why: 'whatever was in time still is',
    sites: ({ release: { procedure } }) =>
      procedure.timeLimits.flatMap(({ legal }, index) =>
        'unit' in legal
          ? [1, 7].map((more) => ({
              change: (draft: Draft) => {
                const row = draft.procedure.timeLimits[index];
                if (row && 'unit' in row.legal) row.legal.value = legal.value + more;
              },
            }))
          : [],
      ),
  },
  {
    name: 'promise what the law says',
    does: 'the legal limit is promised as it is',
    why: 'the promise is not longer than the law, and the steps keep the law',
    sites: ({ release: { procedure } }) =>
      procedure.timeLimits.flatMap(({ promised, legal }, index) =>
        promised
          ? []
          : [
              {
                change: (draft: Draft) => {
                  const row = draft.procedure.timeLimits[index];
                  if (row) row.promised = structuredClone(legal);
                },
              },
            ],
      ),
  },
  {
    name: 'add a basis in law',
    does: 'a law is added to the legal basis, a keyword to the search',
    why: 'nothing is reckoned from them',
    sites: () => [
      { change: (draft) => draft.procedure.legalBasis.push({ number: '68/2020/QH14', name: { vi: 'Luật Cư trú' } }) },
      { change: (draft) => (draft.procedure.keywords = [...(draft.procedure.keywords ?? []), 'hộ gia đình']) },
    ],
  },
  {
    name: 'reckon a fixed fee',
    does: 'an amount is written as a sum or with brackets',
    why: 'the sum is the amount',
    sites: ({ release: { procedure } }) =>
      (procedure.fees ?? []).flatMap(({ amount }, index) => {
        if (typeof amount === 'object') return [];
        const written =
          typeof amount === 'number'
            ? [`${amount} + 0`, `2 * ${amount} - ${amount}`]
            : [`(${amount}) * 1`, `0 + ${amount}`];
        return written.map((text) => ({
          change: (draft: Draft) => {
            const fee = draft.procedure.fees?.[index];
            if (fee) fee.amount = text;
          },
        }));
      }),
  },
  {
    name: 'reorder a schedule',
    does: 'the rows of a schedule of which one holds change places',
    why: 'one row holds, wherever it stands',
    sites: ({ release: { procedure } }) =>
      (procedure.fees ?? []).flatMap(({ amount }, index) =>
        typeof amount === 'object' && amount.hitPolicy === 'U'
          ? amount.rules.slice(1).map((_, at) => ({
              change: (draft: Draft) => {
                const table = draft.procedure.fees?.[index]?.amount;
                if (typeof table === 'object') swap(table.rules, at);
              },
            }))
          : [],
      ),
  },
];
