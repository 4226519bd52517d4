import {
  toClientError,
  type DraftStatus,
  type ProblemKind,
  type ReadProblems,
} from '@corelab/client';
import { text } from '@corelab/ui';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CasePorts } from '../case/loadCase.js';

/** What the desk needs of the read's store. */
export interface DeskOfCase {
  readonly context: { readonly readId: string };
  getSnapshot(): CaseSnapshot;
  show(change: Partial<Pick<CaseSnapshot, 'problems' | 'flagging' | 'sheet' | 'armed'>>): void;
  settled(): Promise<DraftStatus>;
  retrySave(): void;
}

const lookEveryMs = 15_000;

/** Flags problems of an open read, and waits for their answers: they appear without anything being pressed. */
export class ProblemDesk {
  readonly #ports: CasePorts;
  readonly #store: DeskOfCase;
  #requestId: string | null = null;
  #cancel: () => void = () => undefined;

  constructor(ports: CasePorts, store: DeskOfCase) {
    this.#ports = ports;
    this.#store = store;
    this.#lookLater();
  }

  /** All changes go to the server first: what is on hold is saved. The same try again is the same request. */
  async flag(kind: ProblemKind, words: string): Promise<void> {
    const { context } = this.#store;
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
      const request = { kind, text: words, requestId: this.#requestId };
      this.#take(await this.#ports.api.flagProblem(context.readId, request));
      this.#requestId = null;
      this.#store.show({ flagging: { sending: false, error: null }, sheet: 'none', armed: null });
    } catch (reason) {
      const error = toClientError(reason);
      if (error.code === 'CL_READER_SUSPENDED') {
        this.#ports.navigate('/');
        return;
      }
      if (!error.isOffline) {
        this.#requestId = null;
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
      this.#take(await this.#ports.api.problems(this.#store.context.readId));
    } catch (reason) {
      if (toClientError(reason).code === 'CL_READER_SUSPENDED') {
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
