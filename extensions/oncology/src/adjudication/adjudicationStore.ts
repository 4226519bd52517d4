import {
  type DecisionDocument,
  decisionOpenItems,
  type RankedDifference,
  type SideName,
} from '@corelab/adjudication';
import {
  type AdjudicationContext,
  DraftQueue,
  type DraftStatus,
  refusedTexts,
  type Session,
} from '@corelab/client';
import { text, type ConflictChoice } from '@corelab/ui';
import type { Elsewhere } from '../case/caseClaim.js';
import { firstLook, Looking, type ComparedCase } from '../compared/looking.js';
import { timepointLabel } from '../compared/timepointNames.js';
import type { ComparisonChoice } from '../images/comparison.js';
import type { ImageTrouble } from '../images/imageRecovery.js';
import type { PaneContext } from '../images/paneCase.js';
import type { OtherTimepoint } from '../images/stagePlan.js';
import { ProblemDesk } from '../panel/problemDesk.js';
import { Signing } from '../panel/signing.js';
import { DecisionTexts } from './decisionTexts.js';
import {
  type AdjudicationSheet,
  type AdjudicationSnapshot,
  type DecisionLock,
  decisionLock,
  type DifferenceFilter,
} from './adjudicationSnapshot.js';
import { mergeDecisions } from './decisionConflict.js';
import { DecisionSteps } from './decisionSteps.js';
import { listedDifferences } from './listedDifferences.js';
import {
  type AdjudicationPorts,
  type LoadedAdjudication,
  openingWords,
  parsedDecision,
} from './loadAdjudication.js';
import { signDecision } from './signDecision.js';

/**
 * One adjudication while it is open, outside React: the decision with its undo steps, the difference in hand, what the panes
 * are to show, saving and signing. The reads themselves never change.
 */
export class AdjudicationStore implements ComparedCase {
  readonly adjudication: AdjudicationContext;
  readonly session: Session;
  readonly savedView = null;
  readonly drawing = false;
  readonly #steps: DecisionSteps;
  readonly #queue: DraftQueue;
  readonly #signing: Signing;
  /** The reason's words: whether they wait, and what is said of them. */
  readonly texts: DecisionTexts;
  /** Problems of this case, flagged here and answered elsewhere. */
  readonly desk: ProblemDesk;
  readonly #looking: Looking<RankedDifference>;
  readonly #listeners = new Set<() => void>();
  #snapshot: AdjudicationSnapshot;
  #takeOver = (): void => undefined;

