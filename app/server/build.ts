import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packAssets } from './packed-assets.ts';

const SOURCES = ['app', 'engine', 'package.json', 'package-lock.json', 'remix.config.js', 'vite.config.ts'];
const MARK = 'build/.sources';

const files = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => files(join(path, name)))
    : [path];

/** Hash of everything the built pages depend on. */
const sourcesHash = (root: string): string => {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => files(join(root, source))))
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
};

/** Builds the pages when their sources changed since the last build. Returns whether it did. */
export const buildIfStale = async (root: string): Promise<boolean> => {
  const hash = sourcesHash(root);
  const mark = join(root, MARK);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash && existsSync(join(root, 'build/server/index.js')))
    return false;
  await new Promise<void>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/@remix-run/dev/dist/cli.js'), 'vite:build', '--logLevel', 'warn'],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the pages could not be built (exit code ${code ?? 'none'})`));
    });
  });
  packAssets(join(root, 'build/client/assets'));
  writeFileSync(mark, hash);
  return true;
};
