import { createElement } from 'react';
import {
  closeCommands,
  goToAddress,
  hostComponent,
  navigateWith,
  type HostExtension,
} from '@corelab/host';
import { KeyGuard, offerKeys, setLanguage } from '@corelab/ui';
import { CaseStripHeader } from './CaseStripHeader.js';
import { aboutDialog, preferencesDialog, showDialogsWith } from './hostDialogs.js';
import { listKeyLines } from './listKeys.js';
import { NotFound } from './room/NotFound.js';
import { ReadingListPage } from './ReadingListPage.js';
import { startSessionGuard } from './sessionGuard.js';

offerKeys(() => [listKeyLines()]);

/** The trial's pages in the host: the reading list at `/`. Needs the host's own study list off. */
const extension: HostExtension = {
  id: '@corelab/extension-trial',
  preRegistration: ({ commandsManager, servicesManager }) => {
    navigateWith(commandsManager);
    showDialogsWith(servicesManager.services);
    // Also for the page that is not there, which no page of a person's own comes before.
    setLanguage(document.documentElement.lang || navigator.language);
    startSessionGuard();
  },
  onModeEnter: ({ commandsManager }) => void closeCommands(commandsManager),
  getCustomizationModule: () => [
    {
      name: 'global',
      value: {
        'ohif.aboutModal': { $set: aboutDialog },
        'ohif.userPreferencesModal': { $set: preferencesDialog },
        // Colours are chosen in Preferences and kept per account; the host would keep them per browser.
        'ohif.appearanceModal': { $set: null },
        'routes.customRoutes': {
          notFoundRoute: {
            $set: {
              path: '*',
              children: hostComponent(
                () =>
                  createElement(KeyGuard, {
                    className: 'cl-room',
                    children: createElement(NotFound),
                  }),
                'cl-root cl-page'
              ),
            },
          },
          routes: {
            $push: [
              {
                path: '/',
                children: hostComponent(() => createElement(ReadingListPage), 'cl-root cl-page'),
              },
            ],
          },
        },
      },
    },
  ],
};

/** For the left end of the host's header: `whiteLabeling.createLogoComponentFn`. */
export const caseStrip = hostComponent(() => createElement(CaseStripHeader, { onGo: goToAddress }));

export { NotFound } from './room/NotFound.js';
export { RoomRail } from './room/RoomRail.js';
export { HatMenu } from './room/HatMenu.js';
export { LeavingNotice, type LeavingNoticeProps } from './room/LeavingNotice.js';
export { RoomMenu } from './room/RoomMenu.js';
export { roleName, trialRoles } from './room/roleName.js';
export {
  firstPageOf,
  pagesOf,
  staffPages,
  trialsWith,
  type StaffPage,
  type StaffPageId,
} from './room/staffPages.js';
export { startRoom, type RoomStart } from './hostDialogs.js';

export default extension;
