import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const candidates = [
  process.env['MOTCUA_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium on this machine, or undefined. */
export const findBrowser = (): string | undefined =>
  candidates.find((path): path is string => path !== undefined && path !== '' && existsSync(path));

/** Command-line flags that keep a headless Chromium quiet and off the network. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const missing =
  'The browser tests need Chromium, and none was found. Install it (Debian, Ubuntu: apt-get install chromium poppler-utils), ' +
  'or name one in MOTCUA_CHROMIUM, and run the command again.';

/** Finds Chromium, or installs it where this user may (Debian as root); says what is missing where not. */
export const findOrInstallBrowser = ():
  { readonly ok: true; readonly path: string } | { readonly ok: false; readonly message: string } => {
  const found = findBrowser();
  const textTool = existsSync('/usr/bin/pdftotext');
  const mayInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if ((!found || !textTool) && mayInstall) {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'poppler-utils'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    });
  }
  const path = findBrowser();
  return path ? { ok: true, path } : { ok: false, message: missing };
};
