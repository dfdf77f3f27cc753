import { startServer } from '../browser/server.ts';
import { bigStore } from './big-store.ts';
import { measure, print } from './measure.ts';
import { codeOf } from './province.ts';

/**
 * Time to the whole answer of the citizen's pages at 2,000 procedures, over loopback from another
 * process: server time plus what the loopback costs (the peer: a static asset of the same server).
 */
export const benchPages = async (): Promise<void> => {
  const big = await bigStore(2000);
  const fields = await big.service.catalogue.search({ text: 'khai sinh', limit: 1, offset: 0 });
  console.log(
    `catalogue: ${String((await big.service.catalogue.search({ limit: 1, offset: 0 })).total)} in force, ${String(fields.total)} found for "khai sinh"`,
  );
  await big.store.close();
  const server = await startServer({ data: big.folder, environment: { MOTCUA_NOW: '2021-07-15T09:00:00+07:00' } });
  const get = async (path: string): Promise<void> => {
    const response = await fetch(`${server.origin}${path}`);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path}: ${String(response.status)}`);
  };
  const options = { runs: 200, warmup: 20 };
  try {
    print(await measure('peer: a static asset', () => get('/favicon.svg'), options));
    print(await measure('home', () => get('/'), options));
    print(await measure('search "dang ky khai sinh"', () => get('/thu-tuc?q=dang+ky+khai+sinh'), options));
    print(await measure('search "giấy phép", page 5', () => get('/thu-tuc?q=gi%E1%BA%A5y+ph%C3%A9p&trang=5'), options));
    print(await measure('catalogue without a search', () => get('/thu-tuc'), options));
    print(await measure('procedure page, the same one', () => get('/thu-tuc/1.001193'), options));
    print(await measure('procedure page, another each time', (run) => get(`/thu-tuc/${codeOf(run * 7)}`), options));
    print(await measure('start of an application', () => get('/nop/1.001193'), options));
  } finally {
    await server.stop();
    await big.remove().catch(() => undefined);
  }
};
