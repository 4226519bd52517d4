import { DraftQueue, type DraftStatus, type ReadContext, type Session } from '@corelab/client';
import {
  addLesion,
  EditHistory,
  ReadError,
  setMark,
  type Lesion,
  type LesionRole,
  type Mark,
  type ReadDocument,
} from '@corelab/reads';
import { text, type ConflictChoice } from '@corelab/ui';
import { lockOf, lockText } from './caseLock.js';
import type { Elsewhere } from './caseClaim.js';
import type { Armed, CaseSnapshot, Sheet } from './caseSnapshot.js';
import { comparisonChoices, type ComparisonChoice } from '../images/comparison.js';
import { mergeChosen } from './conflict.js';
import { deriveSnapshot, openingSnapshot, stillThere } from './deriveSnapshot.js';
import { HistoryKeeper } from './historyKeeper.js';
import type { ImageTrouble } from '../images/imageRecovery.js';
import { parsedDocument, type CasePorts, type LoadedCase } from './loadCase.js';
import { ProblemDesk } from '../panel/problemDesk.js';
import { mayShowDerived } from '../lesions/responseState.js';
import { Signing } from '../panel/signing.js';
import { signingText } from '../panel/signingText.js';
import { ViewKeeper, type ImagesView } from './viewKeeper.js';

/**
 * One read while it is open, outside React: the document with its undo history, the engine's result, what is selected
 * and armed, saving and signing. Every edit is a function of the document; refusals become the prompt.
 */
export class CaseStore {
  readonly context: ReadContext;
  readonly session: Session;
  readonly #ports: CasePorts;
  readonly #queue: DraftQueue;
  readonly #signing: Signing;
  readonly #keeper: HistoryKeeper;
  readonly #view: ViewKeeper;
  readonly #listeners = new Set<() => void>();
  #history: EditHistory;
  #snapshot: CaseSnapshot;
  #gesture: string | null = null;
  /** Location choices of this page, last used first. */
  recentLocations: string[] = [];
  /** Problems of this read, flagged here and answered elsewhere. */
  readonly desk: ProblemDesk;

