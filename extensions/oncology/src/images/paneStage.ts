import { isReady, panesOf, type HostServices } from '@corelab/host';
import { currentStudyOf, type PaneCase } from './paneCase.js';
import { PaneLayout, type PaneRole } from './paneLayout.js';

/** Below this width of the window, px, there is room for one pane. */
const narrowPx = 1280;

export interface PaneStageOptions {
  store: PaneCase;
  services: HostServices;
  /** Width of the window, px. */
  width: () => number;
  /** Before the panes change. */
  beforeChange: () => void;
}

/** Which panes are on the screen: both, or one by the reader's choice or for want of room. */
export class PaneStage {
  readonly layout: PaneLayout;
  readonly #options: PaneStageOptions;
  /** The one pane that the reader asked for. */
  #alone: PaneRole | null = null;
  /** The one pane there is room for. */
  #stage: PaneRole = 'current';
  #waiting = false;

  constructor(options: PaneStageOptions) {
    this.#options = options;
    this.layout = new PaneLayout(options.services, options.store);
  }

  /** The panes are not yet as they should be: to be tried again when images arrive. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** The pane that stands alone; null when there are all. */
  get only(): PaneRole | null {
    return this.#options.width() < narrowPx ? this.#stage : this.#alone;
  }

  /** What the saved view calls it: what the reader chose, not what a narrow window left of it. */
  get name(): string {
    return this.#alone !== null || this.#options.store.comparedStudy === null ? '1x1' : '1x2';
  }

  /** As the saved view had it. */
  restore(): void {
    const { store } = this.#options;
    const view = store.savedView;
    if (view === null) {
      return;
    }
    const [first] = view.panes;
    if (view.layout === '1x1' && store.comparedStudy !== null && first !== undefined) {
      this.#alone = first.studyInstanceUid === store.comparedStudy ? 'comparison' : 'current';
    }
    view.panes.forEach(pane => this.layout.prefer(pane.studyInstanceUid, pane.seriesInstanceUid));
  }

  /** One pane alone, or all. */
  toggleAlone(role: PaneRole): void {
    if (this.#options.width() >= narrowPx && this.#options.store.comparedStudy !== null) {
      this.#options.beforeChange();
      this.#alone = this.#alone === null ? role : null;
      this.arrange();
    }
  }

  /** The other timepoint in the place of the one that stands alone. */
  swap(): void {
    this.#options.beforeChange();
    this.#stage = this.only === 'comparison' ? 'current' : 'comparison';
    this.#alone = this.#alone === null ? null : this.#stage;
    this.arrange();
  }

  /** Brings the panes to what they should be, as soon as the host can. */
  arrange(): void {
    const wanted = this.#wanted();
    const shown = panesOf(this.#options.services);
    const different = shown.length > 0 && !this.layout.shows(wanted);
    this.#waiting = different && !(shown.every(isReady) && this.layout.arrange(wanted));
  }

  /** Which study each pane is to hold. */
  #wanted(): Map<PaneRole, string> {
    const { store } = this.#options;
    const current = currentStudyOf(store.context);
    const compared = store.comparedStudy;
    const only = this.only;
    const wanted = new Map<PaneRole, string>();
    if (current !== undefined && (only !== 'comparison' || compared === null)) {
      wanted.set('current', current);
    }
    if (compared !== null && only !== 'current') {
      wanted.set('comparison', compared);
    }
    return wanted;
  }
}
