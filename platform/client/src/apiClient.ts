import { adjudicationCalls, type AdjudicationCalls } from './adjudicationCalls.js';
import { ClientError } from './clientError.js';
import { consensusCalls, type ConsensusCalls } from './consensusCalls.js';
import { globalReadCalls, type GlobalReadCalls } from './globalReadCalls.js';
import type { NotIdentity } from './identityRefusal.js';
import { createCaller, record, requiredEtag, type CallerOptions } from './httpCaller.js';
import { problemCalls, type ProblemCalls } from './problemCalls.js';
import type {
  Draft,
  Preferences,
  ReadContext,
  ReadImages,
  ReadingList,
  ReadListItem,
  ReplayedRead,
  Saved,
  Session,
  SignAnswer,
  SignReadRequest,
} from './wire.js';

export interface ApiClient
  extends ProblemCalls, AdjudicationCalls, GlobalReadCalls, ConsensusCalls {
  session(): Promise<Session>;
  login(user: string, password: string): Promise<void>;
  logout(): Promise<void>;
  /** Works as something else the person is, from the next request on. */
  wear(hat: string): Promise<Session>;
  reads(): Promise<ReadListItem[]>;
  /** The reading list; with `signedBefore`, what an earlier answer gave as such, older signed reads alone. */
  readingList(signedBefore?: string): Promise<ReadingList>;
  /** Where the read's images are; asking is not opening. */
  images(readId: string): Promise<ReadImages>;
  /** Opens the read: an entry in the trial's record. */
  read(readId: string): Promise<ReadContext>;
  draft(readId: string): Promise<Draft>;
  /**
   * `mine`: after a conflict, what this window held before the reader chose; it goes to the record, and so does what the
   * reader says is no identity. ClientError CL_TEXT_IDENTIFIES names the texts for which nothing was saved.
   */
  saveDraft(
    readId: string,
    document: unknown,
    etag: string,
    mine?: unknown,
    notIdentity?: readonly NotIdentity[],
    signal?: AbortSignal
  ): Promise<Saved>;
  sign(readId: string, request: SignReadRequest): Promise<SignAnswer>;
  /** Replays a signed read: an entry in the trial's record. For who looks on, not for its reader. */
  replay(readId: string): Promise<ReplayedRead>;
  /** Where the images of a signed read are; asking is not replaying. */
  replayImages(readId: string): Promise<ReadImages>;
  savePreferences(preferences: Preferences): Promise<void>;
}

/** After this a person is told that no answer came; nothing of the reading room takes the server as long. */
const patienceMs = 60_000;

/**
 * The server's HTTP interface as functions. Every failure is a ClientError: the server's code, `CL_OFFLINE`
 * when no answer came, `CL_BAD_ANSWER` when it can't be understood. The anti-forgery token is fetched when
 * first needed and once more when the server no longer takes it.
 */
export function createApiClient(options: CallerOptions): ApiClient {
  const { session, send, change, forget } = createCaller({ limitMs: patienceMs, ...options });
  const readPath = (readId: string): string => `/api/reads/${encodeURIComponent(readId)}`;
  const readingList = async (signedBefore?: string): Promise<ReadingList> => {
    const older =
      signedBefore === undefined ? '' : `?signedBefore=${encodeURIComponent(signedBefore)}`;
    const body = record((await send({ method: 'GET', path: `/api/reads${older}` })).body);
    const [list, before] = [body?.['reads'], body?.['signedBefore']];
    if (!Array.isArray(list)) {
      throw new ClientError('CL_BAD_ANSWER', 200, 'The reading list holds no "reads".');
    }
    return {
      reads: list as ReadListItem[],
      signedBefore: typeof before === 'string' ? before : null,
    };
  };

  return {
    ...problemCalls({ send, change }),
    ...adjudicationCalls({ send, change }),
    ...globalReadCalls({ send, change }),
    ...consensusCalls({ send }),
    session,
    async login(user, password) {
      forget();
      await send({ method: 'POST', path: '/login', body: { user, password }, withoutToken: true });
    },
    async logout() {
      await change({ method: 'POST', path: '/api/logout', body: {} });
      forget();
    },
    wear: async hat =>
      (await change({ method: 'POST', path: '/api/session/hat', body: { hat } })).body as Session,
    readingList,
    reads: async () => [...(await readingList()).reads],
    async images(readId) {
      return (await send({ method: 'GET', path: `${readPath(readId)}/images` })).body as ReadImages;
    },
    async read(readId) {
      return (await send({ method: 'GET', path: readPath(readId) })).body as ReadContext;
    },
    async draft(readId) {
      const answer = await send({ method: 'GET', path: `${readPath(readId)}/draft` });
      return {
        document: record(answer.body)?.['document'],
        etag: requiredEtag(answer, 'the draft'),
      };
    },
    async saveDraft(readId, document, etag, mine, notIdentity = [], signal) {
      const answer = await change({
        method: 'PUT',
        path: `${readPath(readId)}/draft`,
        body: {
          document,
          ...(mine === undefined ? {} : { replaced: mine }),
          ...(notIdentity.length === 0 ? {} : { notIdentity }),
        },
        ifMatch: etag,
        ...(signal === undefined ? {} : { signal }),
      });
      const savedAt = record(answer.body)?.['savedAt'];
      return {
        savedAt: typeof savedAt === 'string' ? savedAt : '',
        etag: requiredEtag(answer, 'saving the draft'),
      };
    },
    async sign(readId, request) {
      const answer = await change({
        method: 'POST',
        path: `${readPath(readId)}/sign`,
        body: request,
      });
      return answer.body as SignAnswer;
    },
    async replay(readId) {
      const path = `${readPath(readId)}/replay`;
      return (await send({ method: 'GET', path })).body as ReplayedRead;
    },
    async replayImages(readId) {
      const path = `${readPath(readId)}/replay/images`;
      return (await send({ method: 'GET', path })).body as ReadImages;
    },
    async savePreferences(preferences) {
      await change({ method: 'PUT', path: '/api/preferences', body: preferences });
    },
  };
}
