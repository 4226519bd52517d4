import { panesOf, type HostServices } from '@corelab/host';
import type { PaneInfo } from './paneInfo.js';
import type { PanePlacer } from './panePlacer.js';
import type { PaneStage } from './paneStage.js';

export interface PaneSeriesOptions {
  services: HostServices;
  stage: PaneStage;
  placer: PanePlacer;
  /** The panes as shown now. */
  panes: () => readonly PaneInfo[];
  /** Before the reader's choice takes effect. */
  acted: () => void;
}

/** Which series of its own timepoint a pane shows, by the reader's choice. */
export class PaneSeries {
  readonly #options: PaneSeriesOptions;

  constructor(options: PaneSeriesOptions) {
    this.#options = options;
  }

  /** Another series of the pane's own timepoint into that pane; one of another timepoint changes nothing. */
  choose(viewportId: string, seriesInstanceUid: string): void {
    const { services, stage, placer, acted } = this.#options;
    const pane = panesOf(services).find(candidate => candidate.viewportId === viewportId);
    const [displaySet] = services.displaySetService.getDisplaySetsForSeries(seriesInstanceUid);
    if (pane === undefined || displaySet?.StudyInstanceUID !== pane.displaySet.StudyInstanceUID) {
      return;
    }
    acted();
    const { plan } = stage;
    const place = plan.places.find(({ id }) => id === viewportId);
    if (place?.studyInstanceUid === displaySet.StudyInstanceUID) {
      stage.layout.prefer(plan, place, seriesInstanceUid);
    }
    placer.showSeries(pane, seriesInstanceUid);
  }

  /** The next or previous series of the active pane's timepoint. */
  step(by: 1 | -1): void {
    const panes = this.#options.panes();
    const pane = panes.find(({ active }) => active) ?? panes[0];
    const at = pane?.series.findIndex(
      ({ seriesInstanceUid }) => seriesInstanceUid === pane.seriesInstanceUid
    );
    const next = at === undefined ? undefined : pane?.series[at + by];
    if (pane !== undefined && next !== undefined) {
      this.choose(pane.viewportId, next.seriesInstanceUid);
    }
  }
}
