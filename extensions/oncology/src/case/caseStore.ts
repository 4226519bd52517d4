import {
  ClientError,
  toClientError,
  type DraftStatus,
  type ReadContext,
  type RefusedText,
  type Session,
  type TakenPictures,
} from '@corelab/client';
import {
  EditHistory,
  readDifferences,
  ReadError,
  type Lesion,
  type Mark,
  type ReadDocument,
} from '@corelab/reads';
import { onlyInPage, text, type ConflictChoice } from '@corelab/ui';
import { lockOf, lockText } from './caseLock.js';
import { CaseSaving } from './caseSaving.js';
import { CaseTexts } from './caseTexts.js';
import type { Elsewhere } from './caseClaim.js';
import type { Armed, CaseSnapshot, Sheet } from './caseSnapshot.js';
import { choiceAs, comparisonChoices, type ComparisonChoice } from '../images/comparison.js';
import type { OtherTimepoint } from '../images/stagePlan.js';
import { deriveSnapshot, openingSnapshot, stillThere } from './deriveSnapshot.js';
import { drawMark, replaceMark } from './drawMark.js';
import { EditSteps } from './editSteps.js';
import type { ImageTrouble } from '../images/imageRecovery.js';
import { parsedDocument, type CasePorts, type LoadedCase } from './loadCase.js';
import { ProblemDesk } from '../panel/problemDesk.js';
import { mayShowDerived } from '../lesions/responseState.js';
import { Signing } from '../panel/signing.js';
import { resolveConflict } from './resolveConflict.js';
import { ShownCase } from './shownCase.js';
import { signRead } from './signRead.js';
import type { ImagesView } from './viewKeeper.js';

/**
 * One read while it is open, outside React: the document with its undo history, the engine's result, what is selected
 * and armed, saving and signing. Every edit is a function of the document; refusals become the prompt.
 */
