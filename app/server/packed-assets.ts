import type { RequestHandler } from 'express';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** How a browser may ask for a file, the smallest first, and what the packed file beside it is called. */
const WAYS = [
  { encoding: 'br', ending: '.br', pack: (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) },
  { encoding: 'gzip', ending: '.gz', pack: (bytes: Buffer) => gzipSync(bytes, { level: 9 }) },
] as const; // prettier-ignore

/** Below, a packed file saves no packet. */
const LEAST_BYTES = 1_000;

/** Packs the built files once, so that no visit waits for it. */
export const packAssets = (folder: string): void => {
  for (const name of readdirSync(folder).filter((each) => /\.(js|css|svg)$/.test(each))) {
    const bytes = readFileSync(join(folder, name));
    if (bytes.length < LEAST_BYTES) continue;
    for (const { ending, pack } of WAYS) writeFileSync(join(folder, `${name}${ending}`), pack(bytes));
  }
};

/** Leads a browser that can unpack to the packed file, under the name and kind of the plain one. */
export const packedAssets = (folder: string): RequestHandler => {
  const there = new Set(readdirSync(folder));
  return (request, response, next) => {
    const name = request.path.slice(1);
    const way = WAYS.find(({ encoding, ending }) => there.has(name + ending) && request.acceptsEncodings([encoding]));
    if (way) {
      response.type(name.slice(name.lastIndexOf('.')));
      response.setHeader('Content-Encoding', way.encoding);
      request.url = `/${name}${way.ending}`;
    }
    response.vary('Accept-Encoding');
    next();
  };
};
