import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, addDays } from '#engine/clock/index.ts';
import { readDecisionFile } from '#engine/definition/index.ts';
import { must } from '#seeds/index.ts';
import { bigStore, publish, staff } from './big-store.ts';
import { writeHalfYear } from './half-year-files.ts';
import { print, summarize } from './measure.ts';

const START = '2021-07-16';

/**
 * A half-year as it came: sixteen decisions, 664 items, read from files on a catalogue of 2,000, each proposed (verified),
 * approved by somebody else (verified again) and applied on its day. The counts are those that the catalogue derives.
 */
export const benchHalfYear = async (): Promise<void> => {
  const big = await bigStore(2000);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-half-year-'));
  const year = writeHalfYear(folder, big.real, 2000, START);
  const { catalogue } = big.service;
  const before = must('before', readDecisionFile(await readFile(year.before, 'utf8')));
  await publish(big.service, before.decision, before.releases);
  console.log(
    year.real.decisions > 0
      ? `${String(year.real.decisions)} real decisions with ${String(year.real.procedures)} real procedures, the rest varied`
      : 'no ../shared/data: all varied from definitions/',
  );

  const counts = { add: 0, amend: 0, replace: 0, repeal: 0 };
  const times: Record<'read' | 'propose' | 'approve' | 'apply', number[]> = {
    read: [],
    propose: [],
    approve: [],
    apply: [],
  };
  const timed = async <Value>(step: keyof typeof times, work: () => Promise<Value>): Promise<Value> => {
    const begun = performance.now();
    const value = await work();
    times[step].push(performance.now() - begun);
    return value;
  };
  const [author, approver] = [staff('vanphong.soan'), staff('vanphong.duyet')];
  const started = performance.now();
  for (const [index, file] of year.files.entries()) {
    big.clock.stand(at(addDays(START, index * 11), '14:00'));
    const { decision, releases } = must(
      'read',
      await timed('read', async () => readDecisionFile(await readFile(file, 'utf8'))),
    );
    const proposed = must('propose', await timed('propose', () => catalogue.propose({ decision, releases }, author)));
    must('approve', await timed('approve', () => catalogue.approve(decision.number, proposed.contentHash, approver)));
    must('apply', await timed('apply', () => catalogue.apply(decision.number, author)));
    const report = (await catalogue.decision(decision.number))?.report;
    for (const action of ['add', 'amend', 'replace', 'repeal'] as const) counts[action] += report?.counts[action] ?? 0;
  }
  const seconds = (performance.now() - started) / 1000;
  const items = counts.add + counts.amend + counts.replace + counts.repeal;
  console.log(
    `${String(year.files.length)} decisions, ${String(items)} items ${JSON.stringify(counts)} in ${seconds.toFixed(1)} s (target: under 60 s)`,
  );
  for (const [step, all] of Object.entries(times)) print(summarize(`  ${step}`, all));
  console.log(`  largest single apply: ${(Math.max(...times.apply) / 1000).toFixed(2)} s (target: under 2 s)`);
  rmSync(folder, { recursive: true, force: true });
  await big.remove();
};
