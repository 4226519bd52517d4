import { createElement, lazy, Suspense, type ReactElement } from 'react';
import { staffPages, type StaffPageId } from '@corelab/extension-trial';
import { hostComponent, hostImageLoads, type HostExtension, type ImageLoads } from '@corelab/host';
import { announceCase, offerKeys, text } from '@corelab/ui';
import { browserServer } from './frame/server.js';
import { examPlaceOf } from './images/examAddress.js';
import { ExamPanes } from './images/examPanes.js';
import { ExamPanelHere } from './images/ExamPanel.js';
import { examProtocol, examProtocolId } from './images/examProtocol.js';
import { forgetOpenedExam } from './images/openedExams.js';
import { mountPaneNames } from './images/PaneNames.js';
import { StaffPlace } from './frame/StaffRoom.js';
import { FactsPage } from './facts/FactsPage.js';
import { IntakePage } from './intake/IntakePage.js';
import { PeoplePage } from './people/PeoplePage.js';
import { PageLoading } from './parts/PageLoading.js';
import { ProgressPage } from './progress/ProgressPage.js';
import { QcPage } from './qc/QcPage.js';
import { ResultsPage } from './results/ResultsPage.js';

/** Editor and schema are a file of their own: only who opens the page loads them. */
const TrialsPage = lazy(async () => ({
  default: (await import('./trials/TrialsPage.js')).TrialsPage,
}));

/** So is the record, which few look at. */
const AuditPage = lazy(async () => ({
  default: (await import('./audit/AuditPage.js')).AuditPage,
}));

/** What stands in the room of each page; a page without one is not offered yet. */
const contents: Partial<Record<StaffPageId, () => ReactElement>> = {
  trials: () =>
    createElement(Suspense, { fallback: createElement(PageLoading) }, createElement(TrialsPage)),
  audit: () =>
    createElement(Suspense, { fallback: createElement(PageLoading) }, createElement(AuditPage)),
  intake: () => createElement(IntakePage),
  facts: () => createElement(FactsPage),
  people: () => createElement(PeoplePage),
  progress: () => createElement(ProgressPage),
  qc: () => createElement(QcPage),
  results: () => createElement(ResultsPage),
};

const server = browserServer();

const routes = staffPages.flatMap(page => {
  const content = contents[page.id];
  if (content === undefined) return [];
  const render = () => createElement(StaffPlace, { page, server, children: content() });
  return [{ path: page.path, children: hostComponent(render, 'cl-root cl-page') }];
});

offerKeys(() => [
  { title: text('keys.qcTitle'), lines: [{ keys: 'I', label: text('qc.images.open') }] },
]);

/** Of the exam whose images are open; they live as long as its mode, the panel only while its tab is shown. */
let viewer: {
  readonly panes: ExamPanes;
  readonly loads: ImageLoads;
  readonly stop: () => void;
} | null = null;

/** The pages of the core lab's staff in the host, and the panel beside the images of an exam. */
const extension: HostExtension = {
  id: '@corelab/extension-staff',
  getPanelModule: ({ servicesManager: { services }, extensionManager }) => [
    {
      name: 'exam',
      iconName: 'tab-linear',
      iconLabel: text('room.qc'),
      label: text('room.qc'),
      component: hostComponent(() => {
        if (viewer === null) {
          const panes = new ExamPanes(services, task => void setTimeout(task, 0));
          panes.start(document);
          const stopNames = mountPaneNames(panes);
          const stop = (): void => {
            stopNames();
            panes.stop();
          };
          viewer = { panes, loads: hostImageLoads(extensionManager), stop };
        }
        return createElement(ExamPanelHere, { server, panes: viewer.panes, loads: viewer.loads });
      }),
    },
  ],
  getHangingProtocolModule: () => [
    {
      name: examProtocolId,
      protocol: () => ({
        protocol: examProtocol(examPlaceOf(globalThis.location.search)?.series ?? 1),
      }),
    },
  ],
  onModeExit: () => {
    if (viewer === null) return;
    viewer.stop();
    viewer = null;
    forgetOpenedExam();
    announceCase(null);
  },
  getCustomizationModule: () => [
    { name: 'global', value: { 'routes.customRoutes': { routes: { $push: routes } } } },
  ],
};

export default extension;
