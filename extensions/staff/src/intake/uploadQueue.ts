import { toClientError, type ClientError, type Delivered, type NamedFile } from '@corelab/client';
import type { ChosenFile } from './chosenFiles.js';
import { headBytes, studyUidIn } from './studyOfFile.js';
import { uploadBatches } from './uploadBatches.js';

/** What a file is on its way to, or what the server has answered of it. */
export const fileStates = [
  'waiting',
  'sending',
  'sent',
  'stored',
  'alreadyThere',
  'quarantined',
  'refused',
  'notDicom',
  'failed',
  'cancelled',
] as const;
export type FileState = (typeof fileStates)[number];

/** States from which a file is sent. */
const toSend: readonly FileState[] = ['waiting', 'failed', 'cancelled'];
/** States in which nothing of a file is left to do unless it failed. */
const answered: readonly FileState[] = [
  'stored',
  'alreadyThere',
  'quarantined',
  'refused',
  'notDicom',
  'failed',
];

export interface UploadFile {
  readonly id: number;
  readonly name: string;
  readonly bytes: Blob;
  readonly size: number;
  state: FileState;
  /** Why it was not taken, in the server's words. */
  reason: string | null;
  /** Undefined until it has been looked for. */
  study: string | null | undefined;
}

export interface UploadState {
  /** A new list whenever anything about a file has changed. */
  readonly files: readonly UploadFile[];
  readonly counts: Readonly<Record<FileState, number>>;
  readonly underWay: boolean;
  /** Files whose study has been looked for, of those that are to be sent; null when nothing is looked for. */
  readonly looking: number | null;
  readonly sentBytes: number;
  readonly bytes: number;
  /** The server did not answer and is asked again. */
  readonly trying: boolean;
  readonly receipts: readonly Pick<Delivered, 'receipt' | 'matched' | 'waiting' | 'files'>[];
  /** What stopped it; null where nothing did. */
  readonly error: ClientError | null;
}

export interface UploadPorts {
  deliver(
    files: readonly NamedFile[],
    options: { readonly signal: AbortSignal; onSent(sent: number, of: number): void }
  ): Promise<Delivered>;
  /** Told after each delivery. */
  onDelivered(): void;
  /** Waits before the server is asked again. */
  pause?(ms: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  now?(): number;
}

/** How long the server is given before each further try of a delivery that did not reach it, in milliseconds. */
const pauses = [2000, 10_000];
/** Of what has left it is told this often at most, in milliseconds. */
const tellEvery = 200;
const lookedAtOnce = 8;

const isKnown = (outcome: string): outcome is FileState =>
  fileStates.some(state => state === outcome);

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * Files on their way to the server, one delivery after the other; each file's state is kept, so that what failed can be sent
 * again and nothing is sent twice without need. Outside React: it goes on while other parts of the page are looked at.
 */
export class UploadQueue {
  readonly #ports: Required<UploadPorts>;
  readonly #listeners = new Set<() => void>();
  #files: UploadFile[] = [];
  #receipts: UploadState['receipts'] = [];
  #ends: AbortController | null = null;
  #looking: number | null = null;
  #trying = false;
  #error: ClientError | null = null;
  #sentOfBatch = 0;
  #nextId = 0;
  #toldAt = 0;
  #state: UploadState;

  constructor(ports: UploadPorts) {
    this.#ports = { pause: wait, now: () => performance.now(), ...ports };
    this.#state = this.#picture();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): UploadState => this.#state;

  /** Puts files on the list; they are sent when `send` is called. */
  add(files: readonly ChosenFile[]): void {
    for (const { name, bytes } of files) {
      this.#files.push({
        ...{ id: this.#nextId, name, bytes, size: bytes.size },
        ...{ state: 'waiting', reason: null, study: undefined },
      });
      this.#nextId += 1;
    }
    this.#tell();
  }

  /** Empties the list; nothing while something is under way. */
  clear(): void {
    if (this.#ends !== null) return;
    this.#files = [];
    this.#receipts = [];
    this.#error = null;
    this.#tell();
  }

  /** Ends what is under way. What had arrived stays with the server. */
  cancel(): void {
    this.#ends?.abort();
  }

  /** Sends what is to be sent, delivery by delivery, until all is answered, something stops it or it is cancelled. */
  async send(): Promise<void> {
    if (this.#ends !== null) return;
    const ends = new AbortController();
    this.#ends = ends;
    this.#error = null;
    try {
      await this.#sendAll(ends.signal);
    } finally {
      this.#ends = null;
      this.#looking = null;
      this.#trying = false;
      this.#tell();
    }
  }

  async #sendAll(signal: AbortSignal): Promise<void> {
    const files = this.#files.filter(({ state }) => toSend.includes(state));
    for (const file of files) Object.assign(file, { state: 'waiting', reason: null });
    this.#tell();
    const readable = await this.#lookAt(files, signal);
    const batches = uploadBatches(
      readable.map(file => ({ file, size: file.size, study: file.study ?? null }))
    );
    for (const batch of batches) {
      if (signal.aborted || this.#error !== null) return;
      await this.#sendBatch(
        batch.map(({ file }) => file),
        signal
      );
    }
  }

  /** Finds the study of each file; one that this computer can't read any more fails here. */
  async #lookAt(files: readonly UploadFile[], signal: AbortSignal): Promise<UploadFile[]> {
    const left = [...files].reverse();
    this.#looking = 0;
    const look = async (): Promise<void> => {
      for (let file = left.pop(); file !== undefined && !signal.aborted; file = left.pop()) {
        try {
          // Also of a file that was looked at before: it may be gone by now.
          const head = await file.bytes.slice(0, headBytes).arrayBuffer();
          file.study = studyUidIn(new Uint8Array(head));
        } catch (reason) {
          // A DOMException: the file was moved, changed or locked since it was chosen.
          Object.assign(file, { state: 'failed', reason: unreadable(reason) });
        }
        this.#looking = (this.#looking ?? 0) + 1;
        this.#tellNowAndThen();
      }
    };
    await Promise.all(Array.from({ length: lookedAtOnce }, look));
    this.#looking = null;
    this.#tell();
    return files.filter(({ state }) => state === 'waiting');
  }

