import type { AppLoadContext } from '@remix-run/node';
import { fold } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { fail, type Result } from '#engine/result/index.ts';
import type { Draft } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { mayLookAt } from './dossier-access.ts';
import { NOBODY, PERSON, type IntakePerson } from './intake-applicant.ts';
import { staffProblems } from './messages.ts';
import { unitsByCode } from './units.ts';
import { addToVisit, answersFor, startGroup } from './visit.ts';

/** Groups of linked procedures that this counter can take in whole, of those whose words were searched for. */
export const groupsHere = async (context: AppLoadContext, unitCode: string, text: string, locale: Locale) => {
  const { service } = context;
  const unit = (await unitsByCode(context)).get(unitCode);
  if (!unit) return [];
  const words = fold(text).split(/\s+/).filter(Boolean);
  const offered = await Promise.all(
    (await service.linked.inForce(service.clock.now())).map(async (group) => {
      const members = await Promise.all(group.members.map(({ code }) => service.catalogue.inForce(code)));
      const names: string[] = [];
      for (const member of members) {
        if (!member) return [];
        const { release } = member.release;
        if (!(await service.units.receiving(release)).some(({ code }) => code === unit.code)) return [];
        const { vi, en } = release.procedure.name;
        names.push(pick({ vi, ...(en ? { en } : {}) }, locale));
      }
      const searched = fold([group.name.vi, group.name.en ?? '', group.code, ...names].join(' '));
      if (!words.every((word) => searched.includes(word))) return [];
      const { code, decision, since } = group;
      return [{ code, name: pick(group.name, locale), members: names, decision, since }];
    }),
  );
  return offered.flat();
};

/** Whose dossier was just taken in here: the next one may be for the same person. */
export const samePerson = async (
  { service }: AppLoadContext,
  actor: Actor,
  dossier: string,
): Promise<IntakePerson | undefined> => {
  const state = dossier === '' ? undefined : await service.dossiers.byId(dossier);
  if (!state || !mayLookAt(actor, state, await service.dossiers.events(state.id))) return undefined;
  const { applicant, submittedBy } = state;
  return {
    ...NOBODY,
    kind: applicant.kind,
    name: applicant.name,
    idNumber: applicant.idNumber ?? '',
    phone: applicant.phone ?? '',
    email: applicant.email ?? '',
    address: applicant.address ?? '',
    otherName: submittedBy?.name ?? '',
    otherId: submittedBy?.idNumber ?? '',
    mandate: submittedBy?.mandate ?? '',
  };
};

/** What only the post brings begins as such. */
const firstChannel = async (context: AppLoadContext, procedure: string): Promise<'counter' | 'post'> => {
  const channels = (await context.service.catalogue.inForce(procedure))?.release.release.procedure.channels;
  return channels?.includes('counter') === false && channels.includes('post') ? 'post' : 'counter';
};

/** What the counter begins with: one procedure, one more for a visit, or a group of linked procedures. */
export const begin = async (
  context: AppLoadContext,
  actor: Actor,
  asked: {
    readonly procedure: string;
    readonly group: string;
    readonly visit: string;
    readonly person: IntakePerson | undefined;
  },
): Promise<Result<Draft>> => {
  const { service } = context;
  if (asked.visit !== '') return addToVisit(context, actor, { visit: asked.visit, procedure: asked.procedure });
  if (asked.group !== '') {
    const group = await service.linked.find(asked.group, service.clock.now());
    return group ? startGroup(context, actor, group, asked.person) : fail(staffProblems.groupGone());
  }
  const started = await service.drafts.start({
    procedure: asked.procedure,
    owner: actor.id,
    channel: await firstChannel(context, asked.procedure),
    ...(actor.unit ? { receivingUnit: actor.unit } : {}),
  });
  if (!started.ok || !asked.person) return started;
  return service.drafts.save(started.value, {
    answers: { ...(await answersFor(context, started.value, asked.person)), [PERSON]: asked.person },
  });
};
