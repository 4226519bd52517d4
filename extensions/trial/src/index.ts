import { createElement } from 'react';
import { hostComponent, type HostExtension } from '@corelab/host';
import { ReadingListPage } from './ReadingListPage.js';

/** The trial's pages in the host: the reading list at `/`. Needs the host's own study list off. */
const extension: HostExtension = {
  id: '@corelab/extension-trial',
  getCustomizationModule: () => [
    {
      name: 'global',
      value: {
        'routes.customRoutes': {
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

export default extension;
