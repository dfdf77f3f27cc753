import type { Applicant } from '#engine/dossier/index.ts';
import { GENERATED } from '#engine/form/index.ts';
import type { LoadedDraft } from './load-draft.ts';

const part = (value: unknown, name: string): string | undefined => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const found = (value as Readonly<Record<string, unknown>>)[name];
  return typeof found === 'string' && found !== '' ? found : undefined;
};

/** Whose dossier it is: the organisation the generated form names, else the person signed in. */
export const applicantOf = ({ visitor, form }: Pick<LoadedDraft, 'visitor' | 'form'>): Applicant => {
  const { actor, phone, email, idNumber } = visitor;
  const organisation = form.answers[GENERATED.organisation];
  const name = part(organisation, 'name');
  const shared = { ...(phone ? { phone } : {}), ...(email ? { email } : {}), account: actor.id };
  if (name)
    return {
      kind: 'organisation',
      name,
      ...(part(organisation, 'taxCode') ? { idNumber: part(organisation, 'taxCode') ?? '' } : {}),
      ...shared,
    };
  return { kind: 'citizen', name: actor.name, ...(idNumber ? { idNumber } : {}), ...shared };
};
