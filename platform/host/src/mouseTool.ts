import type { ToolbarButton } from './types.js';

const toolGroups = ['default', 'mpr', 'SRToolGroup', 'volume3d'];

/** A button of the header's row that gives a tool of the host to the left mouse button. */
export const mouseTool = (
  id: string,
  icon: string,
  label: string,
  tooltip: string
): ToolbarButton => ({
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

/** For looking at images without measuring. */
export const lookingTools: readonly ToolbarButton[] = [
  mouseTool('WindowLevel', 'tool-window-level', 'Window', 'Window and level: drag on the image'),
  mouseTool('Pan', 'tool-move', 'Pan', 'Pan: drag on the image'),
  mouseTool('Zoom', 'tool-zoom', 'Zoom', 'Zoom: drag on the image'),
];
