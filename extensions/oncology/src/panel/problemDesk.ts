import {
  refusedWords,
  toClientError,
  type DraftStatus,
  type FlagRequest,
  type NotIdentity,
  type ProblemKind,
  type ReadProblems,
  type RefusedWords,
  type Schedule,
} from '@corelab/client';
import { text } from '@corelab/ui';

/** What the desk needs of its surroundings: the calls are those of one read or one adjudication. */
export interface DeskPorts {
  problems(): Promise<ReadProblems>;
  flag(request: FlagRequest): Promise<ReadProblems>;
  newRequestId(): string;
  schedule: Schedule;
  navigate(url: string): void;
}

/** How far the flagging is; `error` is already a sentence, `refused` what the server found in the words. */
export interface Flagging {
  sending: boolean;
  error: string | null;
  refused?: RefusedWords;
}

/** What the desk needs of the case's store. */
export interface DeskOfCase {
  getSnapshot(): { readonly problems: ReadProblems; readonly flagging: Flagging };
  show(change: { problems?: ReadProblems; flagging?: Flagging; sheet?: 'none' }): void;
  settled(): Promise<DraftStatus>;
  retrySave(): void;
}

/** Its images are closed to the person, or somebody else has the case now. */
const gone: readonly string[] = ['CL_READER_SUSPENDED', 'CL_NOT_FOUND'];

const lookEveryMs = 15_000;

/** Flags problems of an open case, and waits for their answers: they appear without anything being pressed. */
export class ProblemDesk {
  readonly #ports: DeskPorts;
  readonly #store: DeskOfCase;
  #requestId: string | null = null;
  #cancel: () => void = () => undefined;

  constructor(ports: DeskPorts, store: DeskOfCase) {
    this.#ports = ports;
    this.#store = store;
    this.#lookLater();
  }

  /** All changes go to the server first: what is on hold is saved. The same try again is the same request. */
  async flag(kind: ProblemKind, words: string, notIdentity: NotIdentity[] = []): Promise<void> {
    if (this.#store.getSnapshot().flagging.sending) {
      return;
    }
    this.#store.show({ flagging: { sending: true, error: null } });
    const status = await this.#store.settled();
    if (status.state !== 'saved') {
      this.#store.show({ flagging: { sending: false, error: text('problem.unsaved') } });
      return;
    }
    this.#requestId ??= this.#ports.newRequestId();
    try {
      const said = notIdentity.length === 0 ? {} : { notIdentity };
      const request = { kind, text: words, requestId: this.#requestId, ...said };
      this.#take(await this.#ports.flag(request));
      this.#requestId = null;
      this.#store.show({ flagging: { sending: false, error: null }, sheet: 'none' });
    } catch (reason) {
      const error = toClientError(reason);
      if (gone.includes(error.code)) {
        this.#ports.navigate('/');
        return;
      }
      if (!error.isOffline) {
        this.#requestId = null;
      }
      const refused = refusedWords(error, words);
      if (refused !== null) {
        this.#store.show({ flagging: { sending: false, error: null, refused } });
        return;
      }
      const message = text('problem.failed', { message: error.message });
      this.#store.show({ flagging: { sending: false, error: message } });
    }
  }

  /** Whether an answer came. What can't be asked now is asked again later. */
  async look(): Promise<void> {
    if (!this.#waiting) {
      return;
    }
    try {
      this.#take(await this.#ports.problems());
    } catch (reason) {
      if (gone.includes(toClientError(reason).code)) {
        this.#ports.navigate('/');
        return;
      }
      this.#lookLater();
    }
  }

  stop(): void {
    this.#cancel();
  }

  get #waiting(): boolean {
    const { problems } = this.#store.getSnapshot();
    return problems.state === 'onHold' || problems.problems.some(one => one.decision === null);
  }

  #take(problems: ReadProblems): void {
    if (problems.suspended) {
      this.#ports.navigate('/');
      return;
    }
    const held = this.#store.getSnapshot().problems.state === 'onHold';
    this.#store.show({ problems });
    if (held && problems.state !== 'onHold') {
      this.#store.retrySave();
    }
    this.#lookLater();
  }

  #lookLater(): void {
    this.#cancel();
    if (this.#waiting) {
      this.#cancel = this.#ports.schedule(() => void this.look(), lookEveryMs);
    }
  }
}