  constructor(ports: CasePorts, loaded: LoadedCase) {
    this.#ports = ports;
    this.context = loaded.context;
    this.session = loaded.session;
    this.#signing = new Signing(ports, loaded.context.readId);
    this.#history = loaded.history ?? EditHistory.start(loaded.document);
    this.#keeper = new HistoryKeeper(
      ports.histories,
      loaded.context.readId,
      loaded.session.user,
      () => this.#set({ prompt: text('prompt.historyNotKept') })
    );
    this.#queue = new DraftQueue({
      key: loaded.context.readId,
      etag: loaded.etag,
      save: (document, etag, mine) =>
        ports.api.saveDraft(loaded.context.readId, document, etag, mine),
      store: ports.store,
      schedule: ports.schedule,
      onStatus: draft => this.#set({ draft }),
    });
    this.#view = new ViewKeeper(ports.schedule, loaded.document.view, () => this.#saveView());
    this.#snapshot = openingSnapshot(loaded, this.#history, this.#queue.status);
    if (this.#snapshot.elsewhere !== null) {
      this.#queue.close();
    } else if (loaded.unsent > 0) {
      this.#queue.push(loaded.document, loaded.unsent);
    }
    this.desk = new ProblemDesk(ports, this);
  }

  readonly getSnapshot = (): CaseSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Where the panes stand is asked when a change is saved. */
  setViewSource(source: () => ImagesView): void {
    this.#view.setSource(source);
  }

  /** The reader changed what the panes show: saved soon, not an edit. */
  noteView(): void {
    if (!this.locked) {
      this.#view.note();
    }
  }

  /** The timepoints which this one may be compared with now. */
  comparisons(): ComparisonChoice[] {
    const { document, assessment, signature } = this.#snapshot;
    const shown = mayShowDerived(this.context, document, signature !== null);
    return comparisonChoices(this.context, assessment, shown);
  }

  /** Study of the compared timepoint; null at baseline. */
  get comparedStudy(): string | null {
    const { comparison } = this.#snapshot;
    const { studies } = this.context;
    const study = studies.find(item => !item.current && item.timepoint === comparison);
    return study?.studyInstanceUid ?? null;
  }

  compare(timepoint: string): void {
    this.#set({ comparison: timepoint });
    this.noteView();
  }

  get locked(): boolean {
    return lockOf(this.#snapshot) !== null;
  }

  /** Why nothing can be changed here, as a sentence; null while it can. */
  get lockedBecause(): string | null {
    const lock = lockOf(this.#snapshot);
    return lock === null ? null : lockText(lock);
  }

  get selectedLesion(): Lesion | null {
    return this.lesion(this.#snapshot.selected);
  }

  lesion(trackingUid: string | null): Lesion | null {
    return (
      this.#snapshot.document.lesions.find(lesion => lesion.trackingUid === trackingUid) ?? null
    );
  }

  /**
   * Applies `change` as one undo step named `label`. With a `gesture` (one drag), changes of the same gesture become
   * one step. Answers whether the document changed.
   */
  edit(label: string, change: (document: ReadDocument) => ReadDocument, gesture?: string): boolean {
    if (this.locked) {
      return false;
    }
    const before = EditHistory.current(this.#history);
    let after: ReadDocument;
    try {
      after = change(before);
    } catch (error) {
      if (!(error instanceof ReadError)) {
        throw error;
      }
      this.#set({ prompt: error.message });
      return false;
    }
    if (after === before) {
      return false;
    }
    const continues = gesture !== undefined && gesture === this.#gesture;
    const base = continues ? EditHistory.undo(this.#history) : this.#history;
    this.#gesture = gesture ?? null;
    this.#take(EditHistory.push(base, label, after), null);
    return true;
  }

  /** The next change is a step of its own even if it continues the same drag. */
  endGesture(): void {
    this.#gesture = null;
  }

  undo(): void {
    this.#step(EditHistory.undoLabel(this.#history), EditHistory.undo(this.#history), 'undone');
  }

  redo(): void {
    this.#step(EditHistory.redoLabel(this.#history), EditHistory.redo(this.#history), 'redone');
  }

  select(trackingUid: string | null): void {
    const lesion = this.lesion(trackingUid);
    const measurable = lesion !== null && lesion.state !== 'merged' && lesion.state !== 'split';
    this.#set({
      selected: lesion?.trackingUid ?? null,
      armed:
        measurable && !this.locked ? { kind: 'lesion', trackingUid: lesion.trackingUid } : null,
      sheet: 'none',
      prompt: null,
    });
    this.noteView();
  }

  arm(armed: Armed | null): void {
    this.#set({ armed: this.locked ? null : armed, prompt: null, sheet: 'none' });
  }

  /** A sheet that is sending keeps doing so: a second press changes nothing. */
  open(sheet: Sheet): void {
    const { signing, flagging } = this.#snapshot;
    if (!signing.sending && !flagging.sending) {
      const quiet = { sending: false, error: null };
      this.#set({ sheet, signing: quiet, flagging: quiet });
    }
  }

  /** What stands beside the document: problems, other windows. */
  show(change: Partial<Pick<CaseSnapshot, 'problems' | 'flagging' | 'sheet' | 'armed'>>): void {
    this.#set(change);
  }

  /** Another window changes the read, so nothing is sent from here any more; null changes nothing. */
  lookOn(elsewhere: Elsewhere | null): void {
    if (elsewhere !== null) {
      this.#view.close();
      this.#queue.close();
      this.#set({ elsewhere, armed: null, sheet: 'none' });
    }
  }

  /** Asks the other window for the read; set by who knows the way to it. */
  takeOver = (): void => undefined;

  setTakeOver(takeOver: () => void): void {
    this.takeOver = takeOver;
  }

  /** When nothing is on its way to the server any more. */
  settled(): Promise<DraftStatus> {
    return this.#queue.settled();
  }

  /** `offersUndo`: the sentence is about the act just done, and its line can take it back. */
  say(prompt: string | null, offersUndo = false): void {
    this.#set({ prompt, offersUndo });
  }

  /** The row of the merge list that Enter would take. */
  choosePartner(trackingUid: string | null): void {
    this.#set({ partner: trackingUid });
  }

  /** A tracking uid for a lesion or part about to be made. */
  newUid(): string {
    return this.#ports.newUid();
  }

  setImageTrouble(imageTrouble: ImageTrouble | null): void {
    this.#set({ imageTrouble });
  }

  /**
   * A finished drawing becomes the armed lesion's mark, or a new lesion. Answers the tracking uid it now belongs to,
   * null when it belongs to none (the prompt says why).
   */
  draw(mark: Mark): string | null {
    const { armed } = this.#snapshot;
    if (this.locked || armed === null) {
      this.#set({ prompt: this.lockedBecause ?? text('prompt.noLesionArmed') });
      return null;
    }
    return armed.kind === 'add'
      ? this.#drawNew(armed.role, mark)
      : this.remeasure(armed.trackingUid, mark);
  }

  /** Gives a lesion a mark in place of its earlier one; `gesture` while an end point is dragged. */
  remeasure(trackingUid: string, mark: Mark, gesture?: string): string | null {
    const lesion = this.lesion(trackingUid);
    if (lesion === null) {
      return null;
    }
    const done = this.edit(
      text('edit.mark', { lesion: lesion.id }),
      document => setMark(document, lesion.id, mark),
      gesture
    );
    if (done) {
      this.#set({ armed: null });
    }
    return done ? trackingUid : null;
  }

  retrySave(): void {
    this.#queue.resume();
  }

  resolveConflict(choices: ReadonlyMap<string, ConflictChoice>): void {
    const server = this.#snapshot.draft.server;
    if (server === null) {
      return;
    }
    const theirs = parsedDocument(server.document, "the server's draft");
    const mine = EditHistory.current(this.#history);
    const merged = mergeChosen(mine, theirs, choices);
    this.#history = EditHistory.push(this.#history, text('conflict.take'), merged);
    this.#keeper.keep(this.#history);
    this.#set(deriveSnapshot(this.context, this.#history));
    this.#queue.resolve(merged, mine);
  }

  /** Signs what the server has acknowledged. */
  async sign(password: string, meaning: string): Promise<void> {
    if (this.#snapshot.signing.sending) {
      return;
    }
    this.#set({ signing: { sending: true, error: null } });
    const status = await this.#queue.settled();
    if (status.state !== 'saved') {
      this.#set({ signing: { sending: false, error: text('signing.notSaved') } });
      return;
    }
    const outcome = await this.#signing.send({ password, meaning, etag: this.#queue.etag });
    if (outcome.ok) {
      this.#keeper.erase();
    }
    this.#set(
      outcome.ok
        ? {
            signature: outcome.signature,
            armed: null,
            sheet: 'none',
            signing: { sending: false, error: null },
          }
        : { signing: { sending: false, error: signingText(outcome.error) } }
    );
    if (!outcome.ok && outcome.error.status === 412) {
      this.#queue.conflicted(outcome.error);
    }
  }

  close(): void {
    this.#view.close();
    this.#queue.close();
    this.desk.stop();
    this.#listeners.clear();
  }

  #drawNew(role: LesionRole, mark: Mark): string | null {
    const trackingUid = this.#ports.newUid();
    const { baseline } = this.context;
    const done = this.edit(text('edit.lesion', { lesion: text(`role.${role}`) }), document =>
      addLesion(document, { role, baseline, trackingUid, mark })
    );
    if (done) {
      this.#set({ selected: trackingUid, armed: null, sheet: 'location' });
    }
    return done ? trackingUid : null;
  }

  #step(label: string | null, history: EditHistory, done: 'undone' | 'redone'): void {
    this.#gesture = null;
    if (this.locked || label === null) {
      const nothing = done === 'undone' ? 'prompt.nothingToUndo' : 'prompt.nothingToRedo';
      this.#set({ prompt: this.lockedBecause ?? text(nothing) });
      return;
    }
    this.#take(history, text(`prompt.${done}`, { what: label }));
  }

  #take(history: EditHistory, prompt: string | null): void {
    this.#history = history;
    this.#keeper.keep(history);
    const document = EditHistory.current(history);
    this.#set({
      ...deriveSnapshot(this.context, history),
      ...stillThere(this.#snapshot, document),
      prompt,
    });
    this.#push(1);
  }

  #saveView(): void {
    if (!this.locked) {
      this.#push(0);
    }
  }

  /** Sends the document with the view as it is now; nothing when neither changed. */
  #push(changes: 0 | 1): void {
    const { comparison } = this.#snapshot;
    const view = this.#view.now(this.selectedLesion?.id ?? null, comparison);
    if (this.#view.sent(view) || changes > 0) {
      this.#queue.push({ ...EditHistory.current(this.#history), view }, changes);
    }
  }

  /** A prompt offers Undo only when it is said together with it. */
  #set(change: Partial<CaseSnapshot>): void {
    const renewed = 'prompt' in change ? { offersUndo: false } : {};
    this.#snapshot = { ...this.#snapshot, ...renewed, ...change };
    this.#listeners.forEach(listener => listener());
  }
}
