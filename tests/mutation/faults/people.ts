import { laneOf, setAttribute } from '../process-text.ts';
import type { Draft, FaultKind, Site, Sound } from '../types.ts';

const lanes = (sound: Sound): readonly { readonly id: string; readonly steps: readonly string[] }[] =>
  sound.elements.flatMap(({ tag, id }) => {
    if (tag !== 'lane') return [];
    const steps = sound.elements
      .filter((each) => each.tag === 'userTask' && laneOf(sound.release.process ?? '', each.id) === id)
      .map((each) => each.id);
    return steps.length === 0 ? [] : [{ id, steps }];
  });

const perLane = (sound: Sound, name: string, value: string | undefined): readonly Site[] =>
  lanes(sound).map(({ id, steps }) => ({
    at: [`/process/${id}`, ...steps.map((step) => `/process/${step}`)],
    change: (draft) => {
      draft.process = setAttribute(draft.process ?? '', id, name, value);
    },
  }));

const perStep = (sound: Sound, name: string, value: string): readonly Site[] =>
  lanes(sound).flatMap(({ steps }) =>
    steps.map((id) => ({
      at: [`/process/${id}`],
      change: (draft: Draft) => {
        draft.process = setAttribute(draft.process ?? '', id, name, value);
      },
    })),
  );

const authority = (at: string, change: (authority: Draft['procedure']['authority']) => void): Site => ({
  at: [`/procedure/authority/${at}`],
  change: (draft) => change(draft.procedure.authority),
});

export const peopleFaults: readonly FaultKind[] = [
  {
    name: 'people.no-role',
    part: 'people',
    does: 'nobody is said to do the steps of a lane',
    why: 'they appear in nobody’s work',
    codes: ['process.task.no-role'],
    sites: (sound) => perLane(sound, 'mc:role', undefined),
  },
  {
    name: 'people.no-unit',
    part: 'people',
    does: 'the steps of a lane are done nowhere',
    why: 'they appear in nobody’s work',
    codes: ['process.task.no-unit'],
    sites: (sound) => perLane(sound, 'mc:unit', undefined),
  },
  {
    name: 'people.unknown-role',
    part: 'people',
    does: 'a step is given to a role that there is not',
    why: 'nobody can be given it',
    codes: ['process.task.unknown-role'],
    sites: (sound) => perStep(sound, 'mc:role', 'van-thu'),
  },
  {
    name: 'people.unknown-unit',
    part: 'people',
    does: 'a step is given to a unit that there is not',
    why: 'nobody works there',
    codes: ['release.unit.unknown'],
    sites: (sound) => perStep(sound, 'mc:unit', 'unit:H02.KHONGCO'),
  },
  {
    name: 'people.nobody',
    part: 'people',
    does: 'a step is given to a role that nobody holds at the receiving units',
    why: 'the dossier waits for somebody who does not exist',
    codes: ['process.task.nobody'],
    severity: 'warning',
    sites: (sound) =>
      sound.release.procedure.authority.receiving.every(({ level }) => level !== undefined)
        ? lanes(sound).flatMap(({ steps }) =>
            steps.map((id): Site => ({
              at: [`/process/${id}`],
              change: (draft) => {
                draft.process = setAttribute(
                  setAttribute(draft.process ?? '', id, 'mc:role', 'office'),
                  id,
                  'mc:unit',
                  'receiving',
                );
              },
            })),
          )
        : [],
  },
  {
    name: 'people.receiving-unknown',
    part: 'people',
    does: 'the dossiers are received, or decided, at a unit that there is not',
    why: 'nobody can file, or nobody decides',
    codes: ['release.unit.unknown'],
    sites: () => [
      authority('receiving', (each) => {
        each.receiving = [{ unit: 'H02.KHONGCO' }];
      }),
      authority('deciding/unit', (each) => {
        each.deciding.unit = 'unit:H02.KHONGCO';
      }),
    ],
  },
  {
    name: 'people.receiving-nobody',
    part: 'people',
    does: 'the dossiers are received at a level that has no counter in the province',
    why: 'there is nowhere to file',
    codes: ['release.receiving.nobody'],
    sites: () => [
      authority('receiving', (each) => {
        each.receiving = [{ level: 'ministry' }];
      }),
    ],
  },
];
