import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from './stage.ts';
import { motcua } from './run.ts';

let data: string;
let folder: string;
beforeAll(async () => {
  data = await dataFolder();
  folder = await mkdtemp(path.join(tmpdir(), 'motcua-peers-'));
});

const file = async (name: string, json: unknown): Promise<string> => {
  const at = path.join(folder, name);
  await writeFile(at, typeof json === 'string' ? json : JSON.stringify(json));
  return at;
};

describe('other systems at the command line', () => {
  it('are declared from a file, whose mistakes are named', async () => {
    const bad = await motcua([
      'dossier',
      'peers',
      await file('bad.json', { format: 'motcua/peers@1' }),
      '--data',
      data,
    ]);
    expect([bad.status, bad.findings.length]).toEqual([1, 1]);
    const good = await motcua(['dossier', 'peers', 'definitions/peers.json', '--data', data]);
    expect([good.status, JSON.parse(good.stdout)]).toEqual([0, { peers: ['he-thong-bo'] }]);
  });

  it('send a message that is refused with every problem named', async () => {
    const message = await file('message.json', { format: 'motcua/incoming-dossier@1', MaHoSo: 'x' });
    const refused = await motcua(['dossier', 'receive', message, '--peer', 'he-thong-bo', '--data', data]);
    expect(refused.status).toBe(1);
    expect(refused.findings.some(({ path: place }) => place === '/MaHoSo')).toBe(true);
    const hostile = await motcua([
      'dossier',
      'receive',
      await file('deep.json', '['.repeat(100_000)),
      '--peer',
      'he-thong-bo',
      '--data',
      data,
    ]);
    expect([hostile.status, hostile.findings.length]).toEqual([1, 1]);
  });

  it('need a name', async () => {
    expect((await motcua(['dossier', 'receive', 'x.json', '--data', data])).status).toBe(2);
  });
});
