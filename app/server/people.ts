import { randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { maskPhone } from '#app/forms/phone.ts';

/** The citizen with that phone; made when the number signs in for the first time, its name still to be given. */
export const citizenByPhone = async (
  context: AppLoadContext,
  phone: string,
): Promise<{ readonly id: string; readonly named: boolean }> => {
  const people = context.service.store.people;
  const known = await people.byPhone(phone);
  if (known) return { id: known.id, named: known.name !== maskPhone(phone) };
  const id = `citizen-${randomUUID()}`;
  await people.put([{ id, kind: 'citizen', name: maskPhone(phone), phone }], []);
  return { id, named: false };
};
