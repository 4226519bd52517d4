import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/schema.js';

/** Whatever is no table but a view, and what says of the tables themselves what they are. */
type NoRows = 'trial_role' | 'slot_assignment' | 'schema_migration';
export type CopiedTable = Exclude<keyof Database, NoRows>;

/** Names that the compiler knows as no tables of rows. */
export const noRows: readonly NoRows[] = ['trial_role', 'slot_assignment', 'schema_migration'];

/** By which column a row hangs on a row of another table. */
interface Link {
  readonly column: string;
  readonly of: CopiedTable;
  /** Of the other table; its id unless said. */
  readonly key?: string;
  /** Where `key` is JSON: the SQL/JSON path of the values in it. */
  readonly path?: string;
}

export interface Belonging {
  /** Of a trial: by its own column, or by any of these links to what is of it. Of none: it is the installation's. */
  readonly ofTrial: { readonly column: string } | { readonly by: readonly Link[] } | null;
  /** Not in a backup either, and why. */
  readonly leftOut?: string;
  /** Its key is the hash of its content: a row that is there already is the same one. */
  readonly byContent?: true;
}

const own: Belonging = { ofTrial: { column: 'trial_id' } };
const by = (column: string, of: CopiedTable): Belonging => ({ ofTrial: { by: [{ column, of }] } });
const ofChain: Belonging = { ofTrial: { column: 'chain' } };
const ofInstallation: Belonging = { ofTrial: null };

/**
 * How each table belongs to a trial and to the installation: what a backup has, and what a copy of a trial has. A table that
 * is not here does not compile, and a test asks the database too: a later feature can't be forgotten in either.
 */
