import {
  blindingCustomizations,
  startupCheckExtension,
  stockModeStubs,
  type HostExtension,
  type HostModeDefinition,
} from '@corelab/host';

/** What the server says is deployed (`GET /api/site`): the reading modes in use and the language. */
export interface SiteDescription {
  modes: { id: string; route: string }[];
  language?: string;
}

/** The host's React, which it hands over for its header alone. */
interface HostReact {
  createElement(component: unknown): unknown;
}

/** Replaces the page by a readable message. */
export type Stop = (title: string, detail: string) => void;

type Query = URLSearchParams | Readonly<Record<string, string | undefined>> | undefined;

/** A part of the page's address, or null; only characters of an id are let through, so it can't leave its folder. */
function idOf(name: 'read' | 'exam', query: Query): string | null {
  const given = valueOf(name, query);
  return given !== null && /^[A-Za-z0-9_-]{1,64}$/.test(given) ? given : null;
}

const valueOf = (name: string, query: Query): string | null =>
  (query instanceof URLSearchParams ? query.get(name) : query?.[name]) ?? null;

/** The `read` of the page's address, or null. */
export const readIdOf = (query: Query): string | null => idOf('read', query);

/**
 * Points the data source at the images of one read, as its reader sees it or as it is replayed, or of one exam in QC.
 * Without any there are none: the address answers 404.
 */
export function dataSourceOfRead<T extends object>(configuration: T, { query }: { query?: Query }) {
  const [read, exam] = [idOf('read', query), idOf('exam', query)];
  const root =
    read === null && exam !== null
      ? `/qc/exams/${exam}/dicomweb`
      : `/${valueOf('task', query) === 'replay' ? 'replays' : 'reads'}/${read ?? 'none'}/dicomweb`;
  return { ...configuration, wadoUriRoot: root, qidoRoot: root, wadoRoot: root };
}

const dataSource = {
  namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
  sourceName: 'corelab',
  configuration: {
    friendlyName: 'Images of this read or exam',
    name: 'corelab',
    wadoUriRoot: '/reads/none/dicomweb',
    qidoRoot: '/reads/none/dicomweb',
    wadoRoot: '/reads/none/dicomweb',
    qidoSupportsIncludeField: false,
    supportsReject: false,
    imageRendering: 'wadors',
    thumbnailRendering: 'wadors',
    enableStudyLazyLoad: true,
    supportsFuzzyMatching: false,
    supportsWildcard: true,
    omitQuotationForMultipartRequest: true,
    singlepart: 'bulkdata,pdf,video',
    bulkDataURI: { enabled: true },
    onConfiguration: dataSourceOfRead,
  },
};

/**
 * The host's configuration: our extensions, the deployed modes with the stock ones removed, no study list, no patient
 * block, blinding in the scope nothing overrides. Throws when the server deploys a mode this bundle does not hold.
 */
export function composeConfiguration(given: {
  site: SiteDescription;
  stop: Stop;
  extensions: readonly HostExtension[];
  modes: readonly HostModeDefinition[];
  /** Modes of every site, whatever is deployed. */
  commonModes: readonly HostModeDefinition[];
  /** Class component for the left end of the host's header, in place of its logo. */
  headerStrip: unknown;
}) {
  const deployed = given.site.modes.map(({ id }) => {
    const mode = given.modes.find(candidate => candidate.id === id);
    if (mode === undefined)
      throw new Error(`CL_MODE_UNKNOWN: the server deploys ${id}, which this build does not hold.`);
    return mode;
  });
  const ids = given.extensions.map(extension => extension.id);
  return {
    routerBasename: '/',
    extensions: [...given.extensions, startupCheckExtension(ids, given.stop)],
    modes: [...stockModeStubs, ...given.commonModes, ...deployed],
    customizationService: { global: blindingCustomizations },
    whiteLabeling: {
      createLogoComponentFn: (react: HostReact) => react.createElement(given.headerStrip),
    },
    showStudyList: false,
    showPatientInfo: 'disabled',
    investigationalUseDialog: { option: 'never' },
    // The host's indicator covers the panel too, and stays for ever when a timepoint has nothing to show.
    showLoadingIndicator: false,
    // Called at every failed image; without it the host throws there, and whoever listens after it hears nothing.
    httpErrorHandler: () => undefined,
    showWarningMessageForCrossOrigin: false,
    showCPUFallbackMessage: true,
    strictZSpacingForVolumeViewport: true,
    maxNumberOfWebWorkers: 3,
    maxNumRequests: { interaction: 100, thumbnail: 5, prefetch: 25 },
    studyPrefetcher: { enabled: false },
    defaultDataSourceName: 'corelab',
    dataSources: [dataSource],
  };
}
