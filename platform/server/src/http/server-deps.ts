import type { ImageProblem } from '@corelab/reads';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { HeadKeeper } from '../audit/heads.js';
import type { AccessPolicy } from '../accounts/policy.js';
import type { JobQueue } from '../jobs/job-queue.js';
import type { Installation } from '../copies/installation.js';
import type { Database } from '../database/schema.js';
import type { IdentityProvider } from '../identity-provider/identity-provider.js';
import type { IntakeDeps } from '../intake/intake-deps.js';
import type { SubjectFacts } from '../blinding/subject-facts.js';
import type { ShownTogether } from '../release/shown-together.js';

/** A released series as a read may show it. */
export interface ReadSeries {
  readonly seriesInstanceUid: string;
  readonly role: string | null;
  readonly problems: readonly ImageProblem[];
}

/** One timepoint of a read as its one pseudonymous study. */
export interface ReadStudy {
  readonly studyInstanceUid: string;
  readonly timepoint: string;
  readonly current: boolean;
  /** Left out where the charter keeps them from readers. */
  readonly subject?: SubjectFacts;
  readonly series: readonly ReadSeries[];
  /** Received series of images that this read does not show. */
  readonly notShown: readonly {
    readonly role: string | null;
    readonly modality: string;
    readonly problem: ImageProblem;
  }[];
}

export interface IntakeReport {
  readonly receipts: number;
  readonly matched: number;
  readonly unmatched: readonly { readonly studyUid: string; readonly reason: string }[];
}

/** What the workflow asks of the archive side; a test injects its own. */
export interface ArchivePort {
  /** Makes manifest and presentation of a read; throws while the archive does not answer. */
  releaseRead(readId: string): Promise<void>;
  /** The same of what shows several reads at once: the images that these were of. */
  releaseTogether(of: ShownTogether, id: string): Promise<void>;
  /** Of a read, or of what shows several. */
  readStudies(id: string): Promise<readonly ReadStudy[]>;
  /** Looks for deliveries in the archive, also those still coming, and tells how a trial stands; safe to repeat. */
  intake(trialId: string): Promise<IntakeReport>;
  /** Takes in what is complete in the archive, of every trial; the trials in which something was matched. */
  watch(): Promise<string[]>;
  /** What the arrival of images works with. */
  readonly arrival: IntakeDeps;
  /** `waiting` while the archive does not answer; reads already released go on. */
  state(): 'ready' | 'waiting';
  /** Puts the blinded DICOMweb routes on the application: for readers, and for who replays what they signed. */
  register(app: FastifyInstance, authorise: Authorise, authoriseReplay: Authorise): Promise<void>;
}

/** Who asks, and may they see this: the inner id, or a coded error. */
export type Authorise = (
  request: import('fastify').FastifyRequest,
  publicId: string
) => Promise<{ readonly readId: string }>;

export interface ServerDeps {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  /** UUIDv7: inside only, it tells the time. */
  readonly newId: () => string;
  readonly archive: ArchivePort;
  readonly jobs: JobQueue;
  readonly policy: AccessPolicy;
  /** Proxies whose word for the address of a request is taken. */
  readonly trustedProxies?: readonly string[];
  /** Started as a demonstration: its trials may be deployed without approval. */
  readonly demonstration: boolean;
  /** Key of the digests that stand for identifying values in audit entries. */
  readonly auditKey: string;
  /** Encrypts the secrets of second factors, and keys the digests of recovery codes. */
  readonly secondFactorKey: string;
  /** The organisation's own login; left out where the installation has none. */
  readonly identityProvider?: IdentityProvider;
  /** Signs where the chains of the record stand. */
  readonly heads: HeadKeeper;
  /** What copies of the installation and of its trials need to know. */
  readonly installation: Installation;
  /** IANA zone written beside instants. */
  readonly zone: string;
  /** The cookie is for HTTPS only. False on plain loopback. */
  readonly secureCookie: boolean;
  /** The built site; without it pages are 503 and the API works. */
  readonly siteFolder: string | null;
  readonly pluginsFolder: string | null;
  readonly logger: FastifyBaseLogger | false;
}
