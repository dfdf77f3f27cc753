import type { AppLoadContext } from '@remix-run/node';
import { screens } from '#engine/studio/index.ts';
import { elementOf } from './place.ts';

const SCREENS: readonly (readonly [string, readonly string[]])[] = Object.entries(screens);

const screenOf = (path: string): string | undefined => {
  const [, first, second] = path.split('/');
  if (first === 'form') return 'bieu-mau';
  if (first === 'templates') return 'tep';
  return first === 'procedure' ? SCREENS.find(([, names]) => names.includes(second ?? ''))?.[0] : undefined;
};

/**
 * Where the place is mended: the element in the process studio, or the screen of the procedure's draft;
 * empty where there is no draft to open.
 */
export const studioLink = async (context: AppLoadContext, code: string, path: string): Promise<string> => {
  const element = elementOf(path);
  if (element !== undefined) return `/thiet-ke/${code}/quy-trinh?phan-tu=${encodeURIComponent(element)}`;
  const screen = screenOf(path);
  const draft = screen === undefined ? undefined : await context.service.store.studio.load(code);
  return draft && screen !== undefined ? `/thiet-ke/${code}/${screen}` : '';
};
