import { createElement } from 'react';
import { hostComponent, type HostExtension } from '@corelab/host';
import { offerKeys, text } from '@corelab/ui';
import { keyGroups } from './keys/keymap.js';
import { LesionPanel } from './panel/LesionPanel.js';
import { closeCase } from './case/openCase.js';
import { recistProtocol, recistProtocolId, studyCount } from './images/recistProtocol.js';

offerKeys(keyGroups);

/** Oncology reading: the lesion panel and the hanging protocols of its modes. */
const extension: HostExtension = {
  id: '@corelab/extension-oncology',
  getPanelModule: ({ servicesManager, commandsManager, extensionManager }) => [
    {
      name: 'lesions',
      iconName: 'tab-linear',
      iconLabel: text('panel.name'),
      label: text('panel.name'),
      component: hostComponent(() =>
        createElement(LesionPanel, {
          services: servicesManager.services,
          commandsManager,
          extensionManager,
        })
      ),
    },
  ],
  onModeExit: () => closeCase(),
  getHangingProtocolModule: () => [
    {
      name: recistProtocolId,
      protocol: () => ({ protocol: recistProtocol(studyCount(globalThis.location.search)) }),
    },
  ],
};

export default extension;
