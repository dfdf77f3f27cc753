import type { ClockPort } from '#engine/clock/index.ts';
import type { Actor, Role } from '#engine/dossier/index.ts';
import { fail, ok } from '#engine/result/index.ts';
import type { DecisionRecord, Store } from '#engine/store/index.ts';
import type { Release } from '#engine/definition/index.ts';
import type { Checked } from './check.ts';
import { draftsReopened, tellDraftOwners } from './draft-notices.ts';
import { say } from './messages.ts';
import type { CatalogueService, DecisionPackage, DecisionReport } from './types.ts';

type Decisions = Pick<
  CatalogueService,
  'check' | 'propose' | 'approve' | 'apply' | 'withdraw' | 'decision' | 'decisions'
>;

const AUTHORS: readonly Role[] = ['office', 'office-approver'];
const APPROVERS: readonly Role[] = ['office-approver'];
/** The catalogue may move between planning and writing; then it is planned again, this often. */
const TRIES = 5;

const may = (actor: Actor, roles: readonly Role[]): boolean => actor.roles.some((role) => roles.includes(role));
const personOf = ({ id, name }: Actor) => ({ id, name });

/** Two people for every decision: one proposes, another approves exactly that content (TT 01/2018 Điều 8). */
export const decisions = (
  store: Store,
  clock: ClockPort,
  checked: (given: DecisionPackage) => Promise<Checked>,
): Decisions => {
  const packageOf = async (record: DecisionRecord): Promise<DecisionPackage> => {
    const releases: Release[] = [];
    for (const { code, release: number } of record.decision.items) {
      const release = number === undefined ? undefined : await store.releases.byNumber(code, number);
      if (release) releases.push(release);
    }
    return { decision: record.decision, releases };
  };

  const propose: Decisions['propose'] = async (given, author) => {
    if (!may(author, AUTHORS)) return fail(say.mayNot({ vi: 'trình quyết định công bố', en: 'propose a decision' }));
    const { number } = given.decision;
    const before = await store.catalogue.decision(number);
    if (before?.status === 'applied' || before?.status === 'withdrawn')
      return fail(say.wrongStatus(number, before.status));
    const { report } = await checked(given);
    if (!report.applicable) return fail(...report.problems, ...report.items.flatMap((item) => item.problems));
    const record: DecisionRecord = {
      number,
      decision: given.decision,
      contentHash: report.contentHash,
      status: 'draft',
      author: personOf(author),
      createdAt: clock.now(),
    };
    if (given.shared) {
      const added = await store.releases.addShared(given.shared);
      if (!added.ok) return added;
    }
    const saved = await store.catalogue.saveDecision(record, given.releases);
    return saved.ok ? ok(record, warnings(report)) : saved;
  };

  const approve: Decisions['approve'] = async (number, contentHash, approver) => {
    const record = await store.catalogue.decision(number);
    if (!record) return fail(say.noDecision(number));
    if (!may(approver, APPROVERS))
      return fail(say.mayNot({ vi: 'phê duyệt quyết định công bố', en: 'approve a decision' }));
    if (record.author.id === approver.id) return fail(say.ownDecision());
    if (record.status !== 'draft') return fail(say.wrongStatus(number, record.status));
    const { report } = await checked(await packageOf(record));
    if (record.contentHash !== contentHash || report.contentHash !== contentHash) return fail(say.otherContent());
    if (!report.applicable) return fail(...report.problems, ...report.items.flatMap((item) => item.problems));
    const approved: DecisionRecord = {
      ...record,
      status: 'approved',
      approver: personOf(approver),
      approvedAt: clock.now(),
    };
    const saved = await store.catalogue.saveDecision(approved, []);
    return saved.ok ? ok(approved, warnings(report)) : saved;
  };

  const apply: Decisions['apply'] = async (number, actor) => {
    if (!may(actor, AUTHORS)) return fail(say.mayNot({ vi: 'áp dụng quyết định công bố', en: 'apply a decision' }));
    for (let tries = 1; ; tries += 1) {
      const record = await store.catalogue.decision(number);
      if (!record) return fail(say.noDecision(number));
      if (record.status !== 'approved') return fail(say.wrongStatus(number, record.status));
      const { plan, report, version } = await checked(await packageOf(record));
      if (report.contentHash !== record.contentHash) return fail(say.otherContent());
      if (!report.applicable) return fail(...report.problems, ...report.items.flatMap((item) => item.problems));
      const now = clock.now();
      const applied: DecisionRecord = { ...record, status: 'applied', appliedAt: now };
      const written = await store.catalogue.apply(applied, { ...plan.change, basedOn: version }, now, report);
      if (written.ok) {
        await tellDraftOwners(store, applied, plan, now);
        return ok(applied, warnings(report));
      }
      if (tries >= TRIES || !written.problems.some((found) => found.code === 'catalogue.stale')) return written;
    }
  };

  const withdraw: Decisions['withdraw'] = async (number, actor, reason) => {
    const record = await store.catalogue.decision(number);
    if (!record) return fail(say.noDecision(number));
    if (!may(actor, AUTHORS)) return fail(say.mayNot({ vi: 'rút quyết định công bố', en: 'withdraw a decision' }));
    if (reason.trim() === '') return fail(say.noReason());
    if (record.status === 'withdrawn') return fail(say.wrongStatus(number, record.status));
    const now = clock.now();
    const withdrawn: DecisionRecord = {
      ...record,
      status: 'withdrawn',
      withdrawnAt: now,
      withdrawnReason: reason.normalize('NFC'),
    };
    const written =
      record.status === 'applied'
        ? await store.catalogue.withdraw(withdrawn, now)
        : await store.catalogue.saveDecision(withdrawn, []);
    if (!written.ok) return written;
    if (record.status === 'applied') await draftsReopened(store, withdrawn, now);
    return ok(withdrawn);
  };

  return {
    check: async (given) => (await checked(given)).report,
    propose,
    approve,
    apply,
    withdraw,
    decision: async (number) => {
      const record = await store.catalogue.decision(number);
      if (!record) return undefined;
      // Once applied, the catalogue it changed is no longer the one it was checked against.
      const kept =
        record.appliedAt === undefined
          ? undefined
          : ((await store.catalogue.report(number)) as DecisionReport | undefined);
      return { record, report: kept ?? (await checked(await packageOf(record))).report };
    },
    decisions: () => store.catalogue.decisions(),
  };
};

const warnings = (report: DecisionReport) => [...report.problems, ...report.items.flatMap((item) => item.problems)];
