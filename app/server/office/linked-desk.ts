import type { AppLoadContext } from '@remix-run/node';
import { fold, type GroupItem, type GroupMember } from '#engine/definition/index.ts';
import type { CompiledQuestion } from '#engine/form/index.ts';
import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { decisionHead } from './drafts/decision-head.ts';

const MOST_MEMBERS = 12;
const UNITS = ['working-day', 'day', 'working-hour'] as const;
type LimitUnit = (typeof UNITS)[number];

/** What is asked of a member at the desk: its papers, what the others give, questions asked once. */
export interface DeskMember {
  readonly code: string;
  /** Empty: no procedure of this code is in force. */
  readonly name: string;
  readonly papers: readonly { readonly id: string; readonly name: string }[];
  /** Results of the other members that may take the place of a paper. */
  readonly givers: readonly { readonly value: string; readonly label: string }[];
  /** Questions that an earlier member asks as well. */
  readonly shared: readonly {
    readonly id: string;
    readonly label: string;
    readonly from: string;
    readonly of: string;
  }[];
}

const vi = officeTextsFor('vi').linked;
const en = officeTextsFor('en').linked;
type Said = 'noMembers' | 'tooMany' | 'notInForce' | 'badLimit' | 'noName';
const said = (code: Said, path: string, what = ''): Problem =>
  problem(
    `linked.${code}`,
    path,
    { vi: vi.problems[code](what), en: en.problems[code](what) },
    { vi: vi.remedies[code], en: en.remedies[code] },
  );

/** Codes as typed, one a line, the leading one first. */
export const codesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/u)
      .map((code) => code.trim())
      .filter((code) => code !== ''),
  ),
];

const leaves = ({ pages }: { readonly pages: readonly { readonly questions: readonly CompiledQuestion[] }[] }) =>
  pages.flatMap(({ questions }) => questions).filter(({ questions }) => questions === undefined);

/** The members as they are in force now. O(questions of all members). */
export const deskMembers = async (
  { service }: Pick<AppLoadContext, 'service'>,
  codes: readonly string[],
  locale: Locale,
): Promise<readonly DeskMember[]> => {
  const text = (value: { readonly vi: string; readonly en?: string | undefined }): string =>
    pick({ vi: value.vi, ...(value.en ? { en: value.en } : {}) }, locale);
  const releases = await Promise.all(codes.map(async (code) => (await service.catalogue.inForce(code))?.release));
  /** First asked where: by what it is called and what kind it is of. */
  const asked = new Map<string, { readonly from: string; readonly of: string }>();
  return codes.map((code, index): DeskMember => {
    const release = releases[index];
    if (!release) return { code, name: '', papers: [], givers: [], shared: [] };
    const { procedure } = release.release;
    const shared: DeskMember['shared'][number][] = [];
    const first = new Map<string, { readonly from: string; readonly of: string }>();
    for (const { id, question } of leaves(release.form)) {
      const label = text(question.label);
      const name = `${question.type} ${fold(label)}`;
      const before = asked.get(name);
      if (before) shared.push({ id, label, ...before });
      else first.set(name, { from: code, of: id });
    }
    for (const [name, place] of first) asked.set(name, place);
    return {
      code,
      name: text(procedure.name),
      papers: (procedure.checklist ?? []).map((paper) => ({ id: paper.id, name: text(paper.name) })),
      givers: releases.flatMap((other, place) =>
        other && place !== index
          ? (other.release.procedure.results ?? []).map((result) => ({
              value: `${codes[place] ?? ''}|${result.id}`,
              label: `${text(result.name)} (${codes[place] ?? ''})`,
            }))
          : [],
      ),
      shared,
    };
  });
};

const limitIn = (fields: FormData, name: string): Result<GroupMember['legal'] | undefined> => {
  const typed = String(fields.get(name) ?? '').trim();
  if (typed === '') return ok(undefined);
  const value = Number(typed.replace(',', '.'));
  const unit: LimitUnit = UNITS.find((each) => each === fields.get(`${name}-don-vi`)) ?? 'working-day';
  return value > 0 && value <= 1000 && Number.isInteger(value * 2) ? ok({ value, unit }) : fail(said('badLimit', name));
};

const memberIn = (fields: FormData, member: DeskMember): Result<GroupMember> => {
  const legal = limitIn(fields, `phap-luat-${member.code}`);
  const promised = limitIn(fields, `hen-${member.code}`);
  if (!legal.ok) return legal;
  if (!promised.ok) return promised;
  const papers = member.papers.flatMap(({ id }) => {
    const giver = member.givers.find(({ value }) => value === fields.get(`giay-${member.code}-${id}`));
    const [from = '', result = ''] = giver?.value.split('|') ?? [];
    return giver ? [{ paper: id, from, result }] : [];
  });
  const once = new Set(fields.getAll(`hoi-${member.code}`));
  const answers = member.shared
    .filter(({ id }) => once.has(id))
    .map(({ id, from, of }) => ({ question: id, from, of }));
  return ok({
    code: member.code,
    ...(legal.value ? { legal: legal.value } : {}),
    ...(promised.value ? { promised: promised.value } : {}),
    ...(papers.length > 0 ? { papers } : {}),
    ...(answers.length > 0 ? { answers } : {}),
  });
};

/** The group of the form, or that it ends. */
const groupIn = (fields: FormData, members: readonly DeskMember[]): Result<GroupItem> => {
  const text = (name: string): string =>
    String(fields.get(name) ?? '')
      .trim()
      .normalize('NFC');
  const code = text('ma-nhom').toUpperCase();
  if (text('ket-thuc') === 'co') return ok({ code, ends: true });
  const problems: Problem[] = [
    ...(members.length < 2 ? [said('noMembers', 'thanh-vien')] : []),
    ...(members.length > MOST_MEMBERS ? [said('tooMany', 'thanh-vien', String(MOST_MEMBERS))] : []),
    ...members.filter(({ name }) => name === '').map((member) => said('notInForce', 'thanh-vien', member.code)),
    ...(text('ten-nhom') === '' ? [said('noName', 'ten-nhom')] : []),
  ];
  const read = members.map((member) => memberIn(fields, member));
  const found = [...problems, ...read.flatMap((each) => (each.ok ? [] : each.problems))];
  if (found.length > 0) return fail(...found);
  const english = text('ten-nhom-en');
  return ok({
    code,
    name: { vi: text('ten-nhom'), ...(english ? { en: english } : {}) },
    lead: members[0]?.code ?? '',
    members: read.flatMap((each) => (each.ok ? [each.value] : [])),
  });
};

/** The form → a decision file, as an office would upload it; the same checks follow. */
export const decisionOfGroup = (fields: FormData, members: readonly DeskMember[]): Result<string> => {
  const group = groupIn(fields, members);
  if (!group.ok) return group;
  const head = decisionHead(fields);
  if (!head.ok) return head;
  return ok(
    JSON.stringify({
      format: 'motcua/package@1',
      decision: { ...head.value, items: [], groups: [group.value] },
      releases: [],
    }),
  );
};
