import { inheritedMode, lookingTools } from '@corelab/host';

export const routeName = 'consensus';
/** Studies in the order of the address, side by side: the same hanging as a read's. */
export const protocolId = '@corelab/recist';
export const meetingPanelId = '@corelab/extension-oncology.panelModule.meeting';

/** From this width of the window, px, the panel takes its full width beside two panes. */
const wideFromPx = 1600;

/** All reads of one subject over the same images, and the one on which their readers agree. No tool measures. */
const mode = inheritedMode({
  id: '@corelab/mode-consensus',
  routeName,
  displayName: 'Consensus',
  protocolId,
  panelId: meetingPanelId,
  panelWidth: window => (window < wideFromPx ? 420 : 520),
  toolbarButtons: lookingTools,
  toolbarSections: { primary: lookingTools.map(({ id }) => id) },
});

export default mode;
