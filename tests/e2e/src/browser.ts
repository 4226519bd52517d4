import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const candidates = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'];

/**
 * Debian's Chromium with WebGL in software, without the background traffic that a closed network refuses. The page itself
 * is put together without WebGL, which in software takes six times as long.
 * @throws Error naming the package to install when there is no Chromium.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = candidates.find(path => path !== undefined && existsSync(path));
  if (!executablePath) throw new Error('Chromium is missing: install the package chromium.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-gpu-compositing',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
