import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '#engine/dossier/index.ts';
import type { CompiledForm } from '#engine/form/index.ts';
import type { Draft } from '#engine/store/index.ts';
import { beneath, newAnswers, prefilled, withoutFilled } from '../intake/prefill.ts';
import { knownOf, personOf, type IntakePerson } from './intake-applicant.ts';
import { lookedUp, withoutBoxes } from './person-lookup.ts';

interface Given {
  readonly context: AppLoadContext;
  readonly actor: Actor;
  readonly draft: Draft;
  readonly form: CompiledForm;
}

interface Found {
  readonly person: IntakePerson;
  readonly answers: Draft['answers'];
}

/**
 * The person as typed, or as found by the button. What was found goes into boxes and questions where nothing was
 * typed yet; what an earlier look-up of another number filled in, and nobody touched, goes first.
 */
export const withPerson = async (
  { context, actor, draft, form }: Given,
  typed: IntakePerson,
  asked: boolean,
  answers: Draft['answers'],
): Promise<Found> => {
  const before = personOf(draft);
  const { lookup } = before;
  if (!asked) return { person: { ...typed, ...(lookup ? { lookup } : {}) }, answers };
  const stale = lookup !== undefined && lookup.idNumber !== typed.idNumber ? lookup : undefined;
  const filled = stale ? prefilled(form, knownOf({ ...before, idNumber: stale.idNumber })) : {};
  const own = withoutFilled(answers, filled);
  const found = await lookedUp(context, actor, draft, stale ? withoutBoxes(typed, stale) : typed);
  const { registered, ...known } = knownOf(found);
  const all = prefilled(form, { registered, ...known });
  const byRegister = newAnswers(all, beneath(prefilled(form, known), own));
  return {
    person: { ...found, ...(found.lookup ? { lookup: { ...found.lookup, answers: byRegister } } : {}) },
    answers: beneath(all, own),
  };
};
