import { lookingTools, mouseTool, type ToolbarButton } from '@corelab/host';

/** The tools a RECIST reader uses; what lists series, protocols or tags is not among them. */
export const toolbarButtons: readonly ToolbarButton[] = [
  ...lookingTools,
  mouseTool('Length', 'tool-length', 'Length', 'Longest diameter: one line'),
  mouseTool(
    'Bidirectional',
    'tool-bidirectional',
    'Two diameters',
    'Longest diameter and the one across it'
  ),
];

/** Only the header's row; the corners of the viewports stay empty. */
export const toolbarSections: Readonly<Record<string, readonly string[]>> = {
  primary: toolbarButtons.map(button => button.id),
};
