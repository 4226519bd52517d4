import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  blindingCustomizations,
  closedCommands,
  guardedCommands,
  stockModeStubs,
} from '@corelab/host';
import { fetchHost } from './hostPackage.js';

/** Every name of the host this project relies on, by where it is used; see platform/host/src/types.ts. */
const names = {
  services: [
    'measurementService',
    'displaySetService',
    'viewportGridService',
    'cornerstoneViewportService',
    'hangingProtocolService',
    'customizationService',
    'toolbarService',
    'toolGroupService',
    'uiNotificationService',
    'uiModalService',
  ],
  events: [
    'MEASUREMENT_ADDED',
    'RAW_MEASUREMENT_ADDED',
    'MEASUREMENT_UPDATED',
    'MEASUREMENT_REMOVED',
    'MEASUREMENTS_CLEARED',
  ],
  methods: [
    'addRawMeasurement',
    'getSourceMappings',
    'getMeasurements',
    'jumpToMeasurement',
    'toggleLockMeasurement',
    'getActiveDisplaySets',
    'getDisplaySetByUID',
    'setDisplaySetsForViewports',
    'getCornerstoneViewport',
    'getCornerstoneLibraries',
    'getActiveProtocol',
    'getModuleEntry',
    'registeredExtensionIds',
    'createContext',
    'registerCommand',
    'runCommand',
    'setImageIdIndex',
    'setAnnotationStyles',
    'setToolConfiguration',
    'setLayout',
    'GRID_STATE_CHANGED',
    'ACTIVE_VIEWPORT_ID_CHANGED',
    'CORNERSTONE_STACK_NEW_IMAGE',
    'CORNERSTONE_VOI_MODIFIED',
    'CORNERSTONE_CAMERA_MODIFIED',
    'CORNERSTONE_IMAGE_RENDERED',
    'voiLutModule',
    'invertViewport',
    'scaleUpViewport',
    'scaleDownViewport',
    'fitViewportToWindow',
    'resetViewport',
    'firstImage',
    'lastImage',
    'previousImage',
    'nextImage',
    'svg-layer',
    'loadImages',
    'loadAndCacheImage',
    'eventTarget',
    'CORNERSTONE_IMAGE_LOAD_FAILED',
    'spatialRegistrationMetadataProvider',
    'browserImportFunction',
  ],
  modules: [
    'preRegistration',
    'getPanelModule',
    'getHangingProtocolModule',
    'getCustomizationModule',
    'getCommandsModule',
    'onModeEnter',
    'onModeExit',
    'loadModules',
    'layoutInstance',
  ],
  configuration: [
    'routerBasename',
    'showStudyList',
    'showPatientInfo',
    'investigationalUseDialog',
    'httpErrorHandler',
    'defaultDataSourceName',
    'onConfiguration',
    'routes.customRoutes',
    'studyInstanceUIDsIndex',
    'rightPanelInitialExpandedWidth',
    'viewerLayoutResizableViewportGridPanel',
  ],
  toolbar: ['ohif.toolButton', 'evaluate.cornerstoneTool', 'setToolActiveToolbar', 'updateSection'],
  customizations: Object.keys(blindingCustomizations),
  commands: [...guardedCommands, ...closedCommands],
  stockModes: stockModeStubs.map(stub => stub.id),
};

describe('the published host', () => {
  let text = '';
  beforeAll(async () => {
    const dist = await fetchHost();
    const files = (await readdir(dist)).filter(
      name => name.endsWith('.js') || name === 'index.html'
    );
    text = (await Promise.all(files.map(name => readFile(join(dist, name), 'utf8')))).join('\n');
  }, 300_000);

  it('has the colours that the contrast of our tokens is computed with', async () => {
    const css = await readFile(join(await fetchHost(), 'app.bundle.css'), 'utf8');
    const recorded = JSON.parse(
      await readFile('platform/ui/src/hostThemes.json', 'utf8')
    ) as Record<string, Record<string, string>>;
    const selectors: Record<string, string> = { default: ':root', dark: '.dark' };
    for (const [theme, tokens] of Object.entries(recorded)) {
      const block = css.split(`${selectors[theme] ?? `.theme-${theme}`}{`)[1]?.split('}', 1)[0];
      const shipped = (block ?? '').split(';');
      const wanted = Object.entries(tokens).map(([name, value]) => `--${name}:${value}`);
      expect(wanted.filter(declaration => !shipped.includes(declaration))).toEqual([]);
    }
  });

  it.each(Object.entries(names))('has every name of: %s', (_where, wanted) => {
    expect(wanted.filter(name => !text.includes(name))).toEqual([]);
  });
});
