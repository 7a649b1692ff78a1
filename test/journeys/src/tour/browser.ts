import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const onPath = (names: readonly string[]): string | undefined =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);

/** What a build machine lacks is installed; on a person's machine we only say what is missing. */
const mayInstall = (): boolean => Boolean(process.env['CI']) && process.env['CI'] !== 'false' && process.getuid?.() === 0 && onPath(['apt-get']) !== undefined;

const installed = (): string | undefined => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { env, stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], { env, stdio: 'ignore' });
  return onPath(NAMES);
};

// It calls nobody but the page under test.
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A suite in a real browser: `CHROME_BIN`, else a Chromium or Chrome on the path. Where there is none, it says so in one line and skips. */
export const describeWithBrowser = (name: string, suite: (open: () => Promise<Page>) => void): void => {
  const program = process.env['CHROME_BIN'] || (onPath(NAMES) ?? (mayInstall() ? installed() : undefined));
  if (!program) {
    process.stderr.write(`\nNOT RUN, FOR WANT OF A BROWSER: ${name}. Install Chromium, or set CHROME_BIN to the program.\n`);
    describe.skip(name, () => suite(() => Promise.reject(new Error('no browser'))));
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    afterAll(() => browser?.close());
    suite(async () => {
      const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // root has none to give
      browser ??= await chromium.launch({ executablePath: program, args: [...QUIET, ...sandbox] });
      return browser.newPage({ viewport: { width: 1280, height: 800 } });
    });
  });
};
