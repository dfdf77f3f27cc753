import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicLog } from '#engine/catalogue/index.ts';
import { authorize } from '#app/server/access/index.ts';

/** The public log of decisions and releases, for whoever wants to check it. */
export const loader = async ({ request, context }: LoaderFunctionArgs): Promise<Response> => {
  await authorize({ request, context }, '/quyet-dinh/nhat-ky.json');
  const { store } = context.service;
  const records = await store.catalogue.decisions();
  const codes = new Set(records.flatMap(({ decision }) => decision.items.map(({ code }) => code)));
  const hashes = new Map<string, string>();
  for (const code of codes)
    for (const { number, hash } of await store.releases.numbers(code)) hashes.set(`${code}/${number}`, hash);
  const entries = publicLog(records, (code, release) => hashes.get(`${code}/${release}`));
  return Response.json({ format: 'motcua/public-log@1', entries });
};
