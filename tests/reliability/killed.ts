import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Line, Order } from './workload.ts';

export interface Victim {
  /** Lets it open the store and begin. */
  begin(order: Order): void;
  /** Ends it where it stands, without a word to it; everything that it had said comes back. */
  kill(): Promise<readonly Line[]>;
  /** Resolves once it has said so many lines since it began. */
  saying(lines: number): Promise<void>;
}

/** A process of its own, ready to begin. */
export const victim = async (...args: readonly string[]): Promise<Victim> => {
  const process = spawn('node', [...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: Line[] = [];
  const listeners = new Set<() => void>();
  const reader = createInterface({ input: process.stdout });
  const closed = once(reader, 'close');
  reader.on('line', (line) => {
    lines.push(JSON.parse(line) as Line);
    for (const listener of listeners) listener();
  });
  const saying = (count: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (lines.length <= count) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      process.once('exit', () => reject(new Error('it ended by itself')));
      look();
    });
  await saying(0);
  return {
    begin: (order) => void process.stdin.write(JSON.stringify(order)),
    saying,
    kill: async () => {
      process.kill('SIGKILL');
      await closed;
      return lines;
    },
  };
};
