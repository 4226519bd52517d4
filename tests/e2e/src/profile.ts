import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { browserArguments, chromiumPath } from './browser.js';

export interface ProfileBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Ends it as a crash or a power button does: nothing is written any more. */
  kill(): Promise<void>;
}

/** A Chromium of its own on a folder that outlives it, as on a workstation. */
export async function launchOnProfile(folder: string): Promise<ProfileBrowser> {
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`];
  const child = spawn(chromiumPath(), [...browserArguments, ...own, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  const address = await new Promise<string>((done, fail) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said.push(chunk.toString('utf8'));
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said.join('')) ?? [];
      if (found !== undefined) done(found);
    });
    child.once('exit', () => fail(new Error(`Chromium ended: ${said.join('')}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('Chromium has no window');
  const page = await context.newPage();
  await page.setViewportSize({ width: 1366, height: 768 });
  return {
    context,
    page,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise(done => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** How a browser may have written a text. */
function codingsOf(text: string): Buffer[] {
  const wide = Buffer.from(text, 'utf16le');
  return [Buffer.from(text, 'utf8'), wide, Buffer.from(wide).swap16()];
}

/** Files of a folder that have the text in them, in any coding. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const codings = codingsOf(text);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(one => join(one.parentPath, one.name));
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    if (codings.some(coding => bytes.includes(coding))) found.push(file);
  }
  return found;
}
