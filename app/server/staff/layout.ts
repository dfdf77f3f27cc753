import type { LoaderFunctionArgs } from '@remix-run/node';
import { visitorOf } from '../visitor.ts';
import { unitChoices } from './units.ts';

/** What the frame of every staff page needs. The pages below authorize themselves. */
export const layoutLoader = async ({ request, context }: LoaderFunctionArgs) => {
  const visitor = await visitorOf(request, context);
  return { units: await unitChoices(context, visitor) };
};
