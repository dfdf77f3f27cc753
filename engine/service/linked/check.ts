import type { Instant } from '#engine/clock/index.ts';
import type { Decision, GroupMember, Question, Release } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';
import { groupsAt } from './groups.ts';
import * as say from './messages.ts';

/**
 * Whether the groups a decision publishes can be handed in from its effective instant on: every member in
 * force and taken in at counters, every paper, result and question that joins them published.
 */
export const checkGroups = async (
  store: Pick<Store, 'catalogue' | 'releases'>,
  decision: Decision,
  given: { readonly effectiveFrom: Instant; readonly releases: readonly Release[] },
): Promise<readonly Problem[]> => {
  const groups = decision.groups ?? [];
  if (groups.length === 0) return [];
  const before = groupsAt(await store.catalogue.groups(), given.effectiveFrom);
  const released = (code: string) => standing(store, decision, given, code);
  const found: Problem[] = [];
  for (const [index, group] of groups.entries()) {
    const path = `/groups/${index}`;
    if (group.ends && !before.some(({ code }) => code === group.code))
      found.push(say.endsNothing(`${path}/code`, group.code));
    for (const [place, member] of (group.members ?? []).entries())
      found.push(...(await checkMember(member, `${path}/members/${place}`, released)));
  }
  return found;
};

type Released = (code: string) => Promise<Release | undefined>;

/** What is in force of a code once the decision has taken effect. */
const standing = async (
  store: Pick<Store, 'catalogue' | 'releases'>,
  decision: Decision,
  { effectiveFrom, releases }: { readonly effectiveFrom: Instant; readonly releases: readonly Release[] },
  code: string,
): Promise<Release | undefined> => {
  const item = decision.items.find((each) => each.code === code);
  if (decision.items.some(({ replaces, code: other }) => other !== code && replaces?.includes(code))) return undefined;
  if (item?.action === 'repeal') return undefined;
  if (item?.release !== undefined)
    return (
      releases.find((each) => each.code === code && each.number === item.release) ??
      (await store.releases.byNumber(code, item.release))
    );
  const entry = await store.catalogue.inForce(code, effectiveFrom);
  return entry && store.releases.byNumber(code, entry.number);
};

const checkMember = async (member: GroupMember, path: string, released: Released): Promise<readonly Problem[]> => {
  const release = await released(member.code);
  if (!release) return [say.notInForce(`${path}/code`, member.code)];
  const { procedure } = release;
  const found: Problem[] = procedure.channels.includes('counter')
    ? []
    : [say.noCommonCounter(`${path}/code`, member.code)];
  for (const [index, { paper, from, result }] of (member.papers ?? []).entries()) {
    const at = `${path}/papers/${index}`;
    if (!(procedure.checklist ?? []).some(({ id }) => id === paper))
      found.push(say.unknownPart(`${at}/paper`, 'paper', paper, member.code));
    const other = await released(from);
    if (other && !(other.procedure.results ?? []).some(({ id }) => id === result))
      found.push(say.unknownPart(`${at}/result`, 'result', result, from));
  }
  for (const [index, { question, from, of }] of (member.answers ?? []).entries())
    found.push(
      ...sameQuestion(`${path}/answers/${index}`, { release, question }, { release: await released(from), from, of }),
    );
  return found;
};

const questionOf = (release: Release, id: string): Question | undefined =>
  release.form && 'pages' in release.form
    ? release.form.pages.flatMap(({ questions }) => questions).find((each) => each.id === id)
    : undefined;

const sameQuestion = (
  path: string,
  into: { readonly release: Release; readonly question: string },
  out: { readonly release: Release | undefined; readonly from: string; readonly of: string },
): readonly Problem[] => {
  if (!out.release) return [];
  const target = questionOf(into.release, into.question);
  const source = questionOf(out.release, out.of);
  if (!target) return [say.unknownPart(`${path}/question`, 'question', into.question, into.release.code)];
  if (!source) return [say.unknownPart(`${path}/of`, 'question', out.of, out.from)];
  return target.type === source.type ? [] : [say.otherType(path, into.question, out.of)];
};
