import { renderToPipeableStream } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { withoutGaps } from '#app/server/without-gaps.ts';

/** Enough text with three-byte letters that every view of the stream ends inside one, sooner or later. */
const names = Array.from({ length: 400 }, (_, index) => `${'x'.repeat(index % 3)}Nguyễn Thị Một Ế Ậ`);

const render = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const body = withoutGaps();
    const chunks: Buffer[] = [];
    body.on('data', (chunk: Buffer) => chunks.push(chunk));
    body.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    const { pipe } = renderToPipeableStream(
      <ul>
        {names.map((name, index) => (
          <li key={index} title={name}>
            {name}
          </li>
        ))}
      </ul>,
      { onAllReady: () => pipe(body), onError: reject },
    );
  });

describe('a streamed page', () => {
  it('has every letter as it was written, wherever a view of the stream ends', async () => {
    const html = await render();
    expect(html).not.toMatch(/[\0\ufffd]/);
    for (const name of names) expect(html).toContain(`>${name}</li>`);
  });
});
