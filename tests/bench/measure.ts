/** Times of repeated runs; the median is what is quoted, the spread says how noisy the machine was. */
export interface Measured {
  readonly name: string;
  readonly runs: number;
  /** Milliseconds for one run. */
  readonly median: number;
  readonly minimum: number;
  readonly p95: number;
  readonly maximum: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const summarize = (name: string, times: readonly number[]): Measured => {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    name,
    runs: sorted.length,
    median: at(sorted, 0.5),
    minimum: at(sorted, 0),
    p95: at(sorted, 0.95),
    maximum: at(sorted, 1),
  };
};

/** Runs `work` `warmup` times uncounted, then `runs` times. */
export const measure = async (
  name: string,
  work: (run: number) => Promise<unknown>,
  options: { readonly runs?: number; readonly warmup?: number } = {},
): Promise<Measured> => {
  const { runs = 20, warmup = 3 } = options;
  for (let run = 0; run < warmup; run += 1) await work(run);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work(warmup + run);
    times.push(performance.now() - start);
  }
  return summarize(name, times);
};

const cell = (ms: number): string => (ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(3)).padStart(9);

export const print = (measured: Measured, note = ''): void => {
  console.log(
    `${measured.name.padEnd(58)} median ${cell(measured.median)} ms  min ${cell(measured.minimum)}  p95 ${cell(measured.p95)}  max ${cell(measured.maximum)}  n=${String(measured.runs)}${note ? `  ${note}` : ''}`,
  );
};