  async #sendBatch(batch: readonly UploadFile[], signal: AbortSignal): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.#deliver(batch, signal);
        return;
      } catch (reason) {
        const error = toClientError(reason);
        const pause = pauses[attempt];
        if (error.isOffline && pause !== undefined && !signal.aborted) {
          this.#trying = true;
          this.#mark(batch, 'waiting', null);
          await this.#ports.pause(pause, signal);
          this.#trying = false;
          if (!signal.aborted) continue;
        }
        this.#fail(batch, error, signal);
        return;
      }
    }
  }

  #fail(batch: readonly UploadFile[], error: ClientError, signal: AbortSignal): void {
    if (signal.aborted) {
      this.#mark(batch, 'cancelled', null);
      return;
    }
    // What the server refuses or is not there for, it does of the next delivery too; a defect may be of this one alone.
    if (error.isOffline || error.status < 500) this.#error = error;
    this.#mark(batch, 'failed', error.message);
  }

  async #deliver(batch: readonly UploadFile[], signal: AbortSignal): Promise<void> {
    const whole = batch.reduce((sum, { size }) => sum + size, 0);
    let next = 0;
    let end = batch[0]?.size ?? 0;
    this.#sentOfBatch = 0;
    const [first] = batch;
    if (first !== undefined) first.state = 'sending';
    this.#tell();
    const onSent = (sent: number, of: number): void => {
      // What leaves is a little more than the files: their names and what parts them.
      this.#sentOfBatch = of === 0 ? 0 : (sent / of) * whole;
      for (let file = batch[next]; file !== undefined; file = batch[next]) {
        if (this.#sentOfBatch < end) {
          file.state = 'sending';
          break;
        }
        file.state = 'sent';
        next += 1;
        end += batch[next]?.size ?? 0;
      }
      this.#tellNowAndThen();
    };
    const delivered = await this.#ports.deliver(batch, { signal, onSent });
    const whatBecame = delivered.files;
    const isWhole = whatBecame.length === batch.length;
    for (const [at, file] of batch.entries()) {
      const told = isWhole ? whatBecame[at] : undefined;
      file.state = told !== undefined && isKnown(told.outcome) ? told.outcome : 'failed';
      file.reason = told === undefined ? notTold : told.reason;
    }
    this.#receipts = [...this.#receipts, delivered];
    this.#sentOfBatch = 0;
    this.#tell();
    this.#ports.onDelivered();
  }

  #mark(batch: readonly UploadFile[], state: FileState, reason: string | null): void {
    for (const file of batch) Object.assign(file, { state, reason });
    this.#sentOfBatch = 0;
    this.#tell();
  }

  #picture(): UploadState {
    const counts = Object.fromEntries(fileStates.map(state => [state, 0])) as Record<
      FileState,
      number
    >;
    let [bytes, sentBytes] = [0, this.#sentOfBatch];
    for (const { state, size } of this.#files) {
      counts[state] += 1;
      bytes += size;
      if (answered.includes(state) && state !== 'failed') sentBytes += size;
    }
    return {
      ...{ files: [...this.#files], counts, underWay: this.#ends !== null },
      ...{ looking: this.#looking, sentBytes, bytes, trying: this.#trying },
      ...{ receipts: this.#receipts, error: this.#error },
    };
  }

  #tell(): void {
    this.#toldAt = this.#ports.now();
    this.#state = this.#picture();
    for (const listener of this.#listeners) listener();
  }

  #tellNowAndThen(): void {
    if (this.#ports.now() - this.#toldAt >= tellEvery) this.#tell();
  }
}

/** Stands as the reason of files that an answer says nothing of, and of those that can't be read here. */
export const notTold = 'the answer does not tell of it';
export const notReadableHere = 'this computer can not read it';
const unreadable = (reason: unknown): string => {
  if (reason instanceof DOMException) return notReadableHere;
  throw reason;
};

/** Files of which the server has said what became of them. */
export const answeredOf = (counts: UploadState['counts']): number =>
  answered.reduce((sum, state) => sum + counts[state], 0);

/** Files that `send` would send. */
export const sendable = (counts: UploadState['counts']): number =>
  toSend.reduce((sum, state) => sum + counts[state], 0);
