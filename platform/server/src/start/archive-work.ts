import { setTimeout as pause } from 'node:timers/promises';
import { ensureOrthanc, type Orthanc } from '@corelab/orthanc';
import { archiveRetrySeconds } from '../archive/archive-error.js';
import { orthancArchive } from '../archive/orthanc-archive.js';
import { isDatabaseAway } from '../database/database-away.js';
import type { ServerDeps } from '../http/server-deps.js';
import { calendarDay } from '../trials/calendar-day.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import type { ArchiveConnection } from './archive-connection.js';
import { isToBeReadOn } from '../workflow/late-timepoints.js';
import { requestDue } from '../workflow/request-due.js';
import { requestUnassigned } from '../workflow/unassigned.js';

export interface ArchiveWorkOptions {
  readonly deps: ServerDeps;
  readonly connection: ArchiveConnection;
  readonly releases: ReleaseQueue;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  /** Done once when the archive first answers, again until it succeeds. */
  readonly first: (signal: AbortSignal) => Promise<void>;
  /** Ends rounds under way and to come. */
  readonly signal: AbortSignal;
  /** Milliseconds between looks at the archive. */
  readonly retryMs?: number;
}

/** What the server does for its archive: finds or starts it, looks after it, and does what waited for it. */
export interface ArchiveWork {
  /** One round; says what is wrong. True when the archive answers, its first work is done and no release waits. */
  round(): Promise<boolean>;
  /** Rounds in the background from now on. */
  begin(): void;
  /** Ends the rounds, then the archive if it was started here. */
  stop(): Promise<void>;
}

/** At most this between two attempts to find an archive at all: finding may mean installing one. */
const longestSearchPauseMs = 60_000;

export const archiveWork = (options: ArchiveWorkOptions): ArchiveWork => {
  const { connection, releases, say } = options;
  const retryMs = options.retryMs ?? archiveRetrySeconds * 1000;
  const stopping = new AbortController();
  const signal = AbortSignal.any([options.signal, stopping.signal]);
  let orthanc: Orthanc | null = null;
  let firstDone = false;
  /** The day on which reads that are nobody's were asked for: with a day people come back, and papers begin to hold. */
  let askedOn: string | null = null;
  let answered: boolean | null = null;
  let searchPauseMs = retryMs;
  let going: Promise<void> = Promise.resolve();

  const tell = (answers: boolean, line: string): void => {
    if (answers !== answered) say(line);
    answered = answers;
  };
  const round = async (): Promise<boolean> => {
    try {
      if (orthanc === null) {
        orthanc = await ensureOrthanc({
          home: options.home,
          log: say,
          environment: options.environment,
        });
        connection.connect(orthancArchive(orthanc));
        searchPauseMs = retryMs;
      }
      if (connection.state() === 'waiting' && !(await connection.probe())) {
        tell(false, 'The archive does not answer; reads go on, new images wait until it does.');
        return false;
      }
      if (!firstDone) {
        await options.first(signal);
        await requestOpenCourses(options.deps, releases);
        firstDone = true;
      }
      await requestMatched(options.deps, releases);
      const today = calendarDay(options.deps.now(), options.deps.zone);
      if (today !== askedOn) await requestUnassigned(options.deps.db, null, releases);
      askedOn = today;
      releases.retry();
      await releases.idle();
      tell(true, 'The archive answers.');
      return (await releases.waiting()) === 0;
    } catch (reason) {
      if (signal.aborted) return false;
      const why = reason instanceof Error ? reason.message : String(reason);
      if (isDatabaseAway(reason)) {
        tell(false, `The database does not answer (${why}); trying again in the background.`);
        return false;
      }
      tell(false, `The archive is not ready (${why}); trying again in the background.`);
      return false;
    }
  };
  const go = async (): Promise<void> => {
    while (!signal.aborted) {
      const waitMs = orthanc === null ? searchPauseMs : retryMs;
      if (orthanc === null) searchPauseMs = Math.min(2 * searchPauseMs, longestSearchPauseMs);
      const ended = await pause(waitMs, false, { signal }).catch(() => true);
      if (!ended) await round();
    }
  };
  return {
    round,
    begin: () => {
      going = go();
    },
    stop: async () => {
      stopping.abort();
      await going;
      await orthanc?.stop();
    },
  };
};

/** Takes in what came to the archive since the last round and asks for the release of what it makes due. */
const requestMatched = async (deps: ServerDeps, releases: ReleaseQueue): Promise<void> => {
  for (const trialId of await deps.archive.watch()) {
    await requestDue(deps, releases, trialId);
  }
};

/** What a crash left between signing and release is taken up again. */
const requestOpenCourses = async (deps: ServerDeps, releases: ReleaseQueue): Promise<void> => {
  const courses = await deps.db
    .selectFrom('course')
    .select('id')
    .where(({ or, eb }) => or([eb('state', '!=', 'final'), isToBeReadOn]))
    .execute();
  releases.lookThrough(courses.map(({ id }) => id));
};
