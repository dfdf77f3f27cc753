import type { AppLoadContext } from '@remix-run/node';
import { nationalPaths } from '#engine/layers/index.ts';

/** Places of a procedure that are the nation's word, as taken in by what is in force: read-only in the studio. */
export const nationalPlaces = async ({ service }: AppLoadContext, code: string): Promise<readonly string[]> => {
  const view = await service.layers.open(code);
  return view ? nationalPaths(view.layers) : [];
};
