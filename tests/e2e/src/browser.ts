import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const candidates = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** @throws Error naming the package to install when there is no Chromium. */
export function chromiumPath(): string {
  const found = candidates.find(path => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error('Chromium is missing: install the package chromium.');
  return found;
}

/**
 * WebGL in software, without the background traffic that a closed network refuses. The page itself is put together without
 * WebGL, which in software takes six times as long.
 */
export const browserArguments: readonly string[] = [
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
];

/** Debian's Chromium. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...browserArguments] });
}
