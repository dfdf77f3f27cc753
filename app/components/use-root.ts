import { useRouteLoaderData } from '@remix-run/react';
import type { loader } from '#app/root.tsx';

/** The root loader's data; undefined on an error page that has none. */
export const useRoot = () => useRouteLoaderData<typeof loader>('root');
