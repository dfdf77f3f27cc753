import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '#engine/clock/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { startServer } from '../browser/server.ts';
import { fillWithTasks, LOGIN } from './many-tasks.ts';
import { measure, print } from './measure.ts';

/** The page's own time, from request to whole answer over loopback, beside a static asset of the same server. */
const benchPage = async (folder: string): Promise<void> => {
  const server = await startServer({ data: folder });
  const signedIn = await fetch(`${server.origin}/dang-nhap/can-bo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: server.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ten: LOGIN, 'mat-khau': 'motcua-demo' }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const get = async (path: string): Promise<void> => {
    const response = await fetch(`${server.origin}${path}`, { headers: { Cookie: cookie }, redirect: 'manual' });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path}: ${String(response.status)}`);
  };
  const options = { runs: 100, warmup: 20 };
  try {
    print(await measure('peer: a static asset', () => get('/favicon.svg'), options));
    print(await measure('the page /cong-viec, whole answer', () => get('/cong-viec'), options));
    print(await measure('the page, late ones', () => get('/cong-viec?xem=late'), options));
  } finally {
    await server.stop();
  }
};

/** First page of a task list with 10,000 open tasks: the store's answer alone, then the page. */
export const benchWorklist = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-worklist-'));
  const server = await startServer({ data: folder });
  await server.stop();
  const file = join(folder, 'motcua.sqlite');
  const unit = fillWithTasks(file);
  const store = await openSqliteStore({ path: file, filesDir: join(folder, 'files') });
  const query = {
    unit,
    roles: ['officer'] as const,
    people: ['nobody'],
    view: 'all' as const,
    now: at('2021-07-15', '09:00'),
    soon: at('2021-07-16', '09:00'),
    limit: 50,
    offset: 0,
  };
  const options = { runs: 100, warmup: 10 };
  try {
    const page = await store.dossiers.workPage(query);
    console.log(`open tasks of the list: ${String(page.counts.all)}`);
    print(await measure('first page, all', () => store.dossiers.workPage(query), options));
    print(await measure('first page, late', () => store.dossiers.workPage({ ...query, view: 'late' }), options));
    print(await measure('page 100', () => store.dossiers.workPage({ ...query, offset: 4950 }), options));
    print(await measure('whole unit', () => store.dossiers.workPage({ ...query, whole: true }), options));
    await benchPage(folder);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
