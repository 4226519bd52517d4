import { CompiledQuery, sql, type Transaction } from 'kysely';
import PgBoss from 'pg-boss';
import type { OpenedDatabase } from '../database/open.js';
import type { Database } from '../database/schema.js';

/** Any fixed number, other than that of the migrations. */
const makingLock = 7_310_002;

/** How processes that work on jobs are called where the database names its connections, each with something of its own. */
export const processPrefix = 'corelab-server ';

/** What a job asks for: the release of what is due in a course. */
const queue = 'release';

/** A job at work longer than this was left behind by a process that ended; another takes it up. */
const abandonedAfterSeconds = 120;
const maintenanceSeconds = 30;
/** A job that failed is tried again after this, for ever: what it is about does not go away. */
const retryAfterSeconds = 5;
const retryLimit = 1_000_000;

export interface Job {
  readonly id: string;
  readonly courseId: string;
}

/**
 * Jobs in the database: any server process may do one, and none does one that another is at. Two requests for one
 * course that nobody has begun are one job; one that comes while it is done is another, done afterwards.
 */
export interface JobQueue {
  /** In a transaction the job exists when that ends well, and not otherwise. */
  send(courseId: string, trx?: Transaction<Database>): Promise<void>;
  /** A job that is due, now this process's; null when there is none that can be begun. */
  take(): Promise<Job | null>;
  /** Jobs that failed and are not due yet, taken all at once. */
  takeFailed(): Promise<Job[]>;
  done(job: Job): Promise<void>;
  /** It is tried again later. */
  failed(job: Job, reason: unknown): Promise<void>;
  /** Courses whose jobs failed and wait. */
  failedCourses(): Promise<string[]>;
  count(): Promise<{ readonly open: number; readonly failed: number }>;
  /** Forgets every job: for a database whose only process begins anew. */
  forget(): Promise<void>;
  /**
   * Gives back what processes were at that are gone, at once where this one is alone: no other has a connection. Where
   * others are, they do it when the time of a job is over. Whoever calls it is at no job.
   */
  takeOver(): Promise<void>;
  stop(): Promise<void>;
}

interface TakenJob {
  id: string;
  data: { courseId: string };
}

const jobOf = ({ id, data }: TakenJob): Job => ({ id, courseId: data.courseId });

const inTransaction = (trx: Transaction<Database>): PgBoss.Db => ({
  executeSql: async (text, values) => {
    const { rows } = await trx.executeQuery(CompiledQuery.raw(text, values));
    return { rows: rows as unknown[] as never[] };
  },
});

export interface JobQueueOptions {
  /** Whether this process frees abandoned jobs and clears old ones, every half minute. */
  readonly upkeep?: boolean;
  /** Hears of what goes wrong in that. */
  readonly onError: (reason: unknown) => void;
}

/**
 * The queue of a database, made where it is missing.
 * @throws what the database throws when it can't be made.
 */
export const openJobQueue = async (
  { db, kind, runSql }: OpenedDatabase,
  { upkeep = true, onError }: JobQueueOptions
): Promise<JobQueue> => {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => runSql(text, values) as Promise<{ rows: never[] }> },
    schedule: false,
    supervise: upkeep,
    maintenanceIntervalSeconds: maintenanceSeconds,
  });
  boss.on('error', onError);
  const make = async (): Promise<void> => {
    await boss.start();
    await boss.createQueue(queue, {
      name: queue,
      policy: 'stately',
      retryLimit,
      retryDelay: retryAfterSeconds,
      retryBackoff: false,
      expireInSeconds: abandonedAfterSeconds,
    });
  };
  if (kind === 'pglite') await make();
  else {
    // Processes that start together would make it at once, and stop each other.
    await db.transaction().execute(async trx => {
      await sql`select pg_advisory_xact_lock(${makingLock})`.execute(trx);
      await make();
    });
  }
  const take = async (options: object): Promise<Job[]> =>
    (await boss.fetch<{ courseId: string }>(queue, options)).map(jobOf);
  const count = async (): Promise<{ open: number; failed: number }> => {
    const { rows } = await runSql(
      `select count(*) filter (where state in ('created', 'active')) as open,
        count(*) filter (where state in ('retry', 'failed')) as failed
        from pgboss.job where name = $1`,
      [queue]
    );
    return { open: Number(rows[0]?.['open']), failed: Number(rows[0]?.['failed']) };
  };
  return {
    send: async (courseId, trx) => {
      await boss.send(
        queue,
        { courseId },
        {
          singletonKey: courseId,
          ...(trx === undefined ? {} : { db: inTransaction(trx) }),
        }
      );
    },
    take: async () => (await take({}))[0] ?? null,
    takeFailed: async () => {
      const { failed } = await count();
      return failed === 0 ? [] : take({ batchSize: failed, ignoreStartAfter: true });
    },
    done: async ({ id }) => void (await boss.complete(queue, id)),
    failed: async ({ id }, reason) => {
      await boss.fail(queue, id, { message: reason instanceof Error ? reason.message : 'failed' });
    },
    failedCourses: async () => {
      const { rows } = await runSql(
        `select data ->> 'courseId' as course from pgboss.job
          where name = $1 and state in ('retry', 'failed') order by created_on, id`,
        [queue]
      );
      return rows.map(row => String(row['course']));
    },
    count,
    forget: async () => void (await runSql('delete from pgboss.job where name = $1', [queue])),
    takeOver: async () => {
      // Where one of the same course failed before, that one is tried again for both: there is one of each state.
      await runSql(
        `with gone as (
            select job.id, exists (
                select from pgboss.job other where other.name = job.name and other.state = 'retry'
                  and other.singleton_key = job.singleton_key) as doubled
              from pgboss.job job
              where job.name = $1 and job.state = 'active' and not exists (
                select from pg_stat_activity where datname = current_database()
                  and application_name like $2
                  and application_name <> current_setting('application_name'))),
          dropped as (
            delete from pgboss.job where name = $1 and id in (select id from gone where doubled))
          update pgboss.job set state = 'retry', start_after = now()
            where name = $1 and id in (select id from gone where not doubled)`,
        [queue, `${processPrefix}%`]
      );
    },
    stop: () => boss.stop({ graceful: false }),
  };
};
