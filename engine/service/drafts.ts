import { randomUUID } from 'node:crypto';
import { deadline, localDate, type ClockPort } from '#engine/clock/index.ts';
import { feesOf, limitFor, type DossierState, type PreparedRelease } from '#engine/dossier/index.ts';
import type { GroupMember } from '#engine/definition/index.ts';
import { checkAnswers, effectiveCase, effectiveChecklist, effectiveForm, type Facts } from '#engine/form/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { isStorable, storeProblems, type Draft, type Store } from '#engine/store/index.ts';
import type { Intake } from './intake.ts';
import type { LinkedGroups } from './linked/groups.ts';
import { say } from './messages.ts';
import { normalise } from './normalise.ts';
import type { ReceptionService } from './reception.ts';
import type { ReleaseCache } from './releases.ts';
import type { DossierService, DraftService, DraftView } from './types.ts';
import type { Organisation } from './units.ts';

/** Whose dossier it will be by its place. */
const homeOf = ({ competentUnit, receivingUnit }: Draft): string | undefined => competentUnit ?? receivingUnit;

/** Applications being filled in. They follow the release in force: what is submitted is what is then the law. */
export const draftService = (
  store: Store,
  clock: ClockPort,
  releases: ReleaseCache,
  intake: Intake,
  units: Organisation,
  reception: ReceptionService,
  dossiers: Pick<DossierService, 'execute'>,
  linked: LinkedGroups,
): DraftService => {
  /** As it is now: the counter chosen for it is followed through the reorganisations since it was last saved. */
  const placed = async (draft: Draft): Promise<Draft> => {
    if (draft.receivingUnit === undefined) return draft;
    const follow = (code: string) => units.followed(code, draft.updatedAt, draft.procedure);
    const receivingUnit = await follow(draft.receivingUnit);
    const competentUnit = draft.competentUnit === undefined ? undefined : await follow(draft.competentUnit);
    return { ...draft, receivingUnit, ...(competentUnit === undefined ? {} : { competentUnit }) };
  };

  const load: DraftService['load'] = async (id) => {
    const draft = await store.drafts.load(id);
    return draft && placed(draft);
  };

  const factsOf = (draft: Draft, prepared: PreparedRelease, applicant?: Facts['applicant']): Facts => {
    const unit = units.unit(homeOf(draft) ?? '');
    const given: Facts = {
      answers: draft.answers,
      ...(draft.case === undefined ? {} : { case: draft.case }),
      channel: draft.channel,
      ...(unit ? { unit: { code: unit.code, level: unit.level } } : {}),
      ...(applicant ? { applicant } : {}),
      today: localDate(clock.now()),
    };
    const chosen = effectiveCase(prepared.release.procedure, prepared.caseConditions, given);
    const { case: _, ...rest } = given;
    return chosen === undefined ? rest : { ...rest, case: chosen };
  };

  const expected = (
    draft: Draft,
    prepared: PreparedRelease,
    facts: Facts,
    member: GroupMember | undefined,
  ): DraftView['expected'] => {
    const { procedure } = prepared.release;
    const own = limitFor(procedure, {
      channel: draft.channel,
      ...(facts.case === undefined ? {} : { case: facts.case }),
      ...(facts.unit ? { level: facts.unit.level } : {}),
    });
    const calendar = units.calendarOf(homeOf(draft) ?? '');
    const row = member?.legal ? { legal: member.legal, promised: member.promised } : own;
    const limit = row?.promised ?? row?.legal ?? { kind: 'none' as const };
    if (!calendar) throw new Error('no working calendar is loaded');
    return deadline(calendar, { from: clock.now(), limit });
  };

  const start: DraftService['start'] = async ({ procedure, owner, channel, receivingUnit, competentUnit, visit }) => {
    await units.refresh();
    const now = clock.now();
    const open = await intake.open(procedure, now);
    if (!open.ok) return open;
    const { release } = open.value.release;
    if (receivingUnit !== undefined) {
      const unit = units.unit(receivingUnit);
      if (!unit) return fail(say.wrongUnit(receivingUnit));
      const home = await reception.homeOf(release, unit, competentUnit, localDate(now));
      if (!home.ok) return home;
    }
    if (!release.procedure.channels.includes(channel)) return fail(say.wrongChannel(channel));
    const draft: Draft = {
      id: randomUUID(),
      owner,
      procedure,
      releaseHash: release.hash,
      releaseNumber: release.number,
      channel,
      ...(receivingUnit === undefined ? {} : { receivingUnit }),
      ...(visit ? { visit } : {}),
      ...(competentUnit === undefined ? {} : { competentUnit }),
      answers: {},
      papers: [],
      pagesDone: [],
      revision: 1,
      createdAt: now,
      updatedAt: now,
    };
    const saved = await store.drafts.save(draft);
    return saved.ok ? ok(draft) : saved;
  };

  const save: DraftService['save'] = async (draft, change) => {
    if (!isStorable(JSON.stringify(change))) return fail(storeProblems.text('/answers'));
    if (!(await store.drafts.load(draft.id))) return fail(say.noDraft());
    const next: Draft = {
      ...(await placed(draft)),
      ...normalise(change),
      revision: draft.revision + 1,
      updatedAt: clock.now(),
    };
    const saved = await store.drafts.save(next);
    return saved.ok ? ok(next) : saved;
  };

  const view: DraftService['view'] = async (draft) => {
    await units.refresh();
    const now = clock.now();
    const current = await intake.inForce(draft.procedure, now);
    const prepared = current?.release ?? (await releases.byHash(draft.releaseHash));
    const group = draft.visit?.group === undefined ? undefined : await linked.find(draft.visit.group, now);
    const member = group?.members.find(({ code }) => code === draft.procedure);
    const replacedBy = current ? undefined : await intake.replacedBy(draft.procedure, now);
    const facts = factsOf(draft, prepared);
    const form = effectiveForm(prepared.form, facts);
    const settled: Facts = { ...facts, answers: form.answers };
    const fees = feesOf(prepared, settled);
    const checked = checkAnswers(prepared.form, settled);
    return {
      release: prepared,
      superseded: current !== undefined && current.entry.hash !== draft.releaseHash,
      ...(current ? {} : { closed: replacedBy === undefined ? {} : { replacedBy } }),
      form,
      papers: effectiveChecklist(prepared.release.procedure, prepared.paperConditions, settled),
      fees: fees.ok ? fees.value : [],
      expected: expected(draft, prepared, settled, member),
      awaited: member?.papers ?? [],
      problems: [...(checked.ok ? [] : checked.problems), ...(fees.ok ? [] : fees.problems)],
    };
  };

  const submit: DraftService['submit'] = async (given, { actor, applicant }) => {
    const draft = await placed(given);
    const stored = (await store.drafts.load(draft.id)) ?? draft;
    if (stored.revision !== draft.revision) return fail(storeProblems.draftConflict());
    if (draft.receivingUnit === undefined) return fail(say.noUnit());
    await units.refresh();
    const current = await intake.inForce(draft.procedure, clock.now());
    const chosen = current && factsOf(draft, current.release, { kind: applicant.kind }).case;
    const submitted: Result<DossierState> = await dossiers.execute({
      dossier: '',
      procedure: draft.procedure,
      command: {
        type: 'submit',
        channel: draft.channel,
        ...(chosen === undefined ? {} : { case: chosen }),
        receivingUnit: draft.receivingUnit,
        applicant,
        answers: draft.answers,
        papers: draft.papers,
        returnChannel: draft.returnChannel ?? 'counter',
        ...(draft.returnAddress === undefined ? {} : { returnAddress: draft.returnAddress }),
      },
      actor,
      // One draft becomes one dossier, whatever key a second window may bring.
      key: `draft:${draft.id}`,
    });
    if (submitted.ok) await store.drafts.remove(draft.id);
    return submitted;
  };

  return {
    start,
    load,
    save,
    view,
    submit,
    byOwner: async (owner) => Promise.all((await store.drafts.byOwner(owner)).map(placed)),
    remove: (id) => store.drafts.remove(id),
  };
};
