import { createElement, lazy, Suspense, type ReactElement } from 'react';
import { staffPages, type StaffPageId } from '@corelab/extension-trial';
import { hostComponent, type HostExtension } from '@corelab/host';
import { browserServer } from './frame/server.js';
import { StaffPlace } from './frame/StaffRoom.js';
import { IntakePage } from './intake/IntakePage.js';
import { PeoplePage } from './people/PeoplePage.js';
import { PageLoading } from './parts/PageLoading.js';
import { ProgressPage } from './progress/ProgressPage.js';
import { QcPage } from './qc/QcPage.js';

/** Editor and schema are a file of their own: only who opens the page loads them. */
const TrialsPage = lazy(async () => ({
  default: (await import('./trials/TrialsPage.js')).TrialsPage,
}));

/** What stands in the room of each page; a page without one is not offered yet. */
const contents: Partial<Record<StaffPageId, () => ReactElement>> = {
  trials: () =>
    createElement(Suspense, { fallback: createElement(PageLoading) }, createElement(TrialsPage)),
  intake: () => createElement(IntakePage),
  people: () => createElement(PeoplePage),
  progress: () => createElement(ProgressPage),
  qc: () => createElement(QcPage),
};

const server = browserServer();

const routes = staffPages.flatMap(page => {
  const content = contents[page.id];
  if (content === undefined) return [];
  const render = () => createElement(StaffPlace, { page, server, children: content() });
  return [{ path: page.path, children: hostComponent(render, 'cl-root cl-page') }];
});

/** The pages of the core lab's staff in the host. */
const extension: HostExtension = {
  id: '@corelab/extension-staff',
  getCustomizationModule: () => [
    { name: 'global', value: { 'routes.customRoutes': { routes: { $push: routes } } } },
  ],
};

export default extension;
