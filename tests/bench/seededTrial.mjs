import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { loadCharter } from '../../platform/charter/dist/index.js';
import { emptyReadDocument } from '../../platform/reads/dist/index.js';
import { ensureAccount } from '../../platform/server/dist/accounts/accounts.js';
import { issueApiToken } from '../../platform/server/dist/accounts/api-tokens.js';

const slots = ['R1', 'R2'];
const timepoints = ['BL', 'TP1', 'TP2', 'TP3', 'TP4'];
/** The last one is still to come. */
const read = timepoints.length - 1;
const sites = 20;

/** Open reads of each reader, whatever the size: what a person has to do does not grow with the trial. */
export const openEach = 20;

/** Readers of a slot: they grow with the trial, and so does what each of them has signed. */
const readersOf = reads => Math.min(20, Math.max(1, Math.round(reads / 1000)));

const charter = (readers, name) => `
trial: { id: BENCH-PROGRESS, name: ${name}, phase: '2' }
area: oncology
criterion: { id: recist-1.1 }
sites: [${Array.from({ length: sites }, (_one, index) => `{ code: '${101 + index}', name: Site ${101 + index} }`).join(', ')}]
series: [{ role: CT-PV-AX, modality: CT }]
imagingProtocol: { qc: automatic }
timepoints:
  - { id: BL, label: Baseline, kind: baseline }
  - { id: TP1, day: 56 }
  - { id: TP2, day: 112 }
  - { id: TP3, day: 168 }
  - { id: TP4, day: 224 }
tracks:
  - { id: efficacy, slots: [R1, R2, ADJ], readers: { R1: [${readers[0]}], R2: [${readers[1]}], ADJ: [bench-adj] } }
`;

const lesion = index => ({
  trackingUid: `2.25.${100000 + index}`,
  id: `T0${index + 1}`,
  role: 'target',
  location: 'LIVER',
  laterality: null,
  state: 'measured',
  reason: null,
  mergedInto: null,
  splitFrom: null,
  mark: {
    tool: 'Bidirectional',
    pointsLps: [
      [12.3 + index, -45.6, 789.1],
      [32.3 + index, -45.6, 789.1],
      [22.3 + index, -40.1, 789.1],
      [22.3 + index, -52.2, 789.1],
    ],
    studyInstanceUid: '2.25.1234567890',
    seriesInstanceUid: '2.25.1234567891',
    sopInstanceUid: '2.25.1234567892',
    frameNumber: 1,
    longestDiameterMm: 20,
    shortAxisMm: 12.1,
    sliceThicknessMm: 2,
    calibration: null,
  },
  comment: '',
  createdInThisRead: false,
});
const document = JSON.stringify({
  ...emptyReadDocument(),
  lesions: [0, 1, 2, 3, 4].map(lesion),
});

/**
 * A trial in progress, written straight into the tables: subjects with two slots and four timepoints read and a fifth to
 * come. Of the last subjects the fourth timepoint is open, half of it begun, a few reads are late or on hold, and of every
 * fifth the next images are there. Answers tokens, the charter, one reader, and the subject in the middle.
 */
