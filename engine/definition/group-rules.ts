import type { Problem } from '#engine/result/index.ts';
import * as say from './group-messages.ts';
import type { GroupItem, GroupMember } from './schema/group.ts';

/** What a published group must be by itself; whether its members are in force is the catalogue's to say. */
export const groupRules = (groups: readonly GroupItem[], at: string): readonly Problem[] => {
  const seen = new Set<string>();
  return groups.flatMap((group, index) => {
    const path = `${at}/${index}`;
    const twice = seen.has(group.code) ? [say.groupTwice(`${path}/code`, group.code)] : [];
    seen.add(group.code);
    return [...twice, ...(group.ends ? endRules(group, path) : publishedRules(group, path))];
  });
};

const endRules = ({ code, name, lead, members }: GroupItem, path: string): readonly Problem[] =>
  name || lead !== undefined || members ? [say.endedGroupSaysMore(path, code)] : [];

const publishedRules = ({ code, name, lead, members }: GroupItem, path: string): readonly Problem[] => {
  if (!name || lead === undefined || !members) return [say.groupIncomplete(path, code)];
  const codes = members.map((member) => member.code);
  return [
    ...(codes.includes(lead) ? [] : [say.leadOutside(`${path}/lead`, lead)]),
    ...codes.flatMap((each, index) =>
      codes.indexOf(each) < index ? [say.memberTwice(`${path}/members/${index}/code`, each)] : [],
    ),
    ...members.flatMap((member, index) => memberRules(member, codes, `${path}/members/${index}`)),
    ...waitingInCircle(members, path),
  ];
};

const memberRules = (
  { code, legal, promised, papers, answers }: GroupMember,
  codes: readonly string[],
  path: string,
): readonly Problem[] => [
  ...(promised && !legal ? [say.promisedWithoutLegal(`${path}/promised`, code)] : []),
  ...[...(papers ?? []).entries()].flatMap(([index, { from }]) =>
    from === code || !codes.includes(from) ? [say.fromOutside(`${path}/papers/${index}/from`, from)] : [],
  ),
  ...[...(answers ?? []).entries()].flatMap(([index, { from }]) =>
    from === code || !codes.includes(from) ? [say.fromOutside(`${path}/answers/${index}/from`, from)] : [],
  ),
];

/** Members that would wait for each other's results could never end. */
const waitingInCircle = (members: readonly GroupMember[], path: string): readonly Problem[] => {
  const waits = new Map(members.map(({ code, papers }) => [code, (papers ?? []).map(({ from }) => from)]));
  const reaches = (from: string, to: string, passed: ReadonlySet<string>): boolean =>
    (waits.get(from) ?? []).some(
      (next) => next === to || (!passed.has(next) && reaches(next, to, new Set([...passed, next]))),
    );
  const circular = members.findIndex(({ code }) => reaches(code, code, new Set([code])));
  const code = members[circular]?.code;
  return code === undefined ? [] : [say.waitsForItself(`${path}/members/${circular}/papers`, code)];
};
