import { inheritedMode, lookingTools, mouseTool } from '@corelab/host';

export const routeName = 'exam-qc';
export const protocolId = '@corelab/exam-qc';
export const examPanelId = '@corelab/extension-staff.panelModule.exam';

/** From this width of the window, px, the panel takes its full width beside the panes. */
const wideFromPx = 1600;

/** Lengths are for checking the imaging protocol: nothing of them is kept. */
const toolbarButtons = [
  ...lookingTools,
  mouseTool('Length', 'tool-length', 'Length', 'Length: one line; it is not kept'),
];

/** The series of one exam, with what is checked and decided of them beside. */
const mode = inheritedMode({
  id: '@corelab/mode-exam-qc',
  routeName,
  displayName: 'QC of an exam',
  protocolId,
  panelId: examPanelId,
  panelWidth: window => (window < wideFromPx ? 440 : 560),
  toolbarButtons,
  toolbarSections: { primary: toolbarButtons.map(({ id }) => id) },
});

export default mode;
