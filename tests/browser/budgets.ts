/** JavaScript that a citizen's page loads, gzipped, read from the built manifest; fails over the budget. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 200_000;
const assets = 'build/client/assets';

interface Manifest {
  readonly entry: { readonly module: string; readonly imports: readonly string[] };
  readonly routes: Readonly<
    Record<
      string,
      {
        readonly id: string;
        readonly parentId?: string;
        readonly path?: string;
        readonly module: string;
        readonly imports?: readonly string[];
      }
    >
  >;
}

const manifestFile = readdirSync(assets).find((name) => /^manifest-.*\.js$/.test(name));
if (!manifestFile) throw new Error('no manifest in build/client/assets: run npm run build first');
const manifestText = readFileSync(join(assets, manifestFile), 'utf8');
const manifest = JSON.parse(
  manifestText.slice(manifestText.indexOf('{'), manifestText.lastIndexOf('}') + 1),
) as Manifest;

const sizes = new Map<string, number>();
const size = (url: string): number => {
  const known = sizes.get(url);
  if (known !== undefined) return known;
  const bytes = gzipSync(readFileSync(join('build/client', url))).length;
  sizes.set(url, bytes);
  return bytes;
};

const chain = (id: string | undefined): readonly string[] => {
  const route = id === undefined ? undefined : manifest.routes[id];
  return route ? [...chain(route.parentId), route.id] : [];
};

const isCitizen = (id: string): boolean =>
  !/(mot-cua|cong-viec|cong-bo|danh-muc|giam-sat|bao-cao|quan-tri|thiet-ke|counter|agency|office|admin)/.test(id);

const rows = Object.keys(manifest.routes)
  .filter((id) => id !== 'root' && isCitizen(id))
  .map((id) => {
    const urls = new Set<string>([`/assets/${manifestFile}`, manifest.entry.module, ...manifest.entry.imports]);
    for (const part of chain(id)) {
      const route = manifest.routes[part];
      if (route) [route.module, ...(route.imports ?? [])].forEach((url) => urls.add(url));
    }
    return { id, bytes: [...urls].reduce((sum, url) => sum + size(url), 0) };
  })
  .sort((a, b) => b.bytes - a.bytes);

for (const row of rows.slice(0, 8)) console.log(`${(row.bytes / 1000).toFixed(1).padStart(7)} kB  ${row.id}`);
const over = rows.filter((row) => row.bytes > BUDGET_BYTES);
if (over.length > 0) {
  console.error(
    `over the budget of ${String(BUDGET_BYTES / 1000)} kB gzipped: ${over.map((row) => row.id).join(', ')}`,
  );
  process.exit(1);
}
