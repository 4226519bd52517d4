import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './start-server.js';

let home: string;
afterEach(() => rm(home, { recursive: true, force: true }));

/** A demonstration whose archive is an address where nothing listens. */
const start = async (more: { demoLimitMs?: number; signal?: AbortSignal }) => {
  home = await mkdtemp(join(tmpdir(), 'corelab-demo-'));
  const lines: string[] = [];
  const started = startServer({
    demo: true,
    port: 0,
    retryMs: 10,
    environment: { CORELAB_HOME: home, CORELAB_LOG: 'silent', ORTHANC_URL: 'http://127.0.0.1:9' },
    say: line => void lines.push(line),
    ...more,
  });
  return { started, lines };
};

describe('a demonstration without its archive', () => {
  it('is never called ready: it gives up with the reason', async () => {
    const { started, lines } = await start({ demoLimitMs: 50 });
    await expect(started).rejects.toMatchObject({ code: 'CL_DEMO_NOT_READY' });
    expect(lines.filter(line => line.startsWith('ready'))).toEqual([]);
    expect(lines.join('\n')).toContain('The archive is not ready (No answer from');
  }, 60_000);

  it('ends when it is told to end', async () => {
    const ending = new AbortController();
    const { started } = await start({ signal: ending.signal });
    ending.abort(new Error('told'));
    await expect(started).rejects.toThrow('told');
  }, 60_000);
});
