import { parseInstant, type Instant } from '#engine/clock/index.ts';

/** How this server was asked to run; read once, at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Addresses people may use for it, first the one that is printed. */
  readonly origins: readonly string[];
  /** Served over https: cookies are `__Host-` and Secure, HSTS is sent. */
  readonly secure: boolean;
  readonly data: string;
  /** Shows one-time codes and demo accounts, and lets the clock be set. */
  readonly demo: boolean;
  /** Where the clock is put at start; `today`: the computer's own time. */
  readonly now?: Instant | 'today';
  readonly dev: boolean;
  /** Secrets of systems that may send dossiers, by the system's id; without one its door is shut. */
  readonly peerSecrets: ReadonlyMap<string, string>;
}

const PEER_SECRET = /^MOTCUA_PEER_([A-Z][A-Z0-9_]*)_SECRET$/;
const SHORTEST_SECRET = 32;

/** `MOTCUA_PEER_LY_LICH_TU_PHAP_SECRET` is that of `ly-lich-tu-phap`. */
const peerSecrets = (environment: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(environment).flatMap(([name, secret]) => {
      const id = PEER_SECRET.exec(name)?.[1]?.toLowerCase().replaceAll('_', '-');
      if (id === undefined || !secret) return [];
      if (secret.length < SHORTEST_SECRET)
        throw new Error(`${name}: a secret has at least ${SHORTEST_SECRET} characters`);
      return [[id, secret] as const];
    }),
  );

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Reads PORT, HOST, MOTCUA_DATA, MOTCUA_ORIGIN, MOTCUA_NOW, MOTCUA_DEMO.
 * The demo is on by default on this machine only: to show it to others it must be asked for.
 */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
  flags: readonly string[],
): Config => {
  const port = Number(environment['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT: ${environment['PORT'] ?? ''} is not a port number`);
  const host = environment['HOST'] ?? '127.0.0.1';
  const given = environment['MOTCUA_ORIGIN'];
  const origins = given
    ? given.split(',').map((text) => new URL(text.trim()).origin)
    : [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const asked = environment['MOTCUA_NOW'];
  const now = asked === 'today' ? asked : asked ? parseInstant(asked) : undefined;
  if (asked && !now) throw new Error(`MOTCUA_NOW: ${asked} is neither "today", a day nor an instant`);
  const demo = environment['MOTCUA_DEMO'];
  return {
    host,
    port,
    origins,
    secure: origins.every((origin) => origin.startsWith('https:')),
    data: environment['MOTCUA_DATA'] ?? '.data',
    demo: demo === undefined ? loopback.has(host) : demo === '1',
    ...(now ? { now } : {}),
    dev: flags.includes('--dev'),
    peerSecrets: peerSecrets(environment),
  };
};
