import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { openSqliteStore, type Disclosure } from '#engine/store/index.ts';
import { dataFolder } from './stage.ts';
import { motcua } from './run.ts';

let data: string;
beforeAll(async () => {
  data = await dataFolder();
});

describe('the population database at the command line', () => {
  it('is declared from a file, whose mistakes are named', async () => {
    const bad = path.join(await mkdtemp(path.join(tmpdir(), 'motcua-population-')), 'bad.json');
    await writeFile(bad, JSON.stringify({ format: 'motcua/population@1', id: 'dan-cu', name: 'CSDL', url: 'ftp://x' }));
    const refused = await motcua(['population', 'declare', bad, '--data', data]);
    expect([refused.status, refused.findings.length > 0]).toEqual([1, true]);
    const good = await motcua(['population', 'declare', 'definitions/population.json', '--data', data]);
    expect([good.status, JSON.parse(good.stdout)]).toEqual([0, { population: 'dan-cu', demo: true }]);
  });

  it('tells who was shown what of somebody', async () => {
    const row: Disclosure = {
      at: at('2021-07-15', '09:00'),
      actor: { id: 'clerk', name: 'Phạm Văn Dũng', unit: 'H02.07201' },
      subject: '099080000001',
      draft: 'draft-1',
      procedure: '1.001193',
      what: 'population',
      outcome: 'found',
    };
    const store = await openSqliteStore({ path: path.join(data, 'motcua.sqlite'), filesDir: path.join(data, 'files') });
    await store.disclosures.add([row]);
    await store.close();
    const told = await motcua(['population', 'disclosures', '--of', row.subject, '--data', data]);
    expect([told.status, JSON.parse(told.stdout)]).toEqual([0, row]);
    expect((await motcua(['population', 'disclosures', '--by', 'nobody', '--data', data])).stdout).toBe('');
    expect((await motcua(['population', 'disclosures', '--data', data])).status).toBe(2);
  });
});
