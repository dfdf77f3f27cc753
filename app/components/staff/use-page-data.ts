import { useActionData, useLoaderData } from '@remix-run/react';

/** What a loader or action gives the page: answers that are responses (redirects, files) never get there. */
type Given<Handler extends (...args: never[]) => unknown> = Exclude<Awaited<ReturnType<Handler>>, Response>;

/**
 * The loader's data as the loader wrote it. Single fetch carries it over unchanged; the framework's
 * own type loosens optional properties, which our exact types rightly refuse.
 */
export const usePageData = <Loader extends (...args: never[]) => unknown>(): Given<Loader> =>
  useLoaderData() as Given<Loader>;

export const usePageAnswer = <Action extends (...args: never[]) => unknown>(): Given<Action> | undefined =>
  useActionData() as Given<Action> | undefined;
