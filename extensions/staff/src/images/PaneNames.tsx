import { useSyncExternalStore } from 'react';
import { KeyGuard, mountLayer, OverPane, PaneFooter, PaneMenu, text } from '@corelab/ui';
import type { ExamPane, ExamPanes, NamedSeries } from './examPanes.js';

interface PaneWordsProps {
  pane: ExamPane;
  panes: ExamPanes;
  series: readonly NamedSeries[];
}

function PaneWords({ pane, panes, series }: PaneWordsProps) {
  const { viewportId, active, seriesInstanceUid, thicknessMm } = pane;
  return (
    <KeyGuard className={`cl-pane-layer ${active ? 'cl-pane-layer-current' : ''}`}>
      <div className="cl-pane-header">
        <PaneMenu
          name={text('pane.series')}
          options={series.map(one => ({ value: one.seriesInstanceUid, label: one.name }))}
          value={seriesInstanceUid}
          onChoose={chosen => panes.show(chosen, viewportId)}
        />
      </div>
      <div>
        {thicknessMm === null ? null : (
          <p className="cl-pane-footer cl-numbers">
            <span className="cl-pane-line">
              {text('qc.images.thickness', { thickness: thicknessMm })}
            </span>
          </p>
        )}
        <PaneFooter
          slice={pane.slice}
          slices={pane.slices}
          coming={pane.coming}
          window={pane.window}
          link={null}
          prompt={null}
        />
      </div>
    </KeyGuard>
  );
}

/** What stands over the panes of an exam: which series each shows, and how. */
export function PaneNames({ panes }: { panes: ExamPanes }) {
  const shown = useSyncExternalStore(panes.subscribe, panes.getSnapshot);
  const series = useSyncExternalStore(panes.subscribe, panes.getSeries);
  return (
    <>
      {shown.map(pane => (
        <OverPane
          key={pane.viewportId}
          element={pane.element}
        >
          <PaneWords
            pane={pane}
            panes={panes}
            series={series}
          />
        </OverPane>
      ))}
    </>
  );
}

/** Lays them over the panes; the returned function takes them away. */
export const mountPaneNames = (panes: ExamPanes): (() => void) =>
  mountLayer(<PaneNames panes={panes} />);
