import type { Release } from '#engine/definition/index.ts';
import { compileProcess, migrate, planMigration, readProcess, type Graph } from '#engine/process/index.ts';
import type { Problem, Severity } from '#engine/result/index.ts';
import { both, error } from '../describe.ts';
import { enter, fails, passes, path, receive, sign, task, usual } from '../example.ts';
import { everyStand } from '../every-stand.ts';
import * as say from '../messages.ts';
import { checkState } from '../process/index.ts';
import type { Check, Subject } from '../subject.ts';

const longer =
  path('receive examine sign enter') + receive + task('examine', 'mc:act="examine" mc:duration="PT1H"') + sign + enter;

/** Every kind of dossier that runs under the release before has a lawful way on. */
export const running: Check = {
  name: 'running',
  part: 'change',
  proves: both(
    'Mỗi loại hồ sơ đang giải quyết theo phiên bản trước đều có đường đi tiếp: ở lại phiên bản cũ, hoặc chuyển được sang quy trình mới.',
    'Every kind of dossier that runs under the release before has a way on: it stays there, or it can move to the new process.',
  ),
  findings: {
    'release.prior.no-way-on': error(
      'Hồ sơ đang ở một số bước không chuyển được sang quy trình mới.',
      'Dossiers that stand at some steps cannot move to the new process.',
    ),
    'release.prior.kind-gone': error(
      'Trường hợp hoặc cách nộp của hồ sơ đang giải quyết không còn ở phiên bản mới.',
      'A case or channel of running dossiers is not in the new release.',
    ),
  },
  examples: [
    passes('Chuyển sang quy trình có thêm bước', 'Converted to a process with one more step', {
      prior: { process: usual },
      process: longer,
      context: { inFlight: 'convert' },
    }),
    fails('release.prior.no-way-on', 'Chuyển, nhưng bước thẩm định đã bỏ', 'Converted, but a step is gone', {
      prior: { process: longer },
      process: usual,
      context: { inFlight: 'convert' },
    }),
    fails('release.prior.kind-gone', 'Chuyển, nhưng không còn nộp trực tuyến', 'Converted, but no longer online', {
      prior: { process: usual },
      process: usual,
      procedure: { channels: ['counter'] },
      context: { inFlight: 'convert' },
    }),
  ],
  run: async (subject) => {
    const { prior, inFlight } = subject.context;
    if (!prior || prior.code !== subject.release.code) return [];
    // Staying on the release they were filed under is lawful: then it is only worth knowing.
    const severity: Severity = inFlight === 'convert' ? 'error' : inFlight === 'ask' ? 'warning' : 'info';
    return [...kindsGone(prior, subject.release, severity), ...(await stuckSteps(prior, subject, severity))];
  },
};

const kindsGone = ({ procedure: old }: Release, { procedure }: Release, severity: Severity): readonly Problem[] => {
  const cases = new Set((procedure.cases ?? []).map(({ id }) => id));
  const gone = [
    ...(old.cases ?? []).filter(({ id }) => !cases.has(id)).map(({ name }) => name.vi),
    ...old.channels.filter((channel) => !procedure.channels.includes(channel)),
  ];
  return gone.length > 0 ? [say.kindGone(gone, severity)] : [];
};

const stuckSteps = async (
  prior: Release,
  { release, process }: Subject,
  severity: Severity,
): Promise<readonly Problem[]> => {
  const to = process.graph;
  if (!to || (prior.process !== undefined && prior.process === release.process)) return [];
  const from = await graphOf(prior);
  if (!from) return [];
  const plan = planMigration(from, to);
  const stuck = new Set<string>();
  const { stands, complete } = everyStand(from);
  for (const state of stands) {
    const moved = migrate(from, to, state, plan, { now: NOW, check: checkState });
    if (moved.ok) continue;
    for (const { path: element } of moved.problems) {
      const node = from.nodes[from.nodeOf[element] ?? -1];
      stuck.add(node?.name || element);
    }
  }
  return stuck.size > 0 ? [say.noWayOn([...stuck], severity, complete)] : [];
};

const NOW = '2026-01-05T01:00:00.000Z';

const graphs = new WeakMap<Release, Promise<Graph | undefined>>();

const graphOf = (release: Release): Promise<Graph | undefined> => {
  const known = graphs.get(release);
  if (known) return known;
  const made = readProcess(release.procedure, release.process).then((parsed) => {
    const compiled = parsed.ok ? compileProcess(parsed.value) : undefined;
    return compiled?.ok ? compiled.value : undefined;
  });
  graphs.set(release, made);
  return made;
};
