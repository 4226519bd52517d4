import { isOfOneStudy } from '../archive/archive-error.js';
import type { ArchiveChange } from '../archive/archive.js';
import type { TouchedStudy } from './bring-in.js';
import type { IntakeDeps } from './intake-deps.js';
import { takeInStudy } from './take-in-archived.js';
import { trialsByProtocol, type TrialOfIntake } from './trial-rules.js';

const feedName = 'orthanc';

/** Studies that came before their trial was in force. */
const strays = async (
  deps: IntakeDeps,
  trials: ReadonlyMap<string, TrialOfIntake>
): Promise<string[]> => {
  if (trials.size === 0) return [];
  const rows = await deps.db
    .selectFrom('stray_study')
    .select('archive_id')
    .where('protocol', 'in', [...trials.keys()])
    .orderBy('seen_at')
    .execute();
  return rows.map(row => row.archive_id);
};

/** Where reading goes on, and whether what the database knows of the archive counts no more. */
interface Place {
  readonly since: number;
  readonly isAnother: boolean;
}

/** Where reading goes on. An archive whose log is shorter than that is another one, and is read from its beginning. */
const placeToReadFrom = async (deps: IntakeDeps): Promise<Place> => {
  const row = await deps.db
    .selectFrom('archive_feed')
    .select('sequence')
    .where('name', '=', feedName)
    .executeTakeFirst();
  if (row === undefined) return { since: 0, isAnother: false };
  if ((await deps.archive.lastChange()) >= row.sequence) {
    return { since: row.sequence, isAnother: false };
  }
  deps.log.info({ sequence: row.sequence }, 'the archive is another one: reading all of it');
  await moveTo(deps, 0);
  return { since: 0, isAnother: true };
};

const moveTo = async (deps: IntakeDeps, sequence: number): Promise<void> => {
  const row = { sequence, read_at: deps.now() };
  await deps.db
    .insertInto('archive_feed')
    .values({ name: feedName, ...row })
    .onConflict(conflict => conflict.column('name').doUpdateSet(row))
    .execute();
};

/**
 * The studies behind changes. A study is taken in when no image of it came for a while; `atOnce` also takes what is
 * still coming, and what was added to a study.
 */
const studiesBehind = async (
  deps: IntakeDeps,
  changes: readonly ArchiveChange[],
  atOnce: boolean
): Promise<string[]> => {
  const ofType = (type: string): string[] =>
    changes.filter(change => change.type === type).map(({ id }) => id);
  const studies = new Set(ofType('StableStudy'));
  if (!atOnce) return [...studies];
  for (const id of ofType('NewStudy')) studies.add(id);
  const covered = new Set<string>();
  const cover = async (study: string): Promise<void> => {
    for (const { id } of (await deps.archive.instancesOf(study)) ?? []) covered.add(id);
  };
  for (const study of studies) await cover(study);
  for (const instance of ofType('NewInstance')) {
    if (covered.has(instance)) continue;
    const study = await deps.archive.studyOfInstance(instance);
    if (study === null) continue;
    studies.add(study);
    await cover(study);
  }
  return [...studies];
};

/** Studies that the log told of and that the archive gave no usable answer about: the log does not tell of them again. */
export const unreadStudies = (db: IntakeDeps['db']) =>
  db.selectFrom('unread_study').selectAll().orderBy('since').orderBy('archive_id').execute();

const noteUnread = async (deps: IntakeDeps, studyId: string, reason: string): Promise<void> => {
  deps.log.info({ reason }, 'a study can not be read from the archive and is tried again');
  await deps.db
    .insertInto('unread_study')
    .values({ archive_id: studyId, reason, since: deps.now() })
    .onConflict(conflict => conflict.column('archive_id').doUpdateSet({ reason }))
    .execute();
};

/**
 * Reads the archive's log of changes to its end and takes in what is new. How far it came is written after each part,
 * so that a crash repeats a part, and repeating one changes nothing. Several processes may read it at once.
 * @returns the studies that got images, each once
 * @throws ArchiveError
 */
export const readFeed = async (
  deps: IntakeDeps,
  { atOnce }: { readonly atOnce: boolean }
): Promise<TouchedStudy[]> => {
  const trials = await trialsByProtocol(deps.db);
  const touched = new Map<string, TouchedStudy>();
  const place = await placeToReadFrom(deps);
  const takeIn = async (studyId: string): Promise<void> => {
    try {
      for (const one of await takeInStudy(deps, trials, studyId, place.isAnother)) {
        touched.set(`${one.trialId} ${one.studyUid}`, one);
      }
      await deps.db.deleteFrom('unread_study').where('archive_id', '=', studyId).execute();
    } catch (reason) {
      if (!isOfOneStudy(reason)) throw reason;
      await noteUnread(deps, studyId, reason.details.reason);
    }
  };
  for (const { archive_id: studyId } of await unreadStudies(deps.db)) await takeIn(studyId);
  for (const studyId of await strays(deps, trials)) {
    await takeIn(studyId);
    await deps.db.deleteFrom('stray_study').where('archive_id', '=', studyId).execute();
  }
  for (let { since } = place, done = false; !done;) {
    const part = await deps.archive.changes(since);
    for (const studyId of await studiesBehind(deps, part.changes, atOnce)) await takeIn(studyId);
    if (part.changes.length === 0) break;
    await moveTo(deps, part.last);
    since = part.last;
    done = part.done;
  }
  return [...touched.values()];
};
