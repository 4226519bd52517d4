/**
 * Pages of a trial's record of 10,000 and of 1,000,000 entries on PostgreSQL, by what is looked for, and the verification of the
 * whole chain, as one JSON document: what the server does for a request, without HTTP. The chain is a real one, written with the
 * indexes in place.
 *
 *     node tests/bench/auditPages.mjs [ENTRIES,...]
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { linkHash } from '../../platform/record/dist/index.js';
import { entryFacets } from '../../platform/server/dist/audit/entry-facets.js';
import { entryPage } from '../../platform/server/dist/audit/entry-list.js';
import { verifyStored } from '../../platform/server/dist/audit/verify-stored.js';
import { migrate, openDatabase } from '../../platform/server/dist/index.js';
import { postgresqlServer } from './postgresqlServer.mjs';

const rounds = 30;
const sizes = (process.argv[2] ?? '10000,1000000').split(',').map(Number);
const begin = Date.parse('2026-01-05T08:00:00Z');
const zero = '0'.repeat(64);
/** How often each act is, of a thousand; the rest are saved changes. */
const shares = [
  ['read.opened', 120],
  ['exam.passed', 60],
  ['read.released', 50],
  ['read.signed', 50],
  ['query.asked', 15],
  ['unlock.asked', 3],
];
/** A number in [0, below) that is the same in every run. */
const drawn = (at, below) => (Math.imul((at + 1) ^ (at >>> 7), 2_654_435_761) >>> 8) % below;

const actOf = at => {
  let left = drawn(at, 1000);
  for (const [act, share] of shares) {
    if (left < share) return act;
    left -= share;
  }
  return 'draft.saved';
};

function entryOf(at, { people, subjects, reads }) {
  const act = actOf(at);
  const read = drawn(at * 7, reads.length);
  const own = act === 'read.released' || act === 'exam.passed';
  return {
    ...{ act, at: new Date(begin + at * 1_700).toISOString(), zone: 'UTC' },
    by: own ? null : people[drawn(at * 13, people.length)],
    roles: own ? ['system'] : act === 'query.asked' ? ['qcTechnologist'] : ['reader'],
    ...{ software: 'corelab 0.1.0', charter: zero },
    details: {
      ...{ read: reads[read], subject: subjects[read % subjects.length] },
      ...(act !== 'draft.saved'
        ? {}
        : {
            version: at % 40,
            documentHash: zero,
            changes: [
              {
                path: `/lesions/${at % 9}/mark/longestDiameterMm`,
                from: 20 + (at % 300) / 10,
                to: 20 + ((at + 7) % 300) / 10,
              },
              {
                path: `/lesions/${at % 9}/location`,
                from: null,
                to: at % 977 === 0 ? 'ADRENAL' : 'LIVER',
              },
            ],
          }),
    },
  };
}

async function filled(db, entries) {
  const at = new Date(begin);
  const trial = randomUUID();
  await sql`insert into trial (id, code, name, area, created_at) values (${trial}, 'T', 'T', 'oncology', ${at})`.execute(
    db
  );
  const people = Array.from({ length: 40 }, () => randomUUID());
  for (const [index, id] of people.entries())
    await sql`insert into account (id, user_name, display_name, password_hash, created_at)
      values (${id}, ${`reader${index}`}, ${`Reader ${index}`}, 'x', ${at})`.execute(db);
  const reads = Array.from({ length: Math.ceil(entries / 80) }, () => randomUUID());
  const subjects = Array.from({ length: Math.ceil(reads.length / 8) }, () => randomUUID());
  for (let start = 0; start < subjects.length; start += 500)
    await sql`insert into subject (id, trial_id, identifier) select id, ${trial}::uuid, 'S-' || id
      from unnest(${subjects.slice(start, start + 500)}::uuid[]) as id`.execute(db);
  const written = performance.now();
  let previousHash = zero;
  for (let start = 0; start < entries; start += 2_000) {
    const lines = [];
    for (let index = start; index < Math.min(entries, start + 2_000); index += 1) {
      const link = {
        sequence: index + 1,
        previousHash,
        entry: entryOf(index, { people, subjects, reads }),
      };
      previousHash = linkHash(link);
      lines.push({ ...link, hash: previousHash });
    }
    await sql`insert into audit_entry (chain, sequence, previous_hash, hash, entry)
      select ${trial}, line.sequence, line."previousHash", line.hash, line.entry
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as line (sequence bigint, "previousHash" text, hash text, entry jsonb)`.execute(db);
  }
  const writtenMs = Math.round(performance.now() - written);
  await sql`vacuum analyze`.execute(db);
  return { trial, people, subjects, reads, writtenMs };
}

const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    Math.round(10 * sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]) / 10
  );
};

async function measured(db, entries) {
  const { trial, people, subjects, reads, writtenMs } = await filled(db, entries);
  const scope = {
    chain: trial,
    trialId: trial,
    name: 'T',
    accountId: people[0],
    roles: ['auditor'],
  };
  const page = { after: null, limit: 50, oldestFirst: false };
  const middle = new Date(begin + (entries / 2) * 1_700).toISOString();
  const asked = {
    newest: [{}, page],
    middle: [{}, { ...page, after: Math.floor(entries / 2) }],
    frequentAct: [{ acts: ['draft.saved'] }, page],
    rareAct: [{ acts: ['unlock.asked'] }, page],
    person: [{ by: people[3] }, page],
    personAndAct: [{ by: people[3], acts: ['unlock.asked'] }, page],
    frequentRole: [{ role: 'reader' }, page],
    rareRole: [{ role: 'qcTechnologist' }, page],
    noSuchRole: [{ role: 'sponsor' }, page],
    read: [{ read: reads[5] }, page],
    subject: [{ subject: subjects[5] }, page],
    instants: [{ from: middle }, { ...page, oldestFirst: true }],
    instantsAndAct: [{ from: middle, acts: ['read.signed'] }, page],
    frequentWord: [{ text: 'liver' }, page],
    rareWord: [{ text: 'adren' }, page],
    noSuchWord: [{ text: 'nowhere' }, page],
  };
  const pages = [];
  for (const [name, [filter, of]] of Object.entries(asked)) {
    const ms = [];
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      found = (await entryPage(db, scope, filter, of)).entries.length;
      ms.push(performance.now() - start);
    }
    pages.push({ name, found, p50: quantile(ms, 0.5), p95: quantile(ms, 0.95) });
  }
  const ms = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await entryFacets(db, scope);
    ms.push(performance.now() - start);
  }
  const facets = { p50: quantile(ms, 0.5), p95: quantile(ms, 0.95) };
  const start = performance.now();
  const verdict = await verifyStored(
    db,
    { chain: trial, to: entries, heads: [], anchored: null, keys: [] },
    async () => undefined
  );
  const seconds = (performance.now() - start) / 1000;
  return {
    ...{ entries, writtenMs, writtenPerSecond: Math.round((1000 * entries) / writtenMs) },
    ...{ pages, facets },
    verification: { ok: verdict.ok, seconds, perSecond: Math.round(entries / seconds) },
  };
}

const folder = await mkdtemp(join(tmpdir(), 'corelab-bench-record-'));
const server = await postgresqlServer(join(folder, 'postgresql'));
try {
  if (server === null) throw new Error('PostgreSQL is not installed');
  const records = [];
  for (const entries of sizes) {
    const opened = await openDatabase({ url: await server.database(`record_${entries}`) });
    await migrate(opened.db, () => new Date(begin));
    records.push(await measured(opened.db, entries));
    await opened.close();
  }
  process.stdout.write(`${JSON.stringify({ rounds, records })}\n`);
} finally {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}
