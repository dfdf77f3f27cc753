import { startServer } from '../browser/server.ts';
import { measure, print } from './measure.ts';
import type { BigStore } from './big-store.ts';

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');

/** Time to the whole answer of pages while nothing runs, and while the whole catalogue is verified beside them. */
export const benchPagesMeanwhile = async (big: BigStore): Promise<void> => {
  const server = await startServer({ data: big.folder, environment: { MOTCUA_NOW: '2021-07-15T09:00:00+07:00' } });
  const { origin } = server;
  const post = (path: string, form: Readonly<Record<string, string>>, cookie = ''): Promise<Response> =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin, ...(cookie === '' ? {} : { cookie }) },
      redirect: 'manual',
    });
  try {
    const signedIn = await post('/dang-nhap/can-bo', { ten: 'vanphong.soan', 'mat-khau': 'motcua-demo' });
    const cookie = cookieOf(signedIn);
    if (cookie === '') throw new Error(`no session: ${String(signedIn.status)} ${await signedIn.text()}`);
    const get = async (path: string): Promise<string> => {
      const response = await fetch(`${origin}${path}`, { headers: { cookie } });
      if (response.status !== 200) throw new Error(`${path}: ${String(response.status)}`);
      return response.text();
    };
    const pages = ['/', '/thu-tuc?q=dang+ky+khai+sinh', '/thu-tuc/1.001193', '/danh-muc'] as const;
    const all = async (when: string): Promise<void> => {
      for (const path of pages) print(await measure(`  ${when}: ${path}`, () => get(path), { runs: 40, warmup: 5 }));
    };
    await all('idle');
    await post('/danh-muc/kiem-tra', { viec: 'tat-ca' }, cookie);
    const running = async (): Promise<boolean> => /"running"/.test(await get('/danh-muc/kiem-tra/tien-do'));
    if (!(await running())) throw new Error('the run did not begin');
    // Threads are up and at work.
    await new Promise((resolve) => setTimeout(resolve, 5000));
    await all('while 2,000 are verified');
    console.log(`  still under way at the end of that: ${String(await running())}`);
    await post('/danh-muc/kiem-tra', { viec: 'dung' }, cookie);
    const asked = performance.now();
    while (await running()) await new Promise((resolve) => setTimeout(resolve, 20));
    console.log(`  ended ${String(Math.round(performance.now() - asked))} ms after it was cancelled`);
    print(await measure('  page with all findings', () => get('/danh-muc/kiem-tra'), { runs: 20, warmup: 2 }));
  } finally {
    await server.stop();
  }
};
