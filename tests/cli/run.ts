import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Output } from '../../engine/cli/command.ts';
import { run } from '../../engine/cli/run.ts';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  /** Standard error, one parsed line for each finding; what is no JSON is kept as text. */
  readonly findings: readonly {
    readonly code?: string;
    readonly path?: string;
    readonly severity?: string;
    readonly text?: string;
  }[];
}

/** Runs a command in this process: what it writes is kept. `motcuaProcess` runs the real one. */
export const motcua = async (args: readonly string[]): Promise<Ran> => {
  const out: string[] = [];
  const findings: { code?: string; path?: string; text?: string }[] = [];
  const io: Output = {
    print: (value) => void out.push(`${JSON.stringify(value, undefined, 2)}\n`),
    line: (value) => void out.push(`${JSON.stringify(value)}\n`),
    finding: (problem) => void findings.push(problem),
    note: (text) => void findings.push({ text }),
    wrongUse: (text) => {
      findings.push({ text });
      return 2;
    },
  };
  const status = await run(args, io, (text) => void out.push(`${text}\n`));
  return { status, stdout: out.join(''), findings };
};

const root = path.resolve(import.meta.dirname, '../..');

/** Runs `motcua` as a shell would, in a process of its own. */
export const motcuaProcess = (args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'engine/cli/main.ts', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, stdout, findings: stderr.split('\n').filter(Boolean).map(parsed) }),
    );
  });

const parsed = (line: string): Ran['findings'][number] => {
  try {
    return JSON.parse(line) as Ran['findings'][number];
  } catch {
    return { text: line };
  }
};
