import { inheritedMode, lookingTools } from '@corelab/host';

export const routeName = 'adjudication';
/** Studies in the order of the address, side by side: the same hanging as a read's. */
export const protocolId = '@corelab/recist';
export const adjudicationPanelId = '@corelab/extension-oncology.panelModule.adjudication';

/** From this width of the window, px, the panel takes its full width beside two panes. */
const wideFromPx = 1600;

/** Two reads of one subject over the same images, and the choice between them. No tool measures. */
const mode = inheritedMode({
  id: '@corelab/mode-adjudication',
  routeName,
  displayName: 'Adjudication',
  protocolId,
  panelId: adjudicationPanelId,
  panelWidth: window => (window < wideFromPx ? 400 : 520),
  toolbarButtons: lookingTools,
  toolbarSections: { primary: lookingTools.map(({ id }) => id) },
});

export default mode;
