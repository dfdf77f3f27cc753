import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { ownEnvironment } from './own-environment.ts';
import { dataOfItsOwn } from './seeded.ts';

/** The product as `npm start` runs it, on its own data and port, with the demo's clock. */
export interface RunningServer {
  readonly origin: string;
  readonly data: string;
  /** What it printed so far. */
  output(): string;
  stop(): Promise<void>;
  /** Dies at once, as a computer without power does. */
  kill(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()));

export const startServer = async (
  given: {
    readonly data?: string;
    readonly port?: number;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<RunningServer> => {
  const port = given.port ?? (await freePort());
  const data = given.data ?? dataOfItsOwn();
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/server/start.ts'], {
    env: {
      ...ownEnvironment(),
      PORT: String(port),
      HOST: '127.0.0.1',
      MOTCUA_DATA: data,
      MOTCUA_DEMO: '1',
      NODE_ENV: 'production',
      ...given.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  const origin = `http://127.0.0.1:${String(port)}`;
  const deadline = Date.now() + 180_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server stopped at its start:\n${printed}`);
    const answered = await fetch(origin, { redirect: 'manual' }).then(
      (response) => response.status < 500,
      () => false,
    );
    if (answered) break;
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the server did not answer within three minutes:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    origin,
    data,
    output: () => printed,
    kill: () => {
      child.kill('SIGKILL');
      return exited(child);
    },
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await exited(child);
      clearTimeout(late);
      if (given.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
};
