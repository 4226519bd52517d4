import { useSyncExternalStore } from 'react';
import {
  KeyGuard,
  mountLayer,
  OverPane,
  PaneFooter,
  PaneHeader,
  text,
  type PaneMenuOption,
} from '@corelab/ui';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import type { ComparisonChoice } from './comparison.js';
import { imageTroubleText } from './imageProblems.js';
import type { PaneBench } from './paneBench.js';
import type { PaneInfo } from './paneInfo.js';
import { promptOf } from '../lesions/prompt.js';

/** "TP 2 nadir, previous"; a kind that the label already says is not said again. */
function choiceLabel({ timepoint, kinds }: ComparisonChoice): string {
  const words = kinds
    .map(kind => text(`pane.kind.${kind}`))
    .filter(word => word.toLowerCase() !== timepoint.toLowerCase());
  return words.length === 0
    ? timepoint
    : text('pane.choice', { timepoint, kinds: words.join(', ') });
}

interface PanePart {
  store: CaseStore;
  bench: PaneBench;
  snapshot: CaseSnapshot;
  pane: PaneInfo;
}

/** Why images do not come stands in every pane; what to do next once, in the current timepoint's. */
function panePrompt(store: CaseStore, snapshot: CaseSnapshot, { current, first }: PaneInfo) {
  if (snapshot.imageTrouble !== null) return imageTroubleText(snapshot.imageTrouble);
  return current && first ? promptOf(store, snapshot) : null;
}

function PaneText({ store, bench, snapshot, pane }: PanePart) {
  const { linked, offsets, panes, stage } = bench.getSnapshot();
  const comparisons: PaneMenuOption[] = !pane.compares
    ? []
    : store.comparisons().map(choice => ({ value: choice.timepoint, label: choiceLabel(choice) }));
  return (
    <KeyGuard className={`cl-pane-layer cl-pane-layer-${pane.current ? 'current' : 'comparison'}`}>
      <PaneHeader
        current={pane.current}
        timepoint={pane.timepoint}
        comparisons={comparisons}
        series={pane.series.map(({ seriesInstanceUid, name }) => ({
          value: seriesInstanceUid,
          label: name,
        }))}
        seriesValue={pane.seriesInstanceUid}
        missingRole={pane.missingRole}
        stage={
          pane.first && stage.of > 1 ? { ...stage, onChoose: at => bench.chooseStage(at) } : null
        }
        onCompare={timepoint => store.compare(timepoint)}
        onSeries={series => bench.series.choose(pane.viewportId, series)}
      />
      <PaneFooter
        slice={pane.slice}
        slices={pane.slices}
        coming={pane.coming}
        window={pane.window}
        link={
          panes.length < 2 || pane.first
            ? null
            : { on: linked, offset: offsets.get(pane.viewportId) ?? null }
        }
        prompt={panePrompt(store, snapshot, pane)}
      />
    </KeyGuard>
  );
}

/** What stands over the panes of one open read. */
export function PaneLayer({ store, bench }: { store: CaseStore; bench: PaneBench }) {
  const { panes, overlay } = useSyncExternalStore(bench.subscribe, bench.getSnapshot);
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  return (
    <>
      {overlay
        ? panes.map(pane => (
            <OverPane
              key={pane.viewportId}
              element={pane.element}
            >
              <PaneText
                store={store}
                bench={bench}
                snapshot={snapshot}
                pane={pane}
              />
            </OverPane>
          ))
        : null}
    </>
  );
}

/** Lays the layer of a read over the panes; the returned function takes it away. */
export function mountPaneLayer(store: CaseStore, bench: PaneBench): () => void {
  return mountLayer(
    <PaneLayer
      store={store}
      bench={bench}
    />
  );
}
