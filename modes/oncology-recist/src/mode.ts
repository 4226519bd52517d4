import type { HostModeDefinition, HostServices } from '@corelab/host';
import { toolbarButtons, toolbarSections } from './toolbar.js';

export const routeName = 'oncology-recist';
export const protocolId = '@corelab/recist';
export const lesionPanelId = '@corelab/extension-oncology.panelModule.lesions';

/** From this width of the window, px, the panel takes its full width beside two panes. */
const wideFromPx = 1600;

interface ModeHookArguments {
  servicesManager: { services: HostServices };
}

type ModeHook = (this: unknown, args: ModeHookArguments) => void;

/** What is inherited from the host's basic mode. Its hooks work on `this`. */
interface BasicInstance {
  routes: { path: string; layoutInstance: { id: string; props: Record<string, unknown> } }[];
  extensions: Record<string, string>;
  onModeEnter: ModeHook;
  onModeExit: ModeHook;
}

function isBasicInstance(value: unknown): value is BasicInstance {
  return (
    typeof value === 'object' &&
    value !== null &&
    'routes' in value &&
    'extensions' in value &&
    'onModeEnter' in value &&
    'onModeExit' in value
  );
}

/** An address may name another hanging protocol, which would undo the blinded order of the studies. */
function requireProtocol(search: string): void {
  const asked = [...new URLSearchParams(search)].find(
    ([name]) => name.toLowerCase() === 'hangingprotocolid'
  );
  if (asked !== undefined && asked[1] !== protocolId) {
    throw new Error(
      `CL_PROTOCOL_REFUSED: this mode is read with ${protocolId}, not with "${asked[1]}".`
    );
  }
}

/** The mode from the host's basic one: its viewports and tools, with our panel, protocol and toolbar alone. */
export function recistInstance(basic: BasicInstance): BasicInstance & Record<string, unknown> {
  const route = basic.routes[0];
  if (route === undefined)
    throw new Error('CL_HOST_MODE: @ohif/mode-basic has no route to inherit from.');
  const layoutInstance = {
    ...route.layoutInstance,
    props: {
      ...route.layoutInstance.props,
      leftPanels: [],
      leftPanelClosed: true,
      rightPanels: [lesionPanelId],
      rightPanelClosed: false,
      rightPanelInitialExpandedWidth: globalThis.innerWidth < wideFromPx ? 360 : 440,
      rightPanelResizable: true,
    },
  };
  return {
    ...basic,
    id: '@corelab/mode-oncology-recist',
    routeName,
    displayName: 'RECIST 1.1 read',
    hide: false,
    isValidMode: () => ({ valid: true, description: '' }),
    routes: [{ ...route, path: routeName, layoutInstance }],
    hangingProtocol: protocolId,
    toolbarButtons,
    toolbarSections,
    toolGroupAdditions: {},
    modeCustomizations: {
      'panelSegmentation.disableEditing': { $set: true },
      'ohif.hotkeyBindings': { $set: [] },
    },
    onModeEnter(this: unknown, args) {
      requireProtocol(globalThis.location.search);
      basic.onModeEnter.call(this, args);
    },
    onModeExit(this: unknown, args) {
      basic.onModeExit.call(this, args);
    },
  };
}

/** Reading of CT timepoints under RECIST 1.1: current timepoint beside an earlier one, lesion panel on the right. */
const mode: HostModeDefinition = {
  id: '@corelab/mode-oncology-recist',
  async modeFactory({ loadModules }) {
    const [basic] = await loadModules(['@ohif/mode-basic']);
    const instance =
      typeof basic === 'object' && basic !== null && 'modeInstance' in basic
        ? basic.modeInstance
        : undefined;
    if (!isBasicInstance(instance)) {
      throw new Error('CL_HOST_MODE: the host offers no @ohif/mode-basic to inherit from.');
    }
    return recistInstance(instance);
  },
};

export default mode;
