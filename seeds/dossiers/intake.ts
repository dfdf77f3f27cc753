import { localDate, type Instant } from '#engine/clock/index.ts';
import type { Channel } from '#engine/definition/index.ts';
import type { Applicant, DossierState, FileRef, ReturnChannel } from '#engine/dossier/index.ts';
import type { Answers, Facts } from '#engine/form/index.ts';
import type { Service } from '#engine/service/index.ts';
import type { Person } from '#engine/store/index.ts';
import { fillAnswers } from '../answers.ts';
import { must } from '../definitions.ts';
import { applicantOf, visitor, type Cast } from './cast.ts';
import { papersFor } from './papers.ts';

/** How one application comes in. */
export interface Application {
  readonly key: string;
  readonly procedure: string;
  readonly unit: string;
  readonly channel: Channel;
  readonly case?: string;
  /** Answers that matter to the story; the others are made up. */
  readonly answers?: Answers;
  /** Who owns it on line; absent: a visitor to the counter. */
  readonly owner?: Person;
  readonly organisation?: boolean;
  readonly returnChannel?: ReturnChannel;
  /** Checklist ids that are forgotten (over the counter and by post only). */
  readonly without?: readonly string[];
}

/** Submits at the instant at which the service's clock stands. */
export const submitApplication = async (
  service: Service,
  cast: Cast,
  given: Application,
  file: FileRef,
): Promise<DossierState> => {
  const now = service.clock.now();
  const open = await service.catalogue.inForce(given.procedure, now);
  if (!open) throw new Error(`${given.procedure} is not in force at ${now}`);
  const facts = await factsFor(service, given, now);
  const answers = fillAnswers(open.release.form, facts, given.key);
  const papers = papersFor(open.release, { ...facts, answers }, file).filter(
    ({ paper }) => !given.without?.includes(paper),
  );
  return must(
    `${given.key} submit`,
    await service.dossiers.execute({
      dossier: '',
      procedure: given.procedure,
      key: `seed:${given.key}:submit`,
      actor:
        given.owner && given.channel === 'online'
          ? cast.citizen(given.owner)
          : await cast.staff('clerk', given.unit, now),
      command: {
        type: 'submit',
        channel: given.channel,
        ...(given.case === undefined ? {} : { case: given.case }),
        receivingUnit: given.unit,
        applicant: applicant(given),
        answers,
        papers,
        returnChannel: given.returnChannel ?? (given.channel === 'online' ? 'online' : 'counter'),
      },
    }),
  );
};

const applicant = ({ owner, organisation, key }: Application): Applicant => {
  const person = owner ? applicantOf(owner) : visitor(key);
  return organisation
    ? { ...person, kind: 'organisation', name: `Công ty trách nhiệm hữu hạn ${person.name}` }
    : person;
};

export const factsFor = async (service: Service, given: Application, now: Instant): Promise<Facts> => {
  const unit = await service.units.byCode(given.unit);
  return {
    answers: given.answers ?? {},
    channel: given.channel,
    ...(given.case === undefined ? {} : { case: given.case }),
    ...(unit ? { unit: { code: unit.code, level: unit.level } } : {}),
    applicant: { kind: given.organisation ? 'organisation' : 'citizen' },
    today: localDate(now),
  };
};