export async function seedTrial(deps, reads) {
  const { db } = deps;
  const count = readersOf(reads);
  const users = slots.map(slot =>
    Array.from({ length: count }, (_one, index) => `bench-${slot.toLowerCase()}-${index}`)
  );
  const loaded = loadCharter(charter(users, 'Progress'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  const ids = { trial: randomUUID(), version: randomUUID(), track: randomUUID() };
  const password = randomUUID();
  const account = userName => ensureAccount(deps, { userName, displayName: userName, password });
  const admin = await account('bench-admin');
  const approver = await account('bench-approver');
  await account('bench-adj');
  // One hash for all readers: hashing takes longer than everything else.
  const { password_hash: hash } = await db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', admin.id)
    .executeTakeFirstOrThrow();
  const at = deps.now();
  const subjects = Math.ceil(reads / (slots.length * read));
  const openSubjects = Math.min(subjects, openEach * count);
  const run = query => query.execute(db);
  await run(sql`insert into account (id, user_name, display_name, password_hash, created_at)
    select gen_random_uuid(), name, name, ${hash}, ${at} from unnest(${users.flat()}::text[]) name`);
  await run(sql`insert into trial (id, code, name, area, created_at)
    values (${ids.trial}, 'BENCH-PROGRESS', 'Progress', 'oncology', ${at})`);
  await run(sql`insert into role_grant (trial_id, account_id, role, granted_at)
    select ${ids.trial}, id, case when user_name in ('bench-admin', 'bench-approver') then 'admin' when user_name = 'bench-adj' then 'adjudicator'
      else 'reader' end, ${at} from account`);
  await run(sql`insert into charter_version
      (id, trial_id, version, hash, resolved, source, state, effective_from, reason, scope, created_at)
    values (${ids.version}, ${ids.trial}, 1, 'h', ${JSON.stringify(loaded.charter)}::jsonb, '', 'effective', ${at},
      'bench', 'newSubjects', ${at})`);
  await run(sql`insert into site (id, trial_id, code)
    select gen_random_uuid(), ${ids.trial}, (100 + n)::text from generate_series(1, ${sites}::int) n`);
  await run(sql`insert into subject (id, trial_id, identifier)
    select gen_random_uuid(), ${ids.trial}, 'S-' || lpad(n::text, 6, '0') from generate_series(1, ${subjects}::int) n`);
  await run(sql`create temp table numbered as
    select id, identifier, row_number() over (order by identifier) as n from subject`);
  await run(sql`insert into subject_site (subject_id, site_id, valid_from, from_sequence)
    select numbered.id, site.id, '2025-01-01', 1 from numbered join site
      on site.code = (101 + numbered.n % ${sites}::int)::text`);
  await run(sql`insert into timepoint (id, subject_id, code, label, kind, ordinal, visit_number, date, state)
    select gen_random_uuid(), numbered.id, code, code, case when k = 1 then 'baseline' else 'follow-up' end, k - 1, k,
      case when k <= ${read}::int or arrived then (date '2026-01-05' + (k - 1)::int * 56)::text end,
      case when k <= ${read}::int or arrived then 'complete' else 'expected' end
    from (select *, n > ${subjects - openSubjects}::int and n % 5 = 0 as arrived from numbered) as numbered,
      unnest(${timepoints}::text[]) with ordinality as planned (code, k)`);
  await run(sql`insert into track (id, trial_id, code, kind)
    values (${ids.track}, ${ids.trial}, 'efficacy', 'efficacy')`);
  await run(sql`insert into course (id, track_id, subject_id, slot, subject_code, date_shift_days)
    select gen_random_uuid(), ${ids.track}, id, slot, slot || '-' || identifier, -100
    from numbered, unnest(${slots}::text[]) slot`);
  await run(sql`insert into read (id, public_id, course_id, timepoint_id, charter_version_id, state, ordinal, due_date,
      released_at)
    select gen_random_uuid(), 'p-' || replace(gen_random_uuid()::text, '-', ''), course.id, timepoint.id,
      ${ids.version}, case when numbered.n <= ${subjects - openSubjects}::int or ordinal < ${read - 1}::int then 'signed'
        when numbered.n % 40 = 0 then 'onHold' when numbered.n % 2 = 0 then 'draft' else 'assigned' end,
      ordinal, case when numbered.n % 50 = 0 then '2026-07-01' else '2026-12-31' end, ${at}
    from numbered join course on course.subject_id = numbered.id
    join timepoint on timepoint.subject_id = numbered.id and timepoint.ordinal < ${read}::int`);
  await run(sql`insert into read_assignment (read_id, account_id, assigned_at, reason)
    select read.id, account.id, ${at}, 'bench'
    from read join course on course.id = read.course_id join numbered on numbered.id = course.subject_id
    join account on account.user_name = 'bench-' || lower(course.slot) || '-' || (numbered.n % ${count}::int)`);
  await run(sql`insert into signature (id, read_id, account_id, request_id, printed_name, meaning, signed_at, zone,
      document, document_hash, content_hash)
    select gen_random_uuid(), read.id, read_assignment.account_id, read.id::text, 'x', 'x',
      ${at}::timestamptz - (random() * 300) * interval '1 day', 'UTC', ${document}::jsonb, 'h', 'h'
    from read join read_assignment on read_assignment.read_id = read.id where read.state = 'signed'`);
  await run(sql`insert into draft (read_id, version, document, hash, saved_at, saved_by)
    select read.id, 1, ${document}::jsonb, 'h', ${at}, read_assignment.account_id
    from read join read_assignment on read_assignment.read_id = read.id where read.state = 'draft'`);
  await run(sql`drop table numbered`);
  return {
    trial: 'BENCH-PROGRESS',
    token: await issueApiToken(deps, admin.id),
    approver: { token: await issueApiToken(deps, approver.id), password },
    /** The charter under another name. */
    amended: name => charter(users, name),
    reader: users[0][0],
    middle: `S-${String(Math.round(subjects / 2)).padStart(6, '0')}`,
  };
}
