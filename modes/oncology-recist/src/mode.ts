import { inheritedMode } from '@corelab/host';
import { toolbarButtons, toolbarSections } from './toolbar.js';

export const routeName = 'oncology-recist';
export const protocolId = '@corelab/recist';
export const lesionPanelId = '@corelab/extension-oncology.panelModule.lesions';

/** From this width of the window, px, the panel takes its full width beside two panes. */
const wideFromPx = 1600;

/** Reading of CT timepoints under RECIST 1.1: current timepoint beside an earlier one, lesion panel on the right. */
const mode = inheritedMode({
  id: '@corelab/mode-oncology-recist',
  routeName,
  displayName: 'RECIST 1.1 read',
  protocolId,
  panelId: lesionPanelId,
  panelWidth: window => (window < wideFromPx ? 360 : 440),
  toolbarButtons,
  toolbarSections,
});

export default mode;
