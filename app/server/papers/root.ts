import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the paper templates: from where the process was started, or above this file (built or not). */
export const papersRoot = (): string => {
  const inside = (folder: string) => join(folder, 'definitions', 'papers');
  if (existsSync(join(inside(process.cwd()), 'manifest.json'))) return resolve(inside(process.cwd()));
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(inside(folder), 'manifest.json'))) return inside(folder);
  }
  throw new Error('definitions/papers not found: start from the folder of the project');
};
