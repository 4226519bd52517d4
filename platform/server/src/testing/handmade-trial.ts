/** A small trial for tests: its charter, its images, its reads. */
import { loadCharter } from '@corelab/charter';
import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import type { Database } from '../database/schema.js';
import type { ReadState } from '../workflow/machines/read.js';
import type { HandmadeImage } from './handmade-image.js';

export const canary = 'CNRY7301';
export const root = '1.2.826.0.1.7301';
export const source = `
trial: { id: DEMO-ONC, name: Demonstration, phase: '2' }
area: oncology
criterion: { id: recist-1.1 }
sites: [{ code: '101', name: Site }]
series: [{ role: CT-PV-AX, modality: CT }]
timepoints:
  - { id: BL, label: Baseline, kind: baseline }
  - { id: TP1, day: 56 }
tracks:
  - { id: efficacy, slots: [R1], readers: { R1: [reader1] } }
`;

const image = (
  study: number,
  number: number,
  z: number,
  over: Partial<HandmadeImage> = {}
): HandmadeImage => ({
  studyUid: `${root}.${study}`,
  seriesUid: `${root}.${study}.1`,
  sopUid: `${root}.${study}.1.${number}`,
  frameOfReferenceUid: `${root}.${study}.9`,
  subject: 'REAL-SUBJECT-7301',
  site: '101',
  timepoint: study <= 2 ? 'BL' : 'TP1',
  date: study <= 2 ? `2026010${study + 4}` : '20260302',
  number,
  z,
  canary,
  pixelSeed: study * 100 + number,
  ...over,
});
const evenly = (
  study: number,
  places: readonly number[],
  over: Partial<HandmadeImage> = {}
): HandmadeImage[] => places.map((z, index) => image(study, index + 1, z, over));

export const images = [
  ...evenly(1, [0, 5, 10, 15]),
  ...evenly(2, [0, 5, 15, 20]),
  ...evenly(3, [0, 5, 10, 17, 22]),
  ...evenly(4, [0, 5], { protocol: 'OTHER' }),
  ...evenly(5, [0, 5], { timepoint: 'TP9' }),
];

/** The trial, its charter in force. */
export const insertTrial = async (
  db: Kysely<Database>,
  trialId: string,
  now: () => Date,
  text = source
): Promise<void> => {
  const loaded = loadCharter(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  const { charter } = loaded;
  await db
    .insertInto('trial')
    .values({
      ...{ id: trialId, code: charter.trial.id, name: 'Demo', area: 'oncology' },
      created_at: now(),
    })
    .execute();
  await db
    .insertInto('charter_version')
    .values({
      ...{ id: v7(), trial_id: trialId, version: 1, hash: 'h', source: text },
      ...{ resolved: JSON.stringify(charter), state: 'effective', effective_from: now() },
      ...{ reason: 'first', scope: 'newSubjects', created_at: now() },
    })
    .execute();
};

/** Two courses of the subject, R1 and R2, each with its reads of both timepoints; fills `publicIds`. */
export const insertReads = async (
  db: Kysely<Database>,
  trialId: string,
  reads: {
    readonly one: string;
    readonly two: string;
    readonly follow: string;
    readonly other: string;
  },
  publicIds: Record<string, string>
): Promise<void> => {
  // They have gaps, as the tests want them: a person let them pass.
  await db.updateTable('exam').set({ state: 'passed' }).where('state', '=', 'matched').execute();
  const { id: version } = await db
    .selectFrom('charter_version')
    .select('id')
    .where('trial_id', '=', trialId)
    .executeTakeFirstOrThrow();
  const track = v7();
  await db
    .insertInto('track')
    .values({ id: track, trial_id: trialId, code: 'efficacy', kind: 'efficacy' })
    .execute();
  const subject = await db
    .selectFrom('subject')
    .select('id')
    .where('identifier', '=', 'REAL-SUBJECT-7301')
    .executeTakeFirstOrThrow();
  const timepoints = await db
    .selectFrom('timepoint')
    .select(['id', 'code'])
    .where('subject_id', '=', subject.id)
    .execute();
  const idOf = (code: string): string =>
    timepoints.find(timepoint => timepoint.code === code)?.id ?? '';
  const courses = { R1: v7(), R2: v7() };
  for (const [slot, id] of Object.entries(courses)) {
    await db
      .insertInto('course')
      .values({
        id,
        track_id: track,
        subject_id: subject.id,
        slot,
        subject_code: `C-${slot}`,
        date_shift_days: slot === 'R1' ? -100 : 33,
      })
      .execute();
  }
  const add = async (
    id: string,
    course: string,
    code: string,
    state: ReadState,
    ordinal: number
  ): Promise<void> => {
    publicIds[id] = `p-${id.slice(-12)}`;
    await db
      .insertInto('read')
      .values({
        id,
        public_id: publicIds[id],
        course_id: course,
        timepoint_id: idOf(code),
        charter_version_id: version,
        state,
        ordinal,
      })
      .execute();
  };
  await add(reads.one, courses.R1, 'BL', 'signed', 0);
  await add(reads.two, courses.R2, 'BL', 'assigned', 0);
  await add(reads.follow, courses.R1, 'TP1', 'waiting', 1);
  await add(reads.other, courses.R2, 'TP1', 'waiting', 1);
};
