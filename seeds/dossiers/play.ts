import { at, type Instant } from '#engine/clock/index.ts';
import type { DossierState, FileRef } from '#engine/dossier/index.ts';
import type { Service } from '#engine/service/index.ts';
import type { Person } from '#engine/store/index.ts';
import { demoInstant, type SeedClock } from '../clock.ts';
import { fillAnswers } from '../answers.ts';
import { must } from '../definitions.ts';
import { applicantOf, type Cast } from './cast.ts';
import { factsFor, submitApplication } from './intake.ts';
import type { Story } from './story.ts';
import { firstOutcome, walkOf, type Choose, type Walk } from './walk.ts';

export interface Stage {
  readonly service: Service;
  readonly clock: SeedClock;
  readonly cast: Cast;
  readonly file: FileRef;
  readonly citizens: ReadonlyMap<string, Person>;
}

const instantOf = (local: string): Instant => at(local.slice(0, 10), local.slice(11));

/** More steps than any process of the demo has, loops included. */
const MANY = 60;

/** Plays one story through the service's own commands; undefined for a draft, which is no dossier yet. */
export const play = async (stage: Stage, story: Story): Promise<DossierState | undefined> => {
  const { service, clock, cast, file } = stage;
  const owner = story.citizen === undefined ? undefined : stage.citizens.get(story.citizen);
  const given = { ...story, ...(owner ? { owner } : {}) };
  clock.stand(instantOf(story.submitted));
  if (story.ends.at === 'draft') {
    if (owner) await draft(stage, story, owner);
    return undefined;
  }
  const submitted = await submitApplication(service, cast, given, file);
  if (story.ends.at === 'submitted') return submitted;
  const walk = walkOf({ service, cast, clock, file, key: story.key }, submitted);
  await finishStory(stage, story, walk);
  if (clock.now() > demoInstant) throw new Error(`${story.key} ends at ${clock.now()}, after the demo opens`);
  return walk.state();
};

const choosing =
  ({ outcomes }: Story): Choose =>
  (element, offered) => {
    const wanted = outcomes?.[element];
    return wanted !== undefined && offered.includes(wanted) ? wanted : firstOutcome(element, offered);
  };

/** The first time the story's outcome, then the usual one: a step sent back is not sent back for ever. */
const choosingOnce = (story: Story): Choose => {
  const told = choosing(story);
  const seen = new Set<string>();
  return (element, offered) => {
    if (seen.has(element)) return firstOutcome(element, offered);
    seen.add(element);
    return told(element, offered);
  };
};

const finishStory = async (stage: Stage, story: Story, walk: Walk): Promise<void> => {
  const { cast, clock } = stage;
  const { ends, acceptedAfter, pace } = story;
  const { receivingUnit, decidingUnit } = walk.state();
  const clerk = () => cast.staff('clerk', receivingUnit, clock.now());
  const head = () => cast.staff('leader', decidingUnit, clock.now());
  const choose = choosingOnce(story);
  const steps = async (count: number, stop: () => boolean = () => false): Promise<void> => {
    for (let done = 0; done < count && !stop(); done += 1) if (!(await walk.step(choose, pace))) return;
  };

  if (ends.at === 'refused') {
    await walk.do({ type: 'refuse', reason: ends.reason }, await clerk());
    return;
  }
  await walk.accept(acceptedAfter);
  switch (ends.at) {
    case 'step':
      return steps(ends.steps);
    case 'supplement':
      await steps(1);
      await walk.do(
        { type: 'ask-supplement', papers: [{ paper: ends.paper, what: ends.what }], reason: ends.what },
        await clerk(),
      );
      if (ends.supplied === undefined) return;
      await walk.do(
        {
          type: 'supply-supplement',
          papers: [{ paper: ends.paper, originals: 1, copies: 0, digital: false, files: [] }],
        },
        await clerk(),
        960,
      );
      return steps(ends.supplied);
    case 'payment':
      await steps(MANY, () => walk.state().results.length > 0);
      await walk.do(
        {
          type: 'ask-payment',
          fee: ends.fee,
          amount: walk.state().fees.find(({ fee }) => fee === ends.fee)?.amount ?? 0,
          reason: 'Nộp lệ phí trước khi nhận kết quả',
        },
        await clerk(),
      );
      return;
    case 'extended':
      await steps(1);
      await walk.do({ type: 'extend', newDue: ends.newDue, reason: ends.reason }, await head());
      return;
    case 'suspended':
      await steps(1);
      await walk.do({ type: 'suspend', ground: ends.ground }, await head());
      return;
    case 'stopped':
      await steps(2);
      await walk.do({ type: 'stop', reason: ends.reason }, await head());
      return;
    case 'withdrawn': {
      const owner = story.citizen === undefined ? undefined : stage.citizens.get(story.citizen);
      if (owner) await walk.do({ type: 'withdraw', reason: ends.reason }, cast.citizen(owner), 120);
      return;
    }
    case 'finished':
      return steps(MANY, () => walk.state().status === 'finished');
    case 'returned':
      return steps(MANY);
    case 'draft':
    case 'submitted':
      return;
  }
};

/** Half of the first pages is filled in, with nothing uploaded yet. */
const draft = async ({ service }: Stage, story: Story, owner: Person): Promise<void> => {
  if ((await service.drafts.byOwner(owner.id)).some((one) => one.procedure === story.procedure)) return;
  const started = must(
    story.key,
    await service.drafts.start({
      procedure: story.procedure,
      owner: owner.id,
      channel: story.channel,
      receivingUnit: story.unit,
    }),
  );
  const open = await service.catalogue.inForce(story.procedure);
  const [first] = open?.release.form.pages ?? [];
  if (!open || !first) return;
  const facts = await factsFor(service, { ...story, owner }, service.clock.now());
  const all = fillAnswers(open.release.form, facts, story.key);
  const ids = new Set(first.questions.map(({ id }) => id));
  const { name, phone, idNumber } = applicantOf(owner);
  const answers = Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
  const requester = { ...(answers.requester as Record<string, unknown> | undefined), fullName: name, phone, idNumber };
  must(
    story.key,
    await service.drafts.save(started, {
      answers: { ...answers, ...(answers.requester === undefined ? {} : { requester }) },
      pagesDone: [first.id],
      ...(story.case === undefined ? {} : { case: story.case }),
    }),
  );
};
