import { data, type AppLoadContext } from '@remix-run/node';
import type { TypedFields } from '#app/forms/typed-fields.ts';
import { receiveForm } from '../uploads.ts';
import { visitorOf } from '../visitor.ts';

/** Typed answers are small; a stranger's larger body is not read. */
const MOST_BYTES = 1_000_000;

/**
 * To be called before the checks of an action that keeps typed answers. Where nobody is signed in any
 * more it throws 401 with what was posted, so that the page can hold it until the person is back.
 */
export const keepTyped = async (request: Request, context: AppLoadContext): Promise<void> => {
  const { actor } = await visitorOf(request, context);
  const length = Number(request.headers.get('Content-Length') ?? Number.NaN);
  if (actor || !(length <= MOST_BYTES)) return;
  const received = await receiveForm(request, context, { owner: '', rule: () => undefined });
  const fields = [...received.data].flatMap(([name, value]) =>
    typeof value === 'string' && name !== '_tu-luu' ? [[name, value] as const] : [],
  );
  throw data({ fields } satisfies TypedFields, { status: 401 });
};
