import { useSyncExternalStore } from 'react';
import { panesOf, parseImageId, type HostServices } from '@corelab/host';
import {
  KeyGuard,
  MissingRole,
  mountLayer,
  OverPane,
  PaneFooter,
  PaneMenu,
  PaneStageMenu,
  text,
  type PaneMenuOption,
} from '@corelab/ui';
import { imageTroubleText } from '../images/imageProblems.js';
import type { PaneBench } from '../images/paneBench.js';
import type { PaneInfo } from '../images/paneInfo.js';
import { keysIn, readNames, type ShownDifference } from './comparedReads.js';
import { LineSample } from './LineSample.js';
import type { ComparedCase } from './looking.js';
import { MarkOverlay } from './MarkOverlay.js';
import { lesionAt, markLabel, marksOnImage, readMark } from './readMarks.js';

interface LayerParts {
  store: ComparedCase;
  bench: PaneBench;
  services: HostServices;
}

interface PanePart extends LayerParts {
  pane: PaneInfo;
}

function Header({ store, bench, pane }: PanePart) {
  const { studies } = store.compared;
  const { stage } = bench.getSnapshot();
  const options: PaneMenuOption[] = studies.map(({ timepoint }) => ({
    value: timepoint,
    label: timepoint,
  }));
  const choose = (label: string): void => {
    const chosen = studies.find(({ timepoint }) => timepoint === label);
    if (!pane.current) store.compare(label);
    else if (chosen !== undefined) store.showTimepoint(chosen.timepointId);
  };
  return (
    <div
      className="cl-pane-header"
      role="group"
      aria-label={text(pane.current ? 'adj.firstPane' : 'adj.secondPane', {
        timepoint: pane.timepoint,
      })}
    >
      <PaneMenu
        name={text('adj.timepoint')}
        options={optionsOf(store, pane, options)}
        value={pane.timepoint}
        onChoose={choose}
      />
      <PaneMenu
        name={text('pane.series')}
        options={pane.series.map(({ seriesInstanceUid, name }) => ({
          value: seriesInstanceUid,
          label: name,
        }))}
        value={pane.seriesInstanceUid}
        onChoose={series => bench.series.choose(pane.viewportId, series)}
      />
      {pane.missingRole === null ? null : (
        <MissingRole
          role={pane.missingRole}
          timepoint={pane.timepoint}
        />
      )}
      {pane.first && stage.of > 1 ? (
        <PaneStageMenu
          {...stage}
          onChoose={at => bench.chooseStage(at)}
        />
      ) : null}
    </div>
  );
}

function readsShownText(store: ComparedCase): string {
  const { shown } = store.getSnapshot();
  const all = keysIn(store.compared.sides);
  const drawn = all.filter(key => shown[key] === true);
  if (drawn.length === 0) return text('adj.noRead');
  if (drawn.length === all.length) return text(all.length === 2 ? 'adj.bothReads' : 'adj.allReads');
  const reads = drawn.map(key => readNames[key]).join(', ');
  return text('adj.onlyReads', { count: drawn.length, reads });
}

/** Whose marks are drawn. */
function ReadsShown({ store }: Pick<PanePart, 'store'>) {
  return (
    <p className="cl-reads-shown">
      <span className="cl-pane-name">{readsShownText(store)}</span>
    </p>
  );
}

/** A pane whose timepoint is the charter's choice has none. */
function optionsOf(
  store: ComparedCase,
  { current, compares }: PaneInfo,
  options: readonly PaneMenuOption[]
): readonly PaneMenuOption[] {
  if (current) return options;
  return compares ? options.filter(({ value }) => canCompare(store, value)) : [];
}

const canCompare = (store: ComparedCase, label: string): boolean =>
  store.comparisons().some(({ timepoint }) => timepoint === label);

/** What each read has of the difference in hand at this pane's timepoint, in words: a missing mark is one. */
function Legend({ store, pane }: Pick<PanePart, 'store' | 'pane'>) {
  const { difference, compared } = store;
  const lesions: ShownDifference['lesions'] = difference?.lesions ?? {};
  const about = keysIn(lesions);
  if (about.every(key => lesions[key] === null)) return null;
  const study = compared.studies.find(({ timepoint }) => timepoint === pane.timepoint);
  return (
    <ul className="cl-list cl-mark-legend">
      {about.map(side => {
        const lesion = lesionAt(compared.sides[side], study?.timepointId ?? null, lesions[side]);
        const marked = readMark(lesion) !== null;
        return (
          <li
            key={side}
            className={`cl-row cl-read-${side}-text`}
            data-legend={side}
          >
            <LineSample side={side} />
            {marked && lesion !== undefined
              ? markLabel(side, lesion)
              : text('adj.noMark', { read: readNames[side] })}
          </li>
        );
      })}
    </ul>
  );
}

function Marks({ store, services, pane }: PanePart) {
  const found = panesOf(services).find(({ viewportId }) => viewportId === pane.viewportId);
  const image = parseImageId(found?.viewport.getCornerstoneImage()?.imageId ?? '');
  if (found === undefined || image === null) return null;
  const { shown } = store.getSnapshot();
  const choice = { shown, lesions: store.difference?.lesions ?? null };
  return (
    <MarkOverlay
      viewport={found.viewport}
      place={pane.element}
      marks={marksOnImage(store.compared, choice, image.sopInstanceUid)}
    />
  );
}

function PaneText(parts: PanePart) {
  const { store, bench, pane } = parts;
  const { linked, offsets, panes } = bench.getSnapshot();
  const { imageTrouble, prompt } = store.getSnapshot();
  const trouble = imageTrouble === null ? null : imageTroubleText(imageTrouble);
  return (
    <KeyGuard className={`cl-pane-layer cl-pane-layer-${pane.current ? 'current' : 'comparison'}`}>
      <div>
        <Header {...parts} />
        <ReadsShown store={store} />
      </div>
      <div>
        <Legend
          store={store}
          pane={pane}
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
          prompt={trouble ?? (pane.current && pane.first ? prompt : null)}
        />
      </div>
    </KeyGuard>
  );
}

/** What stands over the panes of one case of several reads: their marks, then the words. */
export function ComparedLayer(parts: LayerParts) {
  const { store, bench } = parts;
  const { panes, overlay } = useSyncExternalStore(bench.subscribe, bench.getSnapshot);
  useSyncExternalStore(store.subscribe, store.getSnapshot);
  return (
    <>
      {panes.map(pane => (
        <OverPane
          key={pane.viewportId}
          element={pane.element}
        >
          <Marks
            {...parts}
            pane={pane}
          />
          {overlay ? (
            <PaneText
              {...parts}
              pane={pane}
            />
          ) : null}
        </OverPane>
      ))}
    </>
  );
}

/** Lays it over the panes; the returned function takes it away. */
export const mountComparedLayer = (parts: LayerParts): (() => void) =>
  mountLayer(<ComparedLayer {...parts} />);
