import { at } from '#engine/clock/index.ts';
import { bigStore, staff } from './big-store.ts';
import { print, summarize } from './measure.ts';
import { bigDecision, codeOf } from './province.ts';
import { must } from '#seeds/index.ts';

/**
 * A half-year in one decision: 664 items (299 new, 53 amended, 312 repealed) on a catalogue of 2,000,
 * checked (verification included) and applied, by two people; then the first intake page after it.
 * Then the same at a quarter of the size, to show how it scales.
 */
export const benchDecision = async (sizes: readonly number[] = [500, 2000]): Promise<void> => {
  for (const size of sizes) {
    const started = performance.now();
    const big = await bigStore(size);
    console.log(
      `catalogue of ${String(size)}: published from nothing (verified, prepared, applied) in ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    const { decision, releases } = bigDecision(big.real, size, '2021-08-01', '2021-07-14', '9664/QĐ-UBND');
    const checks: number[] = [];
    const steps: Record<string, number> = {};
    const timed = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
      const start = performance.now();
      const value = await work();
      steps[name] = performance.now() - start;
      return value;
    };
    const report = await timed('check (first)', () => big.service.catalogue.check({ decision, releases }));
    if (!report.applicable)
      throw new Error(
        JSON.stringify(
          report.problems
            .concat(report.items.flatMap((item) => item.problems))
            .filter((p) => p.severity === 'error')
            .slice(0, 3),
        ),
      );
    for (let run = 0; run < 3; run += 1) {
      const start = performance.now();
      await big.service.catalogue.check({ decision, releases });
      checks.push(performance.now() - start);
    }
    const author = staff('vanphong.soan');
    const proposed = await timed('propose', () => big.service.catalogue.propose({ decision, releases }, author));
    const record = must('propose', proposed);
    await timed('approve', () =>
      big.service.catalogue.approve(decision.number, record.contentHash, staff('vanphong.duyet')),
    );
    must('apply', await timed('apply', () => big.service.catalogue.apply(decision.number, author)));
    big.clock.stand(at('2021-08-01', '00:00'));
    const newCode = codeOf(size);
    const channel = releases[0]?.procedure.channels[0] ?? 'online';
    const started2 = performance.now();
    const draft = must('start', await big.service.drafts.start({ procedure: newCode, owner: 'bench', channel }));
    await big.service.drafts.view(draft);
    steps['first intake page after it'] = performance.now() - started2;
    console.log(`664 items on ${String(size)}: ${JSON.stringify(report.counts)}`);
    for (const [name, ms] of Object.entries(steps)) print(summarize(`  ${name}`, [ms]));
    print(summarize('  check again (warm)', checks));
    await big.remove();
  }
};
