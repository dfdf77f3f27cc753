import type { AppLoadContext } from '@remix-run/node';
import type { LocalDate } from '#engine/clock/index.ts';
import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import { processDiagram, readProcess, type FindRelease } from '#engine/process/index.ts';
import {
  lawOf,
  partOf,
  prepareSubject,
  type FindingPart,
  type ReplayedRun,
  type Subject,
} from '#engine/verify/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { concernedQuestions, exampleForm, exampleView, play } from './example.ts';
import { readFindingFilter } from './filter.ts';
import { findingsOf } from './finding.ts';
import { findingList } from './list.ts';
import { contentAt, elementOf, placeName } from './place.ts';
import { studioLink } from './studio-link.ts';
import { routeView, type RouteView } from './route.ts';

/** A release and what the checks say of it. */
export interface DeskSource {
  readonly release: Release;
  readonly shared: SharedDefinitions;
  readonly asOf: LocalDate;
  readonly problems: readonly Problem[];
  /** Finds releases whose process it calls. */
  readonly called: FindRelease;
  /** It is in force: its public page can be pointed to. */
  readonly published: boolean;
}

const PUBLIC_SECTION: Readonly<Partial<Record<FindingPart, string>>> = {
  information: '',
  papers: '#giay-to',
  time: '#thoi-han',
  fees: '#le-phi',
  people: '#noi-nop',
};

/**
 * The findings of one release, and the one that is looked at (`?loi=`, else the first): where, how to mend
 * it, and its example played as far as `?buoc=` on the page `?trang-mau=` of the form.
 */
export const findingsDesk = async (
  context: AppLoadContext,
  source: DeskSource,
  search: URLSearchParams,
  locale: Locale,
) => {
  const { release, problems } = source;
  const { procedure } = release;
  const field = procedure.field.name.vi;
  const all = findingsOf({ code: release.code, name: procedure.name.vi, field, problems });
  const { severity, page } = readFindingFilter(search);
  const subject = await prepareSubject(release, source.shared, {
    asOf: source.asOf,
    called: source.called,
  });
  const { graph } = subject.process;
  const around = { release, ...(graph ? { graph } : {}) };
  const list = findingList(all, { text: '', page, ...(severity ? { severity } : {}) }, locale, { around });
  const asked = Number(search.get('loi') ?? '');
  const index = search.has('loi') && problems[asked] ? asked : (list.groups[0]?.rows[0]?.index ?? -1);
  const problem = problems[index];
  return {
    code: release.code,
    number: release.number,
    name: procedure.name,
    severity: severity ?? null,
    list,
    detail: problem ? { index, ...(await detailOf(context, source, subject, problem, search, locale)) } : null,
  };
};

export type FindingsDeskView = Awaited<ReturnType<typeof findingsDesk>>;
export type FindingDetail = NonNullable<FindingsDeskView['detail']>;

const detailOf = async (
  context: AppLoadContext,
  source: DeskSource,
  subject: Subject,
  problem: Problem,
  search: URLSearchParams,
  locale: Locale,
) => {
  const { release } = source;
  const { witness } = problem;
  const part = partOf(problem);
  const { graph } = subject.process;
  const replay = witness && play(subject, witness);
  const concerned = concernedQuestions(subject, problem);
  const asked = search.get('trang-mau');
  const form = replay && (await exampleForm(context, subject, replay.facts, problem, { asked, concerned }, locale));
  const route = await routeOf(subject, problem, replay?.run, Number(search.get('buoc') ?? '0') || 0, locale);
  return {
    severity: problem.severity,
    code: problem.code,
    part,
    message: problem.message,
    remedy: problem.remedy ?? null,
    law: lawOf(problem.code) ?? null,
    place: placeName(problem.path, locale, { release, ...(graph ? { graph } : {}) }),
    content: contentAt(problem.path, release) ?? null,
    goTo: {
      form: form !== undefined,
      diagram: route !== null,
      studio: await studioLink(context, release.code, problem.path),
      page:
        source.published && PUBLIC_SECTION[part] !== undefined ? `/thu-tuc/${release.code}${PUBLIC_SECTION[part]}` : '',
    },
    example: witness && replay ? await exampleView(context, subject, { witness, replay }, concerned, locale) : null,
    form: form ?? null,
    route,
  };
};

/** The drawing with the route, or only with the place that the finding is about. */
const routeOf = async (
  subject: Subject,
  { path, witness }: Problem,
  run: ReplayedRun | undefined,
  asked: number,
  locale: Locale,
): Promise<RouteView | null> => {
  const { graph } = subject.process;
  const mark = elementOf(path);
  const passed = run?.elements ?? witness?.elements ?? [];
  // The dossier has not left where it stands: there the route ends.
  const stands = mark !== undefined && run?.state.tokens.some(({ element }) => element === mark) === true;
  const elements = stands && passed.at(-1) !== mark ? [...passed, mark] : passed;
  if (!graph || (mark === undefined && elements.length === 0)) return null;
  const { release } = subject;
  const read = await readProcess(release.procedure, release.process);
  if (!read.ok) return null;
  const given = { asked, script: witness?.script ?? [], ...(mark === undefined ? {} : { mark }) };
  return routeView(
    graph,
    processDiagram(read.value, graph.processId),
    { elements, flows: run?.flows ?? witness?.flows ?? [] },
    given,
    locale,
  );
};
