import type { Draft, FaultKind, Site, Sound } from '../types.ts';

type Named = 'cases' | 'checklist' | 'fees' | 'results';

/** Everything that names the id follows it, so that the new release is right by itself. */
const renamed = (draft: Draft, list: Named, old: string, now: string): void => {
  const row = draft.procedure[list]?.find(({ id }) => id === old);
  if (row) row.id = now;
  if (list === 'cases') {
    const { timeLimits, fees = [], checklist = [], publicSteps = [] } = draft.procedure;
    for (const each of [...timeLimits, ...fees, ...checklist, ...publicSteps])
      if (each.cases) each.cases = each.cases.map((id) => (id === old ? now : id));
    if (draft.process !== undefined) draft.process = draft.process.replaceAll(`"${old}"<`, `"${now}"<`);
    draft.procedure = JSON.parse(
      JSON.stringify(draft.procedure).replaceAll(`case = \\"${old}\\"`, `case = \\"${now}\\"`),
    ) as Draft['procedure'];
    if (draft.form)
      draft.form = JSON.parse(
        JSON.stringify(draft.form).replaceAll(new RegExp(`case (!?=) \\\\"${old}\\\\"`, 'g'), `case $1 \\"${now}\\"`),
      ) as NonNullable<Draft['form']>;
  }
  const product = list === 'results' ? 'result' : list === 'fees' ? 'payment' : undefined;
  if (product && draft.process !== undefined)
    draft.process = draft.process.replaceAll(new RegExp(`${product}:${old}\\b(?!-)`, 'g'), `${product}:${now}`);
};

const perId = (list: Named, sound: Sound): readonly Site[] =>
  (sound.release.procedure[list] ?? []).map(({ id }) => ({
    at: [`/procedure/${list}`],
    change: (draft) => renamed(draft, list, id, `${id}-moi`),
  }));

export const changeFaults: readonly FaultKind[] = [
  {
    name: 'change.paper-renamed',
    part: 'change',
    does: 'a paper has another id than in the release before, under the same name',
    why: 'what running dossiers handed in is not found under the new id',
    codes: ['release.prior.'],
    severity: 'warning',
    sites: (sound) => perId('checklist', sound),
  },
  {
    name: 'change.case-renamed',
    part: 'change',
    does: 'a case has another id than in the release before, under the same name',
    why: 'running dossiers have a case that there is no more',
    codes: ['release.prior.'],
    severity: 'warning',
    sites: (sound) => perId('cases', sound),
  },
  {
    name: 'change.fee-renamed',
    part: 'change',
    does: 'a fee has another id than in the release before, under the same name',
    why: 'what was paid is not found under the new id',
    codes: ['release.prior.'],
    severity: 'warning',
    sites: (sound) => perId('fees', sound),
  },
  {
    name: 'change.result-renamed',
    part: 'change',
    does: 'a result has another id than in the release before, under the same name',
    why: 'results that were signed are not found under the new id',
    codes: ['release.prior.'],
    severity: 'warning',
    sites: (sound) => perId('results', sound),
  },
  {
    name: 'change.other-procedure',
    part: 'change',
    does: 'the release follows one of another procedure',
    why: 'dossiers of one procedure would go on under another',
    codes: ['release.prior.code'],
    sites: () =>
      ['7.999999', '7.999998.H02'].map((code) => ({
        at: ['/procedure/code'],
        change: (draft) => {
          draft.code = code;
          draft.procedure.code = code;
        },
      })),
  },
];
