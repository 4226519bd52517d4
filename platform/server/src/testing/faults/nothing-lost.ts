import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readChainLines, readHeads, verifyChain, type SignedHead } from '@corelab/record';
import { hashReadDocument, type ReadDocument } from '@corelab/reads';
import { fail } from '../acts/fail.js';
import { askAt, password } from '../http-client.js';
import { timepointLabels } from './fault-trial.js';
import { call, listOf, type Reader } from './reading-load.js';

/** An installation as those see it who ask its servers. */
export interface Asked {
  readonly url: string;
  readonly home: string;
  readonly adminToken: string;
  readonly managerToken: string;
  readonly readers: readonly Reader[];
}

/** What was asked for as the server went is there or not: settles which. */
const settleSent = async ({ url, readers }: Asked, untouched: boolean): Promise<void> => {
  for (const reader of readers) {
    const { drafts, sent, signing, signatures, touched } = reader.ledger;
    for (const [readId, { requestId, etag }] of signing) {
      const context = await call(url, reader, 'GET', `/api/reads/${readId}`);
      const [meaning] = context.json<{ meanings: string[] }>().meanings;
      // The same request again: done then or now, it has one answer.
      const signed = await call(url, reader, 'POST', `/api/reads/${readId}/sign`, {
        ...{ password, meaning, requestId, etag },
        pictures: { missing: 'noViewer' },
      });
      signatures.set(readId, signed.json<{ signature: { hash: string } }>().signature.hash);
      signing.delete(readId);
    }
    for (const [readId, hash] of drafts) {
      if (!untouched && !touched.has(readId)) continue;
      const answer = await call(url, reader, 'GET', `/api/reads/${readId}/draft`);
      const kept = hashReadDocument(answer.json<{ document: ReadDocument }>().document);
      if (kept !== hash && sent.get(readId)?.includes(kept) !== true) {
        fail('an acknowledged draft is not what is kept', { readId, hash, kept });
      }
      drafts.set(readId, kept);
      sent.delete(readId);
    }
    touched.clear();
  }
};

interface Told {
  readonly act: string;
  readonly details: { readonly contentHash?: string; readonly documentHash?: string };
}

/** The chains hold, say all that was acknowledged, and contradict neither what was seen of them before nor any head. */
export const recordHolds = (asked: () => Asked) => {
  const seen = new Map<string, readonly string[]>();
  const check = async (name: string): Promise<readonly Told[]> => {
    const { url, home, adminToken } = asked();
    const get = async (path: string) => {
      const headers = { authorization: `Bearer ${adminToken}` };
      const answer = await askAt(url)({ url: `/api/admin/audit/${path}`, headers });
      if (answer.statusCode !== 200) fail('the record is not told', answer.body);
      return answer;
    };
    const told = (await get(`${name}/heads`)).json<{ heads: SignedHead[]; publicKey: string }>();
    const lines = [...readChainLines((await get(name)).body)];
    const [first] = lines;
    const chain = first !== undefined && 'chain' in first ? first.chain : name;
    const anchored = readHeads(await readFile(join(home, 'anchors', 'heads.jsonl'), 'utf8'));
    const heads = [...told.heads, ...anchored.filter(head => head.chain === chain)];
    const verdict = verifyChain(lines, { heads, keys: [createPublicKey(told.publicKey)] });
    if (!verdict.ok) fail('the chain does not verify', verdict);
    const entries = lines.flatMap(line => ('entry' in line ? [line] : []));
    const hashes = entries.map(({ hash }) => hash);
    if ((seen.get(chain) ?? []).some((hash, index) => hashes[index] !== hash)) {
      fail('entries that were told before are others now', { chain });
    }
    seen.set(chain, hashes);
    return entries.map(({ entry }) => entry as Told);
  };
  return async (): Promise<void> => {
    await check('system');
    const entries = await check('DEMO-ONC');
    const contents = new Set(entries.map(({ details }) => details.contentHash));
    for (const { ledger } of asked().readers) {
      const missing = [...ledger.signatures].filter(([, hash]) => !contents.has(hash));
      if (missing.length > 0) fail('signatures without their entry', missing);
    }
  };
};

const nextOf = (timepoint: string): string | undefined =>
  timepointLabels[timepointLabels.indexOf(timepoint as (typeof timepointLabels)[number]) + 1];

/** Waits until what was signed has its next timepoint ready, which a job makes; each time something is, anew. */
const workIsTakenUp = async ({ url, readers }: Asked): Promise<void> => {
  for (const reader of readers) {
    let missing: readonly string[] = [];
    for (let tries = 0; tries < 200; tries += 1) {
      const list = await listOf(url, reader);
      const states = new Map(list.map(({ readId, state }) => [readId, state]));
      for (const readId of reader.ledger.signatures.keys()) {
        const state = states.get(readId);
        if (state !== 'signed') fail('a read that was signed is not', { readId, state });
      }
      const have = new Set(list.map(({ subjectCode, timepoint }) => `${subjectCode} ${timepoint}`));
      missing = list
        .filter(({ state, timepoint }) => state === 'signed' && nextOf(timepoint) !== undefined)
        .map(({ subjectCode, timepoint }) => `${subjectCode} ${nextOf(timepoint)}`)
        .filter(next => !have.has(next));
      if (missing.length === 0) break;
      await pause(100);
    }
    if (missing.length > 0) fail('work that nobody took up', missing);
  }
};

/**
 * @param untouched the drafts that nobody was at since the last look are looked at too
 * @throws Error that names what was acknowledged and is not there, or is there in part.
 */
export const nothingLost = async (
  asked: Asked,
  record: ReturnType<typeof recordHolds>,
  { untouched = false }: { readonly untouched?: boolean } = {}
): Promise<void> => {
  await settleSent(asked, untouched);
  await record();
  await workIsTakenUp(asked);
};
