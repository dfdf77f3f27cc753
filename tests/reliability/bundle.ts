import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The process that is killed, as one file: it starts in a moment instead of seconds. Within the checkout, where it finds its packages. */
export const bundleChild = async (): Promise<string> => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const outfile = path.join(await mkdtemp(path.join(root, 'node_modules', '.motcua-kill-')), 'child.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/reliability/child.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
  });
  return outfile;
};