export const belongings: Readonly<Record<CopiedTable, Belonging>> = {
  // A copy of a trial has the people that it mentions otherwise (trial-people.ts): without passwords, not active.
  account: ofInstallation,
  account_change: ofInstallation,
  account_reset: ofInstallation,
  api_token: ofInstallation,
  second_factor: ofInstallation,
  recovery_code: ofInstallation,
  configuration: ofInstallation,
  installation_key: ofInstallation,
  access_review: own,
  preference: ofInstallation,
  session: { ofTrial: null, leftOut: 'who was logged in logs in again' },
  provider_login: { ofTrial: null, leftOut: 'who was on the way to the provider begins again' },
  fresh_login: { ofTrial: null, leftOut: 'who was about to sign logs in again' },
  archive_feed: ofInstallation,
  stray_study: ofInstallation,
  unread_study: ofInstallation,
  trial: { ofTrial: { column: 'id' } },
  role_grant: own,
  role_grant_site: by('grant_id', 'role_grant'),
  absence: own,
  reading_conflict: own,
  qualification: own,
  charter_version: own,
  charter_decision: by('charter_version_id', 'charter_version'),
  rereading: by('read_id', 'read'),
  site: own,
  subject: own,
  subject_site: by('subject_id', 'subject'),
  identity_destruction: own,
  destroyed_identifier: own,
  receipt: {
    ofTrial: {
      by: [
        { column: 'trial_id', of: 'trial' },
        { column: 'id', of: 'instance', key: 'receipt_id' },
        { column: 'id', of: 'quarantine', key: 'receipt_id' },
      ],
    },
  },
  receipt_instance: by('receipt_id', 'receipt'),
  instance: own,
  quarantine: own,
  arrival: own,
  correction: own,
  deidentification_report: own,
  exam: by('subject_id', 'subject'),
  exam_study: by('exam_id', 'exam'),
  exam_decision: by('exam_id', 'exam'),
  exam_deviation: by('decision_id', 'exam_decision'),
  series: by('exam_id', 'exam'),
  series_judgement: by('series_id', 'series'),
  timepoint: by('subject_id', 'subject'),
  timepoint_date: by('timepoint_id', 'timepoint'),
  timepoint_exam: by('timepoint_id', 'timepoint'),
  baseline: by('subject_id', 'subject'),
  imaging_end: by('subject_id', 'subject'),
  query: own,
  query_message: by('query_id', 'query'),
  track: own,
  course: by('track_id', 'track'),
  release_batch: by('track_id', 'track'),
  release_batch_timepoint: by('track_id', 'track'),
  read: by('course_id', 'course'),
  read_assignment: by('read_id', 'read'),
  read_impact: own,
  reader_replacement: by('course_id', 'course'),
  image_manifest: {
    ofTrial: {
      by: (['read', 'adjudication', 'global_read', 'consensus', 'presentation'] as const).map(
        of => ({ column: 'id', of, key: 'manifest_id' })
      ),
    },
  },
  presentation: {
    ofTrial: {
      by: (['read', 'adjudication', 'global_read', 'consensus'] as const).map(of => ({
        ...{ column: `${of}_id`, of },
      })),
    },
  },
  presentation_uid: by('presentation_id', 'presentation'),
  draft: by('read_id', 'read'),
  signature: by('read_id', 'read'),
  derived_result: by('read_id', 'read'),
  evidence: {
    byContent: true,
    ofTrial: {
      by: [
        { column: 'sha256', of: 'signature', key: 'shown_sha256' },
        { column: 'sha256', of: 'signature', key: 'pictures', path: '$.panes[*].sha256' },
      ],
    },
  },
  problem: own,
  problem_answer: by('problem_id', 'problem'),
  unlock_request: own,
  global_read: by('course_id', 'course'),
  global_read_read: by('global_read_id', 'global_read'),
  global_read_change: by('global_read_id', 'global_read'),
  global_read_assignment: by('global_read_id', 'global_read'),
  global_read_signature: by('global_read_id', 'global_read'),
  global_read_result: by('global_read_id', 'global_read'),
  adjudication: by('track_id', 'track'),
  adjudication_read: by('adjudication_id', 'adjudication'),
  adjudication_assignment: by('adjudication_id', 'adjudication'),
  adjudication_draft: by('adjudication_id', 'adjudication'),
  adjudication_signature: by('adjudication_id', 'adjudication'),
  adjudication_impact: own,
  consensus: by('track_id', 'track'),
  consensus_read: by('consensus_id', 'consensus'),
  consensus_reader: by('consensus_id', 'consensus'),
  consensus_proposal: by('consensus_id', 'consensus'),
  consensus_vote: by('proposal_id', 'consensus_proposal'),
  final: by('track_id', 'track'),
  final_read: by('final_id', 'final'),
  final_compared: by('final_id', 'final'),
  site_assessment: by('track_id', 'track'),
  result_acknowledgement: by('track_id', 'track'),
  clinical_fact_import: own,
  clinical_fact: by('subject_id', 'subject'),
  clinical_fact_touched: by('fact_id', 'clinical_fact'),
  audit_entry: ofChain,
  audit_head: ofChain,
  audit_review: own,
  audit_review_item: by('review_id', 'audit_review'),
  audit_review_signature: by('review_id', 'audit_review'),
  audit_review_response: by('review_id', 'audit_review'),
  // How often a chain was verified here.
  audit_verification: ofInstallation,
  // Where heads were anchored is the installation's; another one anchors them anew.
  audit_anchor: ofInstallation,
};

export const copiedTables = Object.keys(belongings) as readonly CopiedTable[];

/** Of a trial, by its own rows or what they hang on. */
export const tablesOfTrial: readonly CopiedTable[] = copiedTables.filter(
  table => belongings[table].ofTrial !== null
);

/** In a backup. */
export const tablesOfBackup: readonly CopiedTable[] = copiedTables.filter(
  table => belongings[table].leftOut === undefined
);

/**
 * Whether a row of a table is of a trial, as a condition on the table's own name.
 * @throws Error for a table that is of no trial
 */
export const isOfTrial = (table: CopiedTable, trialId: string): RawBuilder<boolean> => {
  const { ofTrial } = belongings[table];
  if (ofTrial === null) throw new Error(`${table} is of no trial`);
  if ('column' in ofTrial)
    return sql<boolean>`${sql.ref(`${table}.${ofTrial.column}`)}::text = ${trialId}`;
  const links = ofTrial.by.map(({ column, of, key = 'id', path }) => {
    const named = sql.ref(`${of}.${key}`);
    const value =
      path === undefined
        ? named
        : sql`jsonb_path_query(${named}, ${sql.lit(path)}::jsonpath) #>> '{}'`;
    return sql`${sql.ref(`${table}.${column}`)} in (select ${value} from ${sql.table(of)} where ${isOfTrial(of, trialId)})`;
  });
  return sql<boolean>`(${sql.join(links, sql` or `)})`;
};
