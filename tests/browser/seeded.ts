import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownEnvironment } from './own-environment.ts';

/** Where the demo lies that every test file takes a copy of; handed to the test processes. */
const PLACE = 'MOTCUA_SEEDED';

/** Loads the demo province once for a whole run of browser tests. */
export const setup = (): (() => void) => {
  const data = mkdtempSync(join(tmpdir(), 'motcua-seeded-'));
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'app/server/start.ts', '--only-seed'], {
    env: { ...ownEnvironment(), MOTCUA_DATA: data, MOTCUA_DEMO: '1', NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the demo could not be loaded:\n${stderr}`);
  process.env[PLACE] = data;
  return () => rmSync(data, { recursive: true, force: true });
};

/** A data directory of its own, with the demo in it where it was loaded before; empty else. */
export const dataOfItsOwn = (): string => {
  const data = mkdtempSync(join(tmpdir(), 'motcua-server-'));
  const seeded = process.env[PLACE];
  if (seeded !== undefined) cpSync(seeded, data, { recursive: true });
  return data;
};