export class CaseStore {
  readonly context: ReadContext;
  readonly session: Session;
  readonly #ports: CasePorts;
  readonly #saving: CaseSaving;
  readonly #signing: Signing<{ pictures: TakenPictures }>;
  readonly #steps: EditSteps;
  readonly #shown: ShownCase;
  /** It opened with what an earlier page had kept: loaded anew it would be the same. */
  readonly #tookUp: boolean;
  #takePictures = (): Promise<TakenPictures> => Promise.resolve({ missing: 'noPanes' });
  /** Its typed texts, and those of them that wait. */
  readonly texts = new CaseTexts(() => this.#shown);
  /** Location choices of this page, last used first. */
  recentLocations: string[] = [];
  /** Problems of this read, flagged here and answered elsewhere. */
  readonly desk: ProblemDesk;

  constructor(ports: CasePorts, loaded: LoadedCase) {
    this.#ports = ports;
    this.context = loaded.context;
    this.session = loaded.session;
    const { readId } = loaded.context;
    this.#tookUp = (loaded.unsent ?? null) !== null;
    this.#signing = new Signing({
      newRequestId: () => ports.newRequestId(),
      sign: request => ports.api.sign(readId, request),
    });
    this.#steps = new EditSteps(loaded.history ?? EditHistory.start(loaded.document));
    this.#saving = new CaseSaving(ports, loaded, {
      onStatus: draft => this.#reported(draft),
      said: document => this.texts.saidOf(document),
      refused: (sent, texts) => this.#takeOut(sent, texts),
      historyNotKept: () => this.say(text('prompt.historyNotKept')),
      viewRested: () => this.#sendView(),
    });
    this.#shown = new ShownCase(openingSnapshot(loaded, this.#steps.history, this.#saving.status));
    if (this.getSnapshot().elsewhere !== null) {
      this.#saving.close();
    } else if (loaded.unsent !== undefined && loaded.unsent !== null) {
      this.#saving.resend(loaded.unsent);
    }
    this.desk = new ProblemDesk(
      {
        problems: () => ports.api.problems(readId),
        flag: request => ports.api.flagProblem(readId, request),
        newRequestId: () => ports.newRequestId(),
        schedule: ports.schedule,
        navigate: url => ports.navigate(url),
      },
      this
    );
  }

  readonly getSnapshot = (): CaseSnapshot => this.#shown.now;

  readonly subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

  /** Where the panes stand is asked when a change is saved. */
  setViewSource(source: () => ImagesView): void {
    this.#saving.setViewSource(source);
  }

  /** Who takes pictures of the panes when the read is signed. */
  setPictureSource(take: () => Promise<TakenPictures>): void {
    this.#takePictures = take;
  }

  /** The reader changed what the panes show: saved soon, not an edit. */
  noteView(): void {
    if (!this.locked) {
      this.#saving.noteView();
    }
  }

  /** The timepoints which this one may be compared with now. */
  comparisons(): ComparisonChoice[] {
    const { document, assessment, signature } = this.getSnapshot();
    const shown = mayShowDerived(this.context, document, signature !== null);
    return comparisonChoices(this.context, assessment, shown);
  }

  /** Study of the compared timepoint; null at baseline. */
  get comparedStudy(): string | null {
    const { comparison } = this.getSnapshot();
    const { studies } = this.context;
    const study = studies.find(item => !item.current && item.timepoint === comparison);
    return study?.studyInstanceUid ?? null;
  }

  studyAs(word: OtherTimepoint): string | null {
    const { comparison } = this.getSnapshot();
    return choiceAs(this.comparisons(), word, comparison)?.studyInstanceUid ?? null;
  }

  get savedView(): ReadDocument['view'] {
    return this.getSnapshot().document.view;
  }

  get drawing(): boolean {
    return this.getSnapshot().armed !== null;
  }

  compare(timepoint: string): void {
    this.#shown.set({ comparison: timepoint });
    this.noteView();
  }

  get locked(): boolean {
    return lockOf(this.getSnapshot()) !== null;
  }

  /** Why nothing can be changed here, as a sentence; null while it can. */
  get lockedBecause(): string | null {
    const lock = lockOf(this.getSnapshot());
    return lock === null ? null : lockText(lock);
  }

  get selectedLesion(): Lesion | null {
    return this.lesion(this.getSnapshot().selected);
  }

  lesion(trackingUid: string | null): Lesion | null {
    return (
      this.getSnapshot().document.lesions.find(lesion => lesion.trackingUid === trackingUid) ?? null
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
    let changed: boolean;
    try {
      changed = this.#steps.edit(label, this.texts.guarded(change), gesture);
    } catch (error) {
      if (!(error instanceof ReadError)) {
        throw error;
      }
      this.#shown.set({ prompt: error.message });
      return false;
    }
    if (changed) {
      this.#took(null);
    }
    return changed;
  }

  /** The next change is a step of its own even if it continues the same drag. */
  endGesture(): void {
    this.#steps.endGesture();
  }

  undo(): void {
    this.#step('undo');
  }

  redo(): void {
    this.#step('redo');
  }

  select(trackingUid: string | null): void {
    const lesion = this.lesion(trackingUid);
    const measurable = lesion !== null && lesion.state !== 'merged' && lesion.state !== 'split';
    this.#shown.set({
      selected: lesion?.trackingUid ?? null,
      armed:
        measurable && !this.locked ? { kind: 'lesion', trackingUid: lesion.trackingUid } : null,
      sheet: 'none',
      prompt: null,
    });
    this.noteView();
  }

  arm(armed: Armed | null): void {
    this.#shown.set({ armed: this.locked ? null : armed, prompt: null, sheet: 'none' });
  }

  /** A sheet that is sending keeps doing so: a second press changes nothing. */
  open(sheet: Sheet): void {
    const { signing, flagging } = this.getSnapshot();
    if (!signing.sending && !flagging.sending) {
      const quiet = { sending: false, error: null };
      this.#shown.set({ sheet, signing: quiet, flagging: quiet });
    }
  }

  /** What stands beside the document: problems, other windows. */
  show(change: Partial<Pick<CaseSnapshot, 'problems' | 'flagging' | 'sheet'>>): void {
    this.#shown.set({ ...change, ...(change.sheet === 'none' ? { armed: null } : {}) });
  }

  /** Another window changes the read, so nothing is sent from here any more; null changes nothing. */
  lookOn(elsewhere: Elsewhere | null): void {
    if (elsewhere !== null) {
      this.#saving.close();
      this.#shown.set({ elsewhere, armed: null, sheet: 'none' });
    }
  }

  /** Asks the other window for the read; set by who knows the way to it. */
  takeOver = (): void => undefined;

  setTakeOver(takeOver: () => void): void {
    this.takeOver = takeOver;
  }

  /** When nothing is on its way to the server any more. */
  settled(): Promise<DraftStatus> {
    return this.#saving.settled();
  }

  /** `offersUndo`: the sentence is about the act just done, and its line can take it back. */
  say(prompt: string | null, offersUndo = false): void {
    this.#shown.set({ prompt, offersUndo });
  }

  /** The row of the merge list that Enter would take. */
  choosePartner(trackingUid: string | null): void {
    this.#shown.set({ partner: trackingUid });
  }

  /** A tracking uid for a lesion or part about to be made. */
  newUid(): string {
    return this.#ports.newUid();
  }

  setImageTrouble(imageTrouble: ImageTrouble | null): void {
    this.#shown.set({ imageTrouble });
  }

  /**
   * A finished drawing becomes the armed lesion's mark, or a new lesion. Answers the tracking uid it now belongs to,
   * null when it belongs to none (the prompt says why).
   */
  draw(mark: Mark): string | null {
    return drawMark(this, this.#shown, mark);
  }

  /** Gives a lesion a mark in place of its earlier one; `gesture` while an end point is dragged. */
  remeasure(trackingUid: string, mark: Mark, gesture?: string): string | null {
    return replaceMark(this, this.#shown, { trackingUid, mark, gesture });
  }

  retrySave(): void {
    this.#saving.retry();
  }

  /** Loads the read anew; set by who opened it. */
  #reload = (): void => undefined;

  setReload(reload: () => void): void {
    this.#reload = reload;
  }

  /** Shows the draft as it stands if it was changed on another computer; nothing while something is unsaved here. */
  async lookForNewer(): Promise<void> {
    const unchanged = (): boolean =>
      !this.locked && this.#saving.status.pending === 0 && this.#saving.status.state === 'saved';
    const { etag } = this.#saving;
    if (!unchanged()) return;
    try {
      const newest = await this.#ports.api.draft(this.context.readId);
      if (unchanged() && this.#saving.etag === etag && newest.etag !== etag) this.#reload();
    } catch (reason) {
      // Nobody asked for it: the next save is told what is wrong.
      if (!(reason instanceof ClientError)) throw reason;
    }
  }

  /** What was written here and did not come into the signed read is erased. */
  async giveUpLeftOver(): Promise<void> {
    try {
      await this.#ports.store.delete(this.context.readId);
      this.#shown.set({ leftOver: null });
    } catch (reason) {
      this.say(toClientError(reason).message);
    }
  }

  resolveConflict(choices: ReadonlyMap<string, ConflictChoice>): void {
    const parts = { shown: this.#shown, steps: this.#steps, saving: this.#saving };
    resolveConflict(parts, this.context, choices);
  }

  /** Signs what the server has acknowledged. */
  sign(password: string, meaning: string): Promise<void> {
    return signRead(
      {
        ...{ shown: this.#shown, saving: this.#saving, signing: this.#signing },
        sendView: () => this.#sendView(),
        takePictures: this.#takePictures,
        reload: () => this.#reload(),
      },
      password,
      meaning
    );
  }

  close(): void {
    if (this.getSnapshot().elsewhere === null) this.#saving.leave();
    else this.#saving.close();
    this.desk.stop();
    this.#shown.close();
  }

  /** A read that was signed elsewhere, or here by a request whose answer was lost, is shown as it was signed. */
  #reported(draft: DraftStatus): void {
    this.#shown.set({ draft });
    if (draft.state === 'conflict') queueMicrotask(() => this.#settleAlike());
    const nothingLost = !onlyInPage(draft);
    if (draft.state === 'locked' && nothingLost && !this.#tookUp) this.#reload();
  }

  /** Two versions that differ by nothing to choose are none to be asked about. */
  #settleAlike(): void {
    const { server } = this.getSnapshot().draft;
    if (server === null) return;
    const theirs = parsedDocument(server.document, "the server's draft");
    if (readDifferences(this.#steps.document, theirs).length > 0) return;
    if (this.getSnapshot().signing.error !== null) {
      this.#shown.set({ signing: { sending: false, error: text('signing.notSaved') } });
    }
    this.resolveConflict(new Map());
  }

  #step(way: 'undo' | 'redo'): void {
    this.#steps.endGesture();
    const label = this.locked ? null : this.#steps[way]();
    if (label === null) {
      const nothing = way === 'undo' ? 'prompt.nothingToUndo' : 'prompt.nothingToRedo';
      this.#shown.set({ prompt: this.lockedBecause ?? text(nothing) });
      return;
    }
    const done = way === 'undo' ? 'prompt.undone' : 'prompt.redone';
    this.#took(text(done, { what: label }));
  }

  /** The steps changed: shown, kept here and sent. */
  #took(prompt: string | null): void {
    const { history, document } = this.#steps;
    this.#saving.keep(history);
    this.#shown.set({
      ...deriveSnapshot(this.context, history),
      ...stillThere(this.getSnapshot(), document),
      prompt,
    });
    this.#send(1);
  }

  /** What the server did not keep waits; the rest of the document goes to it without. */
  #takeOut(sent: ReadDocument, texts: readonly RefusedText[]): void {
    if (!this.texts.takeOut(this.#steps, sent, texts)) {
      return;
    }
    const { history, document } = this.#steps;
    this.#saving.keep(history);
    this.#shown.set(deriveSnapshot(this.context, history));
    this.#saving.sendRest(document);
  }

  #sendView(): void {
    if (!this.locked) {
      this.#send(0);
    }
  }

  #send(changes: 0 | 1): void {
    const { comparison } = this.getSnapshot();
    const selectedLesion = this.selectedLesion?.id ?? null;
    this.#saving.send(this.#steps.document, changes, { selectedLesion, comparison });
  }
}
