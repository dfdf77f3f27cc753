import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  loadRelease,
  loadShared,
  type Decision,
  type Procedure,
  type Release,
  type SharedDefinitions,
} from '#engine/definition/index.ts';

/** The real releases of `definitions/`, as the stuff a big province is varied from. */
export const realReleases = (): readonly Release[] => {
  const folder = 'definitions/procedures';
  return readdirSync(folder).flatMap((code) =>
    readdirSync(join(folder, code))
      .filter((number) => /^\d+$/.test(number))
      .map((number) => {
        const files = new Set(readdirSync(join(folder, code, number)));
        const text = (name: string): string => readFileSync(join(folder, code, number, name), 'utf8');
        const loaded = loadRelease({
          code,
          number: Number(number),
          procedureJson: JSON.parse(text('procedure.json')),
          ...(files.has('form.json') ? { formJson: JSON.parse(text('form.json')) } : {}),
          ...(files.has('process.bpmn') ? { processXml: text('process.bpmn') } : {}),
        });
        if (!loaded.ok) throw new Error(`${code}/${number}: ${JSON.stringify(loaded.problems)}`);
        return loaded.value;
      }),
  );
};

export const realShared = (): SharedDefinitions => {
  const files = ['code-lists', 'question-groups'].flatMap((kind) => {
    const folder = join('definitions/shared', kind);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({
        path: join(folder, name),
        json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown,
      }));
  });
  const loaded = loadShared(files);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};

export const codeOf = (index: number): string => `7.${String(index).padStart(6, '0')}`;

/** Release `number` of the `index`-th procedure of a big province: a real one, with its own code, name and wording. */
export const variedRelease = (real: readonly Release[], index: number, number: number): Release => {
  const base = real[index % real.length];
  if (!base) throw new Error('no real releases');
  const { replaces: _replaces, ...content } = base.procedure;
  const procedure: Procedure = {
    ...content,
    code: codeOf(index),
    name: { ...base.procedure.name, vi: `${base.procedure.name.vi} (số ${String(index)}, lần ${String(number)})` },
    timeLimits: base.procedure.timeLimits.map((row, place) =>
      place === 0 ? { ...row, note: { vi: `Áp dụng từ lần công bố thứ ${String(number)}` } } : row,
    ),
  };
  const loaded = loadRelease({
    code: procedure.code,
    number,
    procedureJson: procedure,
    ...(base.form ? { formJson: base.form } : {}),
    // Another text each time, or reading it would be free after the first.
    ...(base.process ? { processXml: `${base.process}<!-- ${String(index)}/${String(number)} -->` } : {}),
  });
  if (!loaded.ok) throw new Error(`${procedure.code}: ${JSON.stringify(loaded.problems)}`);
  return loaded.value;
};

/** The half-year's proportions, as one decision: 299 new, 53 amended, 312 repealed. */
export const halfYear = { add: 299, amend: 53, repeal: 312 } as const;

export interface BigDecision {
  readonly decision: Decision;
  readonly releases: readonly Release[];
}

export const bigDecision = (
  real: readonly Release[],
  catalogueSize: number,
  effectiveFrom: string,
  signedOn: string,
  number: string,
): BigDecision => {
  const amended = Array.from({ length: halfYear.amend }, (_, i) => variedRelease(real, i, 2));
  const added = Array.from({ length: halfYear.add }, (_, i) => variedRelease(real, catalogueSize + i, 1));
  const repealed = Array.from({ length: halfYear.repeal }, (_, i) => codeOf(halfYear.amend + i));
  return {
    decision: {
      format: 'motcua/decision@1',
      number,
      kind: 'publication',
      signedOn,
      signer: { name: 'Người ký' },
      effectiveFrom,
      items: [
        ...added.map((release) => ({ action: 'add' as const, code: release.code, release: 1 })),
        ...amended.map((release) => ({
          action: 'amend' as const,
          code: release.code,
          release: 2,
          inFlight: { policy: 'keep' as const },
        })),
        ...repealed.map((code) => ({ action: 'repeal' as const, code, inFlight: { policy: 'keep' as const } })),
      ],
    },
    releases: [...added, ...amended],
  };
};
