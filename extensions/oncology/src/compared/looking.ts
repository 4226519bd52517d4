import type { ComparisonChoice } from '../images/comparison.js';
import type { ImageTrouble } from '../images/imageRecovery.js';
import type { PaneCase, PaneContext } from '../images/paneCase.js';
import type { OtherTimepoint } from '../images/stagePlan.js';
import {
  keysIn,
  type ByRead,
  type ComparedReads,
  type ReadKey,
  type ShownDifference,
} from './comparedReads.js';
import { stopsOf } from './differencePlaces.js';
import { labelBeside, timepointOf } from './panePair.js';

/** What is looked at of several reads. */
export interface LookState {
  /** Place of the difference in hand in the case's list; null without one. */
  selected: number | null;
  /** Which of the difference's images is looked at. */
  stop: number;
  /** Id of the timepoint in the first pane. */
  timepoint: string;
  /** Label of the timepoint in the second pane; null where there is one alone. */
  comparison: string | null;
  /** Whose marks are drawn. */
  shown: ByRead<boolean>;
}

/** A case of several reads as its panes show it. */
export interface ComparedCase extends PaneCase {
  readonly compared: ComparedReads;
  /** The one in hand. */
  readonly difference: ShownDifference | null;
  getSnapshot(): LookState & {
    readonly prompt: string | null;
    readonly imageTrouble: ImageTrouble | null;
  };
  /** Another timepoint, by its id, into the first pane. */
  showTimepoint(timepoint: string): void;
  setImageTrouble(trouble: ImageTrouble | null): void;
}

export interface LookingParts<Difference extends ShownDifference> {
  readonly reads: ComparedReads & Pick<PaneContext, 'charter'>;
  readonly differences: readonly Difference[];
  get(): LookState;
  set(change: Partial<LookState>): void;
}

/** It opens at a difference, the first one unless told, whose timepoint is beside the one before, with all reads' marks. */
export function firstLook(
  { sides, studies }: ComparedReads,
  differences: readonly ShownDifference[],
  selected: number | null = differences.length > 0 ? 0 : null
): LookState {
  const first = selected === null ? null : differences[selected];
  const timepoint = timepointOf(studies, first) ?? studies.at(-1)?.timepointId ?? '';
  return {
    selected,
    stop: 0,
    timepoint,
    comparison: labelBeside(studies, timepoint, null, null),
    shown: Object.fromEntries(keysIn(sides).map(key => [key, true])),
  };
}

/** Which difference is in hand, and what the panes are to show of it. The state is its case's. */
export class Looking<Difference extends ShownDifference> {
  readonly #parts: LookingParts<Difference>;
  #paneContext: PaneContext | null = null;

  constructor(parts: LookingParts<Difference>) {
    this.#parts = parts;
  }

  /** The images, with the timepoint of the first pane as the current one. */
  get context(): PaneContext {
    const { timepoint } = this.#parts.get();
    const { studies, charter } = this.#parts.reads;
    const known = this.#paneContext?.studies.find(({ current }) => current);
    const current = studies.find(({ timepointId }) => timepointId === timepoint);
    if (this.#paneContext === null || known?.studyInstanceUid !== current?.studyInstanceUid) {
      const marked = studies.map(study => ({ ...study, current: study === current }));
      this.#paneContext = { studies: marked, charter };
    }
    return this.#paneContext;
  }

  get comparedStudy(): string | null {
    const { comparison } = this.#parts.get();
    const study = this.#parts.reads.studies.find(({ timepoint }) => timepoint === comparison);
    return study?.studyInstanceUid ?? null;
  }

  /** By their order: whose read a nadir would be of is not asked here, so it is the timepoint before. */
  studyAs(word: OtherTimepoint): string | null {
    const { studies } = this.#parts.reads;
    const { timepoint, comparison } = this.#parts.get();
    const at = studies.findIndex(({ timepointId }) => timepointId === timepoint);
    const [first] = studies;
    const found = {
      baseline: at === 0 ? undefined : first,
      previous: studies[at - 1],
      nadir: studies[at - 1],
      other: studies.find((study, index) => index !== at && study.timepoint !== comparison),
    }[word];
    return found?.studyInstanceUid ?? null;
  }

  comparisons(): ComparisonChoice[] {
    return this.#parts.reads.studies
      .filter(({ timepointId }) => timepointId !== this.#parts.get().timepoint)
      .map(({ timepoint, studyInstanceUid }) => ({ timepoint, studyInstanceUid, kinds: [] }));
  }

  /** Another timepoint, by its label, into the second pane; the first pane's own one changes nothing. */
  compare(comparison: string): void {
    if (this.comparisons().some(({ timepoint }) => timepoint === comparison)) {
      this.#parts.set({ comparison });
    }
  }

  /** Another timepoint, by its id, into the first pane; the second one gives way where it shows the same. */
  showTimepoint(timepoint: string): void {
    this.#parts.set(this.#panesAt(timepoint));
  }

  get difference(): Difference | null {
    const { selected } = this.#parts.get();
    return selected === null ? null : (this.#parts.differences[selected] ?? null);
  }

  /** What changes when a difference is taken in hand: its timepoint comes to the first pane, and its image. */
  selecting(selected: number | null): Partial<LookState> {
    return { selected, stop: 0, ...this.#panesAt(this.#timepointOf(selected)) };
  }

  /** The next or previous one of the listed differences, never past the ends; null where none is listed. */
  placeAfter(by: 1 | -1, listed: readonly number[]): number | null {
    const { selected } = this.#parts.get();
    const at = selected === null ? -1 : listed.indexOf(selected);
    const next = at < 0 ? (by > 0 ? 0 : listed.length - 1) : at + by;
    return listed[Math.max(0, Math.min(listed.length - 1, next))] ?? null;
  }

  /** The images of the difference in hand, in turn; the same one again where there is one alone. */
  nextStop(): void {
    const { difference } = this;
    const count = difference === null ? 0 : stopsOf(this.#parts.reads, difference).length;
    if (count > 0) this.showStop((this.#parts.get().stop + 1) % count);
  }

  /** One of the images of the difference in hand. */
  showStop(stop: number): void {
    const { selected } = this.#parts.get();
    this.#parts.set({ stop, ...this.#panesAt(this.#timepointOf(selected)) });
  }

  /** Shows or hides the marks of a read. */
  toggle(key: ReadKey): void {
    const { shown } = this.#parts.get();
    this.#parts.set({ shown: { ...shown, [key]: shown[key] !== true } });
  }

  #timepointOf(selected: number | null): string | null {
    const { reads, differences } = this.#parts;
    return timepointOf(reads.studies, selected === null ? null : differences[selected]);
  }

  #panesAt(timepoint: string | null): Partial<LookState> {
    if (timepoint === null) return {};
    const { timepoint: before, comparison } = this.#parts.get();
    const { studies } = this.#parts.reads;
    return { timepoint, comparison: labelBeside(studies, timepoint, comparison, before) };
  }
}
