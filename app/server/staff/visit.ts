import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '#engine/dossier/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { LinkedGroup } from '#engine/service/index.ts';
import type { Draft } from '#engine/store/index.ts';
import { beneath, prefilled, withoutFilled } from '../intake/prefill.ts';
import { withoutReused } from './held-copies.ts';
import { knownOf, PERSON, personOf, type IntakePerson } from './intake-applicant.ts';
import { staffProblems } from './messages.ts';

/** At most this many dossiers in one visit: all are taken in by one transaction. */
const MOST = 12;

/** Applications that one person hands in at one visit to the counter. */
export const visitOf = (draft: Draft): string => draft.visit?.id ?? draft.id;

/** What a page shows of the visit: its applications and what each still lacks. */
export interface VisitView {
  readonly id: string;
  /** Name of the group of linked procedures, when it is one. */
  readonly group?: string;
  readonly dossiers: readonly {
    readonly id: string;
    readonly name: string;
    readonly lacking: number;
    readonly current: boolean;
  }[];
}

/** All drafts of the visit, in their order. */
export const draftsOfVisit = async (
  { service }: Pick<AppLoadContext, 'service'>,
  owner: string,
  visit: string,
): Promise<readonly Draft[]> =>
  (await service.drafts.byOwner(owner))
    .filter((draft) => draft.channel !== 'online' && visitOf(draft) === visit)
    .sort((a, b) => (a.visit?.place ?? 0) - (b.visit?.place ?? 0));

/** The person's own data where a form asks for it. */
export const answersFor = async (
  { service }: Pick<AppLoadContext, 'service'>,
  draft: Draft,
  person: IntakePerson,
): Promise<Draft['answers']> => {
  const { release } = await service.drafts.view(draft);
  return prefilled(release.form, knownOf(person));
};

/** One more application for who stands at the counter: the person goes along, the rest is new. */
export const addToVisit = async (
  context: Pick<AppLoadContext, 'service'>,
  actor: Actor,
  given: { readonly visit: string; readonly procedure: string },
): Promise<Result<Draft>> => {
  const { service } = context;
  const drafts = await draftsOfVisit(context, actor.id, given.visit);
  const [first] = drafts;
  if (!first) return fail(staffProblems.visitGone());
  if (first.visit?.group !== undefined) return fail(staffProblems.visitIsGroup());
  if (drafts.length >= MOST) return fail(staffProblems.visitFull(MOST));
  const place = Math.max(...drafts.map((draft) => draft.visit?.place ?? 0)) + 1;
  const started = await service.drafts.start({
    procedure: given.procedure,
    owner: actor.id,
    channel: first.channel,
    ...(actor.unit ? { receivingUnit: actor.unit } : {}),
    visit: { id: given.visit, place },
  });
  if (!started.ok) return started;
  const person = personOf(first);
  return service.drafts.save(started.value, {
    answers: { ...(await answersFor(context, started.value, person)), [PERSON]: person },
    ...(first.returnChannel ? { returnChannel: first.returnChannel } : {}),
    ...(first.returnAddress ? { returnAddress: first.returnAddress } : {}),
  });
};

/** An application for every member of a published group; the leading one comes first and is answered with. */
export const startGroup = async (
  context: Pick<AppLoadContext, 'service'>,
  actor: Actor,
  group: LinkedGroup,
  person: IntakePerson | undefined,
): Promise<Result<Draft>> => {
  const { service } = context;
  let lead: Draft | undefined;
  const id = randomUUID();
  for (const [place, { code }] of group.members.entries()) {
    const started: Result<Draft> = await service.drafts.start({
      procedure: code,
      owner: actor.id,
      channel: 'counter',
      ...(actor.unit ? { receivingUnit: actor.unit } : {}),
      visit: { id, place, group: group.code },
    });
    if (!started.ok) {
      if (lead) await discard(service, actor.id, lead);
      return started;
    }
    const kept = person
      ? await service.drafts.save(started.value, {
          answers: { ...(await answersFor(context, started.value, person)), [PERSON]: person },
        })
      : started;
    lead ??= kept.ok ? kept.value : started.value;
  }
  return lead ? ok(lead) : fail(staffProblems.visitGone());
};

const discard = async (service: AppLoadContext['service'], owner: string, { visit }: Draft): Promise<void> => {
  for (const draft of await service.drafts.byOwner(owner))
    if (visit && draft.visit?.id === visit.id) await service.drafts.remove(draft.id);
};

/** Throws an application away; linked procedures go together. Answers the next one of the visit. */
export const discardOfVisit = async (
  context: Pick<AppLoadContext, 'service'>,
  actor: Actor,
  draft: Draft,
): Promise<Draft | undefined> => {
  if (draft.visit?.group !== undefined) {
    await discard(context.service, actor.id, draft);
    return undefined;
  }
  await context.service.drafts.remove(draft.id);
  return (await draftsOfVisit(context, actor.id, visitOf(draft)))[0];
};

/**
 * What was typed for one application of a visit serves the others: the person, and of linked procedures the
 * answers that the group says are given once. What was typed there by itself stays.
 */
export const shareInVisit = async (
  context: Pick<AppLoadContext, 'service'>,
  actor: Actor,
  before: Draft,
  after: Draft,
): Promise<void> => {
  const { service } = context;
  const others = (await draftsOfVisit(context, actor.id, visitOf(after))).filter(({ id }) => id !== after.id);
  if (others.length === 0) return;
  const code = after.visit?.group;
  const group = code === undefined ? undefined : await service.linked.find(code, service.clock.now());
  const person = personOf(after);
  for (const other of others) {
    const known = await answersFor(context, other, person);
    const had = personOf(other);
    const same = had.idNumber === person.idNumber || had.lookup === undefined;
    const own = same ? other.answers : withoutFilled(other.answers, await answersFor(context, other, had));
    const shared = (group?.members.find((member) => member.code === other.procedure)?.answers ?? []).filter(
      ({ from, question, of }) =>
        from === after.procedure &&
        after.answers[of] !== undefined &&
        (other.answers[question] === undefined || isDeepStrictEqual(other.answers[question], before.answers[of])),
    );
    const answers = {
      ...beneath(known, own),
      ...Object.fromEntries(shared.map(({ question, of }) => [question, after.answers[of]])),
      [PERSON]: { ...person, filledAt: had.filledAt },
    };
    // What was taken over is another person's then.
    const papers = had.idNumber === person.idNumber ? other.papers : withoutReused(other.papers);
    if (!isDeepStrictEqual({ answers, papers }, { answers: other.answers, papers: other.papers }))
      await service.drafts.save(other, { answers, papers });
  }
};
