import { createElement } from 'react';
import { hostComponent, type HostExtension } from '@corelab/host';
import { offerKeys, text } from '@corelab/ui';
import { AdjudicationCasePanel } from './adjudication/AdjudicationCasePanel.js';
import { closeAdjudication } from './adjudication/openAdjudication.js';
import { adjudicationKeyGroups } from './keys/adjudicationKeys.js';
import { keyGroups } from './keys/keymap.js';
import { meetingKeyGroups } from './keys/meetingKeys.js';
import { LesionPanel } from './panel/LesionPanel.js';
import { closeCase } from './case/openCase.js';
import { MeetingCasePanel } from './consensus/MeetingCasePanel.js';
import { closeMeeting } from './consensus/openMeeting.js';
import { recistProtocol, recistProtocolId, studyCount } from './images/recistProtocol.js';

offerKeys(keyGroups);
// The images' keys are those of a read.
offerKeys(() => adjudicationKeyGroups().slice(0, 2));
offerKeys(() => meetingKeyGroups().slice(0, 1));

/** Oncology reading, its adjudication and the readers' consensus: the panels and hanging protocols of the modes. */
const extension: HostExtension = {
  id: '@corelab/extension-oncology',
  getPanelModule: ({ servicesManager, commandsManager, extensionManager }) => {
    const host = { services: servicesManager.services, commandsManager, extensionManager };
    return [
      {
        name: 'lesions',
        iconName: 'tab-linear',
        iconLabel: text('panel.name'),
        label: text('panel.name'),
        component: hostComponent(() => createElement(LesionPanel, host)),
      },
      {
        name: 'adjudication',
        iconName: 'tab-linear',
        iconLabel: text('adj.panel'),
        label: text('adj.panel'),
        component: hostComponent(() => createElement(AdjudicationCasePanel, host)),
      },
      {
        name: 'meeting',
        iconName: 'tab-linear',
        iconLabel: text('meet.title'),
        label: text('meet.title'),
        component: hostComponent(() => createElement(MeetingCasePanel, host)),
      },
    ];
  },
  onModeExit: () => {
    closeCase();
    closeAdjudication();
    closeMeeting();
  },
  getHangingProtocolModule: () => [
    {
      name: recistProtocolId,
      protocol: () => ({ protocol: recistProtocol(studyCount(globalThis.location.search)) }),
    },
  ],
};

export default extension;
