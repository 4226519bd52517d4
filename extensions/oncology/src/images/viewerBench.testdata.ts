import type { ReadContext } from '@corelab/client';
import type {
  CommandsManager,
  CornerstoneTools,
  HostMeasurement,
  HostServices,
} from '@corelab/host';
import type { Mark } from '@corelab/reads';
import { openBench } from '../case/caseBench.testdata.js';
import { PanePlacer } from './panePlacer.js';
import { ViewerLink } from './viewerLink.js';

type Listener = (payload: unknown) => void;

function publisher(...names: string[]) {
  const listeners = new Map<string, Set<Listener>>();
  return {
    EVENTS: Object.fromEntries(names.map(name => [name, name])),
    subscribe(event: string, callback: Listener) {
      const known = listeners.get(event) ?? new Set<Listener>();
      listeners.set(event, known.add(callback));
      return { unsubscribe: () => void known.delete(callback) };
    },
    emit: (event: string, payload: unknown) =>
      [...(listeners.get(event) ?? [])].forEach(listener => listener(payload)),
  };
}

const imageId = (mark: Pick<Mark, 'studyInstanceUid' | 'seriesInstanceUid' | 'sopInstanceUid'>) =>
  `wadors:/x/studies/${mark.studyInstanceUid}/series/${mark.seriesInstanceUid}/instances/${mark.sopInstanceUid}/frames/1`;

/** A mark as the host would hold it after drawing. */
export function measured(uid: string, mark: Mark): HostMeasurement {
  const id = imageId(mark);
  return {
    uid,
    toolName: mark.tool,
    referencedImageId: id,
    points: mark.pointsLps,
    data: {
      [`imageId:${id}`]: {
        length: mark.longestDiameterMm,
        width: mark.shortAxisMm,
        unit: 'mm',
        widthUnit: 'mm',
      },
    },
  };
}

/** Two panes of ten slices each and a measurement service with the host's events. */
export async function viewerBench(context: ReadContext) {
  const studies = context.studies.map(({ studyInstanceUid }) => studyInstanceUid);
  const displaySets = studies.map(study => ({
    displaySetInstanceUID: `ds-${study}`,
    StudyInstanceUID: study,
    SeriesInstanceUID: `${study}.1`,
    FrameOfReferenceUID: `${study}.9`,
    instances: Array.from({ length: 10 }, (_, index) => {
      const place = {
        studyInstanceUid: study,
        seriesInstanceUid: `${study}.1`,
        sopInstanceUid: `${study}.1.${index + 1}`,
      };
      return {
        SOPInstanceUID: place.sopInstanceUid,
        ImagePositionPatient: [0, 0, index + 1],
        ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
        imageId: imageId(place),
      };
    }),
  }));
  const viewports = displaySets.map(({ instances }, pane) => {
    let index = 0;
    return {
      id: `pane-${pane}`,
      setImageIdIndex: (next: number) => Promise.resolve((index = next)),
      getCurrentImageIdIndex: () => index,
      getCurrentImageId: () => instances[index]?.imageId,
      getCornerstoneImage: () => ({ imageId: instances[index]?.imageId }),
      getImageIds: () => instances.map(instance => instance.imageId),
      render: () => undefined,
      getProperties: () => ({ voiRange: { lower: -160, upper: 239 } }),
    };
  });
  const held = new Map<string, HostMeasurement>();
  const measurements = publisher(
    'MEASUREMENT_ADDED',
    'MEASUREMENT_UPDATED',
    'RAW_MEASUREMENT_ADDED',
    'MEASUREMENT_REMOVED',
    'MEASUREMENTS_CLEARED'
  );
  const hold = (event: string, measurement: HostMeasurement): void => {
    held.set(measurement.uid, measurement);
    measurements.emit(event, { measurement });
  };
  const measurementService = {
    ...measurements,
    getMeasurement: (uid: string) => held.get(uid),
    update: (uid: string, measurement: HostMeasurement) => held.set(uid, measurement),
    remove: (uid: string) => {
      held.delete(uid);
      measurements.emit('MEASUREMENT_REMOVED', { measurement: uid });
    },
    toggleLockMeasurement: (uid: string) => {
      const measurement = held.get(uid);
      if (measurement !== undefined) {
        held.set(uid, { ...measurement, isLocked: measurement.isLocked !== true });
      }
    },
    getSource: () => ({ name: 'Cornerstone3DTools', version: '0.1', uid: 's' }),
    getSourceMappings: () => [
      { annotationType: 'Bidirectional', toMeasurementSchema: (data: unknown) => data },
    ],
    addRawMeasurement: (_source: unknown, toolName: string, { uid }: { uid: string }) => {
      hold('RAW_MEASUREMENT_ADDED', { uid, toolName, data: {} });
      return uid;
    },
  };
  const active = { pane: 'pane-1' };
  const services = {
    measurementService,
    displaySetService: {
      ...publisher('DISPLAY_SETS_ADDED'),
      getActiveDisplaySets: () => displaySets,
      getDisplaySetByUID: (uid: string) =>
        displaySets.find(set => set.displaySetInstanceUID === uid),
      getDisplaySetsForSeries: (uid: string) =>
        displaySets.filter(set => set.SeriesInstanceUID === uid),
    },
    viewportGridService: {
      ...publisher('VIEWPORTS_READY'),
      getActiveViewportId: () => active.pane,
      setActiveViewportId: (id: string) => {
        active.pane = id;
      },
      getState: () => ({
        activeViewportId: active.pane,
        viewports: new Map(
          displaySets.map((set, pane) => [
            `pane-${pane}`,
            { viewportId: `pane-${pane}`, displaySetInstanceUIDs: [set.displaySetInstanceUID] },
          ])
        ),
      }),
    },
    cornerstoneViewportService: {
      ...publisher('VIEWPORT_DATA_CHANGED'),
      getCornerstoneViewport: (id: string) => viewports.find(viewport => viewport.id === id),
    },
    toolGroupService: { getToolGroup: () => undefined },
  } as unknown as HostServices;
  const tools: unknown[] = [];
  const commands = {
    runCommand: (_name: string, options: { toolName: string }) => tools.push(options.toolName),
  } as unknown as CommandsManager;
  const tasks: (() => void)[] = [];
  const opened = await openBench(context);
  const styles = new Map<string, string>();
  const marks = {
    annotation: {
      config: {
        style: {
          setAnnotationStyles: (uid: string, { lineWidth }: { lineWidth: string }) =>
            styles.set(uid, lineWidth),
        },
      },
    },
  } as unknown as CornerstoneTools;
  const cornerstone = {
    metaData: {
      get: (_kind: string, id: string) => ({
        imagePositionPatient: [0, 0, Number(/\.(\d+)\/frames/.exec(id)?.[1])],
        rowCosines: [1, 0, 0],
        columnCosines: [0, 1, 0],
      }),
    },
  };
  const placer = new PanePlacer(services, opened.store.context, cornerstone, {
    shown: () => [],
    all: () => [],
    brings: () => undefined,
    holds: () => true,
  });
  const link = new ViewerLink({
    store: opened.store,
    services,
    commands,
    tools: marks,
    placer,
    alsoShown: () => [],
    window,
    later: task => void tasks.push(task),
  });
  link.start();
  const settle = (): void => {
    while (tasks.length > 0) {
      tasks.shift()?.();
    }
  };
  settle();
  return {
    ...opened,
    link,
    placer,
    styles,
    held,
    tools,
    active,
    viewports,
    settle,
    hold,
    measurements,
  };
}
