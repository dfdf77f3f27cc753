import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { localeOf } from './i18n/locale.ts';
import { textsFor } from './i18n/texts-for.ts';
import { TextsContext } from './i18n/use-text.ts';
import { NonceContext } from './nonce.ts';
import { readCookie } from './server/cookies.ts';
import { withoutGaps } from './server/without-gaps.ts';

const ABORT_AFTER_MS = 5000;

/** Streams a page; robots get it whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get('User-Agent') ?? '');
  const texts = textsFor(localeOf(readCookie(request, 'ngon-ngu')));
  let code = status;
  return new Promise((resolve, reject) => {
    const answer = (): void => {
      const body = withoutGaps();
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <TextsContext.Provider value={texts}>
        <NonceContext.Provider value={context.nonce}>
          <RemixServer context={remix} url={request.url} abortDelay={ABORT_AFTER_MS} nonce={context.nonce} />
        </NonceContext.Provider>
      </TextsContext.Provider>,
      {
        nonce: context.nonce,
        ...(whole ? { onAllReady: answer } : { onShellReady: answer }),
        onShellError: reject,
        onError: (error) => {
          code = 500;
          context.log.error({ err: error }, 'a page could not be rendered');
        },
      },
    );
    setTimeout(abort, ABORT_AFTER_MS + 1000).unref();
  });
}

/** Errors nobody expected: logged whole, shown to nobody. */
export const handleError = (
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void => {
  if (!request.signal.aborted)
    context.log.error({ err: error, path: new URL(request.url).pathname }, 'a request failed');
};
