import type { Trial } from './trial.ts';
import type { FaultKind, SoundEdit } from './types.ts';

export interface Outcome {
  readonly seed: number;
  readonly faults: readonly Trial<FaultKind>[];
  readonly edits: readonly Trial<SoundEdit>[];
}

export const caughtOf = (trials: readonly Trial<FaultKind>[]): number => trials.filter(({ caught }) => caught).length;

export const alarmsOf = (trials: readonly Trial<SoundEdit>[]): number => trials.filter(({ caught }) => caught).length;

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const grouped = <Kind>(trials: readonly Trial<Kind>[]): readonly (readonly [Kind, readonly Trial<Kind>[]])[] => {
  const kinds = new Map<Kind, Trial<Kind>[]>();
  for (const trial of trials) kinds.set(trial.kind, [...(kinds.get(trial.kind) ?? []), trial]);
  return [...kinds];
};

const codesOf = (trials: readonly Trial<FaultKind>[]): string => {
  const counts = new Map<string, number>();
  for (const { caught } of trials) if (caught) counts.set(caught.code, (counts.get(caught.code) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([code, count]) => `\`${code}\` ${count}`)
    .join(', ');
};

/** The report as Markdown, and the same for the same seed. */
export const tableOf = ({ seed, faults, edits }: Outcome): string => {
  const kinds = grouped(faults);
  const loading = faults.filter(({ caught, examined }) => caught && !examined.release).length;
  const warned = faults.filter(({ caught }) => caught?.severity === 'warning').length;
  return [
    '## Faults',
    '',
    `Seed ${seed}: ${faults.length} faults of ${kinds.length} kinds, **${caughtOf(faults)} caught (${percent(caughtOf(faults), faults.length)})**; ` +
      `${loading} of them already when the release was read, ${warned} by a warning, the others by an error of a check.`,
    '',
    row('part', 'kind', 'seeded', 'caught', 'by', 'what is seeded', 'why it is a fault'),
    row('---', '---', '--:', '--:', '---', '---', '---'),
    ...kinds.map(([kind, trials]) =>
      row(
        kind.part,
        `\`${kind.name}\``,
        String(trials.length),
        String(caughtOf(trials)),
        codesOf(trials),
        kind.does,
        kind.why,
      ),
    ),
    '',
    '## Changes that leave a release sound',
    '',
    `Seed ${seed}: ${edits.length} changes of ${grouped(edits).length} kinds, **${alarmsOf(edits)} false alarms (${percent(alarmsOf(edits), edits.length)})**.`,
    '',
    row('kind', 'made', 'alarms', 'what is done', 'why nothing is wrong'),
    row('---', '--:', '--:', '---', '---'),
    ...grouped(edits).map(([kind, trials]) =>
      row(kind.name, String(trials.length), String(alarmsOf(trials)), kind.does, kind.why),
    ),
    '',
  ].join('\n');
};

/** What escaped and what was a false alarm, one a line, for whoever mends it. */
export const missesOf = ({ faults, edits }: Outcome): readonly string[] => {
  const said = ({ fresh }: Trial<unknown>): string =>
    fresh.map(({ severity, code, path }) => `${severity} ${code} ${path}`).join('; ') || 'nothing';
  return [
    ...faults
      .filter(({ caught }) => !caught)
      .map((trial) => `escaped: ${trial.kind.name} in ${trial.sound.name}: ${said(trial)}`),
    ...edits
      .filter(({ caught }) => caught)
      .map((trial) => `false alarm: ${trial.kind.name} in ${trial.sound.name}: ${said(trial)}`),
  ];
};
