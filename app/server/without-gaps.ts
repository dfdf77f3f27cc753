import { Transform } from 'node:stream';

/**
 * React 18's stream writes into views of 2,048 bytes and leaves the rest of a view as NUL bytes where
 * a character of two or three bytes no longer fits (facebook/react#24985): in a Vietnamese page some
 * letter is then preceded by "��". A page never holds a NUL of its own, so they are taken out.
 */
export const withoutGaps = (): Transform =>
  new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
