import type { ToolbarButton } from '@corelab/host';

const toolGroups = ['default', 'mpr', 'SRToolGroup', 'volume3d'];

const tool = (id: string, icon: string, label: string, tooltip: string): ToolbarButton => ({
  id,
  uiType: 'ohif.toolButton',
  props: {
    icon,
    label,
    tooltip,
    commands: {
      commandName: 'setToolActiveToolbar',
      commandOptions: { toolGroupIds: toolGroups, toolName: id },
    },
    evaluate: 'evaluate.cornerstoneTool',
  },
});

/** The tools a RECIST reader uses; what lists series, protocols or tags is not among them. */
export const toolbarButtons: readonly ToolbarButton[] = [
  tool('WindowLevel', 'tool-window-level', 'Window', 'Window and level: drag on the image'),
  tool('Pan', 'tool-move', 'Pan', 'Pan: drag on the image'),
  tool('Zoom', 'tool-zoom', 'Zoom', 'Zoom: drag on the image'),
  tool('Length', 'tool-length', 'Length', 'Longest diameter: one line'),
  tool(
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
