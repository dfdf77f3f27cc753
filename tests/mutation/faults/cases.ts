import { isSure, valuesOf } from '../questions.ts';
import type { Draft, FaultKind, Site, Sound } from '../types.ts';

/** A question of few values that everybody answers, whatever his case; with its values. */
export const dividing = (sound: Sound): readonly { readonly name: string; readonly values: readonly string[] }[] =>
  sound.questions.flatMap((asked) => {
    const values = asked.own && isSure(asked) ? valuesOf(asked, sound.shared) : [];
    return asked.name === undefined || values.length < 2 ? [] : [{ name: asked.name, values }];
  });

const setCases = (draft: Draft, conditions: readonly string[]): void =>
  draft.procedure.cases?.forEach((one, index) => {
    const when = conditions[index];
    if (when !== undefined) one.when = when;
  });

const perCase = (
  sound: Sound,
  make: (index: number, id: string, name: string, values: readonly string[]) => Site | undefined,
): readonly Site[] =>
  (sound.release.procedure.cases ?? []).flatMap(({ id }, index) =>
    dividing(sound).flatMap(({ name, values }) => make(index, id, name, values) ?? []),
  );

export const caseFaults: readonly FaultKind[] = [
  {
    name: 'case.never',
    part: 'cases',
    does: 'the condition of a case contradicts itself',
    why: 'nobody ever has that case',
    codes: ['release.case.never'],
    sites: (sound) =>
      perCase(sound, (index, _, name, [one, other]) => ({
        at: [`/procedure/cases/${index}`],
        change: (draft) => {
          const row = draft.procedure.cases?.[index];
          if (row) row.when = `${name} = ${one ?? ''} and ${name} = ${other ?? ''}`;
        },
      })),
  },
  {
    name: 'case.overlap',
    part: 'cases',
    does: 'two cases have the same condition',
    why: 'a dossier has two cases at once, with two time limits and two checklists',
    codes: ['release.case.overlap'],
    severity: 'warning',
    sites: (sound) =>
      perCase(sound, (index, _, name, [value]) =>
        index === 0
          ? undefined
          : {
              at: ['/procedure/cases'],
              change: (draft) => {
                for (const at of [index - 1, index]) {
                  const row = draft.procedure.cases?.[at];
                  if (row) row.when = `${name} = ${value ?? ''}`;
                }
              },
            },
      ),
  },
  {
    name: 'case.gap',
    part: 'cases',
    does: 'all cases have conditions, and one answer meets none of them',
    why: 'whoever gives that answer has no case, no time limit and no checklist',
    codes: ['release.case.gap'],
    sites: (sound) => {
      const count = sound.release.procedure.cases?.length ?? 0;
      return count < 1
        ? []
        : dividing(sound).flatMap(({ name, values }) =>
            values.length <= count || values.length > 60
              ? []
              : [
                  {
                    at: ['/procedure/cases'],
                    change: (draft: Draft) =>
                      setCases(
                        draft,
                        values.map((value) => `${name} = ${value}`),
                      ),
                  },
                ],
          );
    },
  },
  {
    name: 'case.removed',
    part: 'cases',
    does: 'a case is removed that rows or conditions still name',
    why: 'the rows concern nobody any more, the conditions can never hold',
    codes: ['definition.case.unknown', 'expression.'],
    sites: ({ release: { procedure }, conditions }) =>
      (procedure.cases ?? []).flatMap(({ id }, index): readonly Site[] => {
        const rows = [
          ...procedure.timeLimits,
          ...(procedure.fees ?? []),
          ...(procedure.checklist ?? []),
          ...(procedure.publicSteps ?? []),
        ];
        const named =
          rows.some(({ cases }) => cases?.includes(id)) || conditions.some(({ text }) => text.includes(`"${id}"`));
        return !named || (procedure.cases?.length ?? 0) < 2
          ? []
          : [{ at: ['/procedure', '/form', '/process'], change: (draft) => draft.procedure.cases?.splice(index, 1) }];
      }),
  },
];
