import {
  DraftQueue,
  refusedTexts,
  type ClientError,
  type DraftStatus,
  type KeptDraft,
  type NotIdentity,
  type RefusedText,
} from '@corelab/client';
import type { EditHistory, ReadDocument } from '@corelab/reads';
import { HistoryKeeper } from './historyKeeper.js';
import type { CasePorts, LoadedCase } from './loadCase.js';
import { ViewKeeper, type ImagesView } from './viewKeeper.js';

export interface SavingEvents {
  onStatus(status: DraftStatus): void;
  /** What the reader says of the texts of a document about to be sent. */
  said(document: ReadDocument): NotIdentity[];
  /** The server kept nothing of `sent` because of these texts of it. */
  refused(sent: ReadDocument, texts: readonly RefusedText[]): void;
  /** This computer can't keep the undo history; called once. */
  historyNotKept(): void;
  /** The view has rested and is to be sent. */
  viewRested(): void;
}

/** What of an open read leaves the page: the draft with its view to the server, the undo history to this computer. */
export class CaseSaving {
  readonly #queue: DraftQueue;
  readonly #keeper: HistoryKeeper;
  readonly #view: ViewKeeper;
  #sent: ReadDocument;

  constructor(ports: CasePorts, loaded: LoadedCase, events: SavingEvents) {
    const { readId } = loaded.context;
    this.#sent = loaded.document;
    this.#keeper = new HistoryKeeper(ports.histories, readId, loaded.session.user, () =>
      events.historyNotKept()
    );
    this.#queue = new DraftQueue({
      key: readId,
      etag: loaded.etag,
      save: (document, etag, mine, signal) => {
        // The queue has what this class gave it.
        this.#sent = document as ReadDocument;
        const said = events.said(this.#sent);
        return ports.api.saveDraft(readId, document, etag, mine, said, signal);
      },
      store: ports.store,
      title: `${loaded.context.subjectCode} ${loaded.context.timepoint}`,
      keptHere: loaded.keptUnreadable !== true,
      schedule: ports.schedule,
      onStatus: status => {
        events.onStatus(status);
        const refused = status.error === null ? [] : refusedTexts(status.error);
        if (status.state === 'error' && refused.length > 0) {
          events.refused(this.#sent, refused);
        }
      },
    });
    this.#view = new ViewKeeper(ports.schedule, loaded.document.view, () => events.viewRested());
  }

  get status(): DraftStatus {
    return this.#queue.status;
  }

  get etag(): string {
    return this.#queue.etag;
  }

  /** Sends the changes found on this computer that the server has not acknowledged. */
  resend(unsent: KeptDraft): void {
    this.#queue.resend(unsent);
  }

  setViewSource(source: () => ImagesView): void {
    this.#view.setSource(source);
  }

  noteView(): void {
    this.#view.note();
  }

  keep(history: EditHistory): void {
    this.#keeper.keep(history);
  }

  eraseHistory(): void {
    this.#keeper.erase();
  }

  /**
   * Sends the document with the view as it is now; nothing when neither changed.
   * @param changes number of edits since the last call, 0 for the view alone
   */
  send(
    document: ReadDocument,
    changes: 0 | 1,
    shown: { selectedLesion: string | null; comparison: string | null }
  ): void {
    const view = this.#view.now(shown.selectedLesion, shown.comparison);
    if (this.#view.sent(view) || changes > 0) {
      this.#queue.push({ ...document, view }, changes);
    }
  }

  /** Sends the document in place of one that was refused: no edit of its own. */
  sendRest(document: ReadDocument): void {
    this.#queue.push({ ...document, view: this.#sent.view }, 0);
  }

  /** When nothing is on its way to the server any more. */
  settled(): Promise<DraftStatus> {
    return this.#queue.settled();
  }

  retry(): void {
    this.#queue.resume();
  }

  /** Sends what the reader chose; `mine` is what this window held before. */
  resolve(merged: ReadDocument, mine: ReadDocument): void {
    this.#queue.resolve(merged, mine);
  }

  /** Another request was told that the draft has changed elsewhere. */
  conflicted(error: ClientError): void {
    this.#queue.conflicted(error);
  }

  /** Another window goes on: nothing is sent from here any more. */
  close(): void {
    this.#view.close();
    this.#queue.close();
  }

  /** The page goes: what is under way is sent still. */
  leave(): void {
    this.#view.close();
    this.#queue.leave();
  }

  /** What the server did not take is given up and erased from this computer. */
  giveUp(): Promise<void> {
    return this.#queue.giveUp();
  }
}