  constructor(
    ports: AdjudicationPorts,
    loaded: LoadedAdjudication & { elsewhere?: Elsewhere | null }
  ) {
    const { context, session, document, etag, unsent } = loaded;
    const id = context.adjudicationId;
    this.adjudication = context;
    this.session = session;
    this.#steps = new DecisionSteps(document);
    this.texts = new DecisionTexts({
      get: () => this.#snapshot.held,
      set: (held, prompt) => this.#set(prompt === undefined ? { held } : { held, prompt }),
    });
    this.#queue = new DraftQueue({
      key: id,
      etag,
      save: (decision, over, mine, signal) => {
        const sent = parsedDecision(decision, 'the decision');
        return ports.api.saveDecision(id, sent, over, mine, this.texts.saidOf(sent), signal);
      },
      store: ports.store,
      title: `${context.subjectCode} ${text('list.taskAdjudication')}`,
      keptHere: !loaded.keptUnreadable,
      schedule: ports.schedule,
      onStatus: draft => this.#reported(draft),
    });
    this.#signing = new Signing({
      newRequestId: () => ports.newRequestId(),
      sign: request => ports.api.signDecision(id, request),
    });
    const { differences } = context.case;
    this.#looking = new Looking({
      ...{ reads: context, differences },
      get: () => this.#snapshot,
      set: change => this.#set(change),
    });
    const look = firstLook(context, differences);
    this.#snapshot = {
      ...look,
      document,
      openItems: this.#openItems(document),
      held: null,
      seen: new Set(look.selected === null ? [] : [look.selected]),
      filter: { timepoint: null, kind: null },
      prompt: openingWords(loaded),
      imageTrouble: null,
      sheet: 'none',
      draft: this.#queue.status,
      signature: context.signature,
      signing: { sending: false, error: null },
      problems: loaded.problems,
      flagging: { sending: false, error: null },
      elsewhere: loaded.elsewhere ?? null,
      canUndo: false,
      canRedo: false,
    };
    if (this.#snapshot.elsewhere !== null) this.#queue.close();
    else if (unsent !== null) this.#queue.resend(unsent);
    this.desk = new ProblemDesk(
      {
        problems: () => ports.api.adjudicationProblems(id),
        flag: request => ports.api.flagAdjudicationProblem(id, request),
        newRequestId: () => ports.newRequestId(),
        schedule: ports.schedule,
        navigate: url => ports.navigate(url),
      },
      this
    );
  }

  readonly getSnapshot = (): AdjudicationSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get compared(): AdjudicationContext {
    return this.adjudication;
  }

  get context(): PaneContext {
    return this.#looking.context;
  }

  get comparedStudy(): string | null {
    return this.#looking.comparedStudy;
  }

  studyAs(word: OtherTimepoint): string | null {
    return this.#looking.studyAs(word);
  }

  comparisons(): ComparisonChoice[] {
    return this.#looking.comparisons();
  }

  compare(comparison: string): void {
    this.#looking.compare(comparison);
  }

  showTimepoint(timepoint: string): void {
    this.#looking.showTimepoint(timepoint);
  }

  get difference(): RankedDifference | null {
    return this.#looking.difference;
  }

  /** Takes a difference in hand: its timepoint comes to the first pane, and its image. */
  select(selected: number | null): void {
    const { seen } = this.#snapshot;
    this.#set({
      seen: selected === null ? seen : new Set([...seen, selected]),
      prompt: null,
      ...this.#looking.selecting(selected),
    });
  }

  /** The next or previous one of the listed differences, never past the ends. */
  step(by: 1 | -1): void {
    const listed = this.listed().map(({ place }) => place);
    const place = this.#looking.placeAfter(by, listed);
    if (place !== null) this.select(place);
  }

  listed() {
    return listedDifferences(this.adjudication.case.differences, this.#snapshot.filter);
  }

  filterBy(filter: DifferenceFilter): void {
    this.#set({ filter });
  }

  nextStop(): void {
    this.#looking.nextStop();
  }

  showStop(stop: number): void {
    this.#looking.showStop(stop);
  }

  toggle(side: SideName): void {
    this.#looking.toggle(side);
  }

  get lock(): DecisionLock | null {
    return decisionLock(this.#snapshot);
  }

  get locked(): boolean {
    return this.lock !== null;
  }

  /** One act: a change of the decision, saved at once, under the name that undo says. */
  edit(label: string, change: (document: DecisionDocument) => DecisionDocument): void {
    const { document } = this.#steps;
    if (!this.locked && this.#steps.push(label, this.texts.guarded(change)(document)))
      this.#took(null);
  }

  undo(): void {
    this.#retrace('undo');
  }

  redo(): void {
    this.#retrace('redo');
  }

  /** A sheet that is sending keeps doing so: a second press changes nothing. */
  open(sheet: AdjudicationSheet): void {
    const { signing, flagging } = this.#snapshot;
    if (signing.sending || flagging.sending) return;
    const quiet = { sending: false, error: null };
    this.#set({ sheet, prompt: null, signing: quiet, flagging: quiet });
  }

  /** What stands beside the decision: problems and their answers. */
  show(change: Partial<Pick<AdjudicationSnapshot, 'problems' | 'flagging' | 'sheet'>>): void {
    this.#set(change);
  }

  say(prompt: string | null): void {
    this.#set({ prompt });
  }

  setImageTrouble(imageTrouble: ImageTrouble | null): void {
    this.#set({ imageTrouble });
  }

  /** Where the panes stand is not kept: a case opens at its first difference. */
  setViewSource(): void {
    return undefined;
  }

  noteView(): void {
    return undefined;
  }

  setTakeOver(takeOver: () => void): void {
    this.#takeOver = takeOver;
  }

  takeOver(): void {
    this.#takeOver();
  }

  /** Another window changes the decision, so nothing is sent from here any more; null changes nothing. */
  lookOn(elsewhere: Elsewhere | null): void {
    if (elsewhere !== null) {
      this.#queue.close();
      this.#set({ elsewhere, sheet: 'none' });
    }
  }

  settled(): Promise<DraftStatus> {
    return this.#queue.settled();
  }

  retrySave(): void {
    this.#queue.resume();
  }

  /** Takes the choices between this window's decision and the server's; nothing without a conflict. */
  resolveConflict(choices: ReadonlyMap<string, ConflictChoice>): void {
    const { server } = this.#snapshot.draft;
    if (server === null) return;
    const mine = this.#steps.document;
    const theirs = parsedDecision(server.document, "the server's decision");
    const merged = mergeDecisions(mine, theirs, choices);
    this.#steps.push(text('conflict.take'), merged);
    this.#show(null);
    this.#queue.resolve(merged, mine);
  }

  /** Signs what the server has acknowledged. */
  sign(password: string, meaning: string): Promise<void> {
    const parts = { queue: this.#queue, signing: this.#signing, set: this.#set };
    return signDecision(parts, this.#snapshot, password, meaning);
  }

  close(): void {
    this.desk.stop();
    if (this.#snapshot.elsewhere === null) this.#queue.leave();
    else this.#queue.close();
    this.#listeners.clear();
  }

  #openItems(document: DecisionDocument) {
    const { mode, case: shown } = this.adjudication;
    return decisionOpenItems(document, { mode, timepoints: shown.comparison.timepoints });
  }

  #retrace(way: 'undo' | 'redo'): void {
    const label = this.locked ? null : this.#steps[way]();
    if (label === null) {
      const nothing = way === 'undo' ? 'prompt.nothingToUndo' : 'prompt.nothingToRedo';
      this.#set({
        prompt: this.locked ? text(`adj.lock.${this.lock ?? 'locked'}`) : text(nothing),
      });
      return;
    }
    this.#took(text(way === 'undo' ? 'prompt.undone' : 'prompt.redone', { what: label }));
  }

  /** Words that the server did not keep wait; the rest of the decision goes to it without them. */
  #reported(draft: DraftStatus): void {
    this.#set({ draft });
    const [refused] = draft.error === null ? [] : refusedTexts(draft.error);
    if (draft.state !== 'error' || refused === undefined) return;
    if (!this.texts.takeOut(this.#steps, refused)) return;
    this.#show(this.#snapshot.prompt);
    this.#queue.push(this.#steps.document, 0);
  }

  /** The decision changed: shown, kept on this computer and sent. */
  #took(prompt: string | null): void {
    this.#show(prompt);
    this.#queue.push(this.#steps.document);
  }

  #show(prompt: string | null): void {
    const { document, canUndo, canRedo } = this.#steps;
    this.#set({ document, openItems: this.#openItems(document), canUndo, canRedo, prompt });
  }

  readonly #set = (change: Partial<AdjudicationSnapshot>): void => {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#listeners.forEach(listener => listener());
  };

  /** What the case is of, in words: the subject, a timepoint, or those that came since what was settled before. */
  get covers(): string {
    const { scope, timepoints } = this.adjudication;
    switch (scope.kind) {
      case 'subject':
        return text('list.wholeSubject');
      case 'timepoint':
        return timepointLabel(this.adjudication, scope.timepoint);
      case 'period':
        return timepoints.map(({ label }) => label).join(', ');
    }
  }
}
