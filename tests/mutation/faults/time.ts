import type { Limit, TimeLimitRow } from '#engine/definition/index.ts';
import { reachedWithout, setAttribute } from '../process-text.ts';
import type { Draft, FaultKind, Site, Sound } from '../types.ts';

const change = (index: number, edit: (row: TimeLimitRow) => void, ...more: readonly string[]): Site => ({
  at: [`/procedure/timeLimits/${index}`, ...more],
  change: (draft) => {
    const row = draft.procedure.timeLimits[index];
    if (row) edit(row);
  },
});

const isTimed = ({ kind }: Limit): boolean => kind !== 'none' && kind !== 'scheduled';

/** Steps that every dossier passes: without them the end is not reached. */
const always = ({ elements, flows }: Sound): readonly string[] =>
  elements.flatMap(({ tag, id }) =>
    tag === 'userTask' &&
    !elements.some((end) => end.tag === 'endEvent' && reachedWithout(elements, flows, [id]).has(end.id))
      ? [id]
      : [],
  );

/** Longer than any limit of the definitions allows. */
const AGES = 'P200D';

const slow = (id: string, duration: string): Site => ({
  at: ['/procedure/timeLimits', `/process/${id}`],
  change: (draft) => {
    draft.process = setAttribute(draft.process ?? '', id, 'mc:duration', duration);
  },
});

export const timeFaults: readonly FaultKind[] = [
  {
    name: 'time.step-too-slow',
    part: 'time',
    does: 'one step takes longer than the whole time limit',
    why: 'a dossier that passes it in its allowed time is late',
    codes: ['process.time.over-legal'],
    sites: (sound) =>
      !sound.release.procedure.timeLimits.every(({ legal }) => isTimed(legal))
        ? []
        : sound.elements.flatMap(({ tag, id }) => (tag === 'userTask' ? [slow(id, AGES)] : [])),
  },
  {
    name: 'time.just-too-slow',
    part: 'time',
    does: 'a step that every dossier passes takes an hour more than the time limit in working days',
    why: 'no dossier of that limit is in time',
    codes: ['process.time.over-legal', 'process.time.over-promised'],
    sites: (sound) => {
      const limits = sound.release.procedure.timeLimits.map(({ legal }) => legal);
      const days = limits.flatMap((limit) =>
        'unit' in limit && limit.unit === 'working-day' ? [Math.max(1, limit.value)] : [],
      );
      return days.length === 0 ? [] : always(sound).map((id) => slow(id, `PT${Math.min(...days) * 8 + 1}H`));
    },
  },
  {
    name: 'time.promise-too-long',
    part: 'time',
    does: 'the province promises more time than the law allows',
    why: 'whoever waits for the promised day waits past the legal one',
    codes: ['release.time-limit.promised-longer'],
    sites: ({ release: { procedure } }) =>
      procedure.timeLimits.flatMap(({ legal }, index) =>
        'unit' in legal
          ? [1, 10].map((more) =>
              change(index, (row) => {
                row.promised = { kind: 'duration', value: Math.max(1, legal.value) + more, unit: legal.unit };
              }),
            )
          : [],
      ),
  },
  {
    name: 'time.no-limit',
    part: 'time',
    does: 'the time limits leave a channel or a case out',
    why: 'whoever files that way has no date on his receipt',
    codes: ['release.time-limit.gap'],
    sites: ({ release: { procedure } }) => [
      ...(procedure.channels.length < 2
        ? []
        : procedure.channels.map((channel): Site => ({
            at: ['/procedure/timeLimits'],
            change: (draft) => {
              for (const row of draft.procedure.timeLimits)
                row.channels = procedure.channels.filter((one) => one !== channel);
            },
          }))),
      ...(procedure.timeLimits.length < 2 || procedure.timeLimits.some(({ cases }) => !cases)
        ? []
        : procedure.timeLimits.map((_, index): Site => ({
            at: ['/procedure/timeLimits'],
            change: (draft) => draft.procedure.timeLimits.splice(index, 1),
          }))),
    ],
  },
  {
    name: 'time.two-limits',
    part: 'time',
    does: 'two rows for the same dossiers give two time limits',
    why: 'which one is printed on the receipt is left to the order of the rows',
    codes: ['release.time-limit.overlap'],
    sites: ({ release: { procedure } }) =>
      procedure.timeLimits.flatMap((row, index) =>
        [3, 30].map((value): Site => ({
          at: ['/procedure/timeLimits'],
          change: (draft) => {
            const { promised: _promised, ...rest } = structuredClone(row);
            draft.procedure.timeLimits.push({
              ...rest,
              id: 'again',
              legal: { kind: 'duration', value: value + index, unit: 'day' },
            });
          },
        })),
      ),
  },
  {
    name: 'time.unused-limit',
    part: 'time',
    does: 'a row of time limits stands behind rows that are all more specific',
    why: 'its time limit never holds, although the page shows it',
    codes: ['release.time-limit.unused'],
    severity: 'warning',
    sites: ({ release: { procedure } }) =>
      procedure.timeLimits.every(({ cases }) => cases?.length) &&
      (procedure.cases ?? []).every(({ id }) => procedure.timeLimits.some(({ cases }) => cases?.includes(id)))
        ? (['working-day', 'day', 'month'] as const).map((unit): Site => ({
            at: ['/procedure/timeLimits'],
            change: (draft) =>
              draft.procedure.timeLimits.push({ id: 'general', legal: { kind: 'duration', value: 9, unit } }),
          }))
        : procedure.channels.length < 2 && procedure.timeLimits.every(({ channels }) => !channels)
          ? [
              {
                at: ['/procedure/timeLimits'],
                change: (draft: Draft) => {
                  for (const row of [...draft.procedure.timeLimits])
                    draft.procedure.timeLimits.push({ ...row, id: `${row.id}-here`, channels: procedure.channels });
                },
              },
            ]
          : [],
  },
  {
    name: 'time.unreadable',
    part: 'time',
    does: 'the time of a step is written as people say it (“2 ngày”)',
    why: 'it is not counted: the step has no time of its own',
    codes: ['process.duration.unreadable'],
    sites: (sound) => sound.elements.flatMap(({ tag, id }) => (tag === 'userTask' ? [slow(id, '2 ngày')] : [])),
  },
];
