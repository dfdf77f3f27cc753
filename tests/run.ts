/**
 * `npm test`: everything, from a clean checkout. Finds or installs the browser, runs the unit and
 * scenario tests and then the browser tests, and ends with one plain line of counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallBrowser } from './browser/chromium.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

const run = (project: string, reports: string): VitestReport | undefined => {
  const outputFile = join(reports, `${project}.json`);
  spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      ...(project === 'browser' ? ['--no-file-parallelism'] : []),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
    ],
    { stdio: 'inherit' },
  );
  try {
    return JSON.parse(readFileSync(outputFile, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
};

const browser = findOrInstallBrowser();
if (!browser.ok) {
  console.error(browser.message);
  process.exit(1);
}

const reports = mkdtempSync(join(tmpdir(), 'motcua-tests-'));
const results = ['unit', 'browser'].map((project) => run(project, reports));
rmSync(reports, { recursive: true, force: true });

const total = (pick: (report: VitestReport) => number): number =>
  results.reduce((sum, report) => sum + (report ? pick(report) : 0), 0);
const passed = total((report) => report.numPassedTests);
const skipped = total((report) => report.numPendingTests);
const broken = results.some((report) => report === undefined || !report.success);
const failed = Math.max(
  total((report) => report.numFailedTests),
  broken ? 1 : 0,
);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(broken || passed === 0 ? 1 : 0);
