import type { HostModeDefinition, HostServices, ToolbarButton } from './types.js';

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

/** What a mode of ours has of its own. */
export interface OwnMode {
  id: string;
  routeName: string;
  displayName: string;
  protocolId: string;
  panelId: string;
  /** Width of the panel in a window of the given width, px. */
  panelWidth(windowWidth: number): number;
  toolbarButtons: readonly ToolbarButton[];
  toolbarSections: Readonly<Record<string, readonly string[]>>;
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

/** What the host takes from an address, in small letters, and no mode of ours is entered with. */
const refusedParameters = ['stageid', 'customization', 'configurl', 'token'];

/**
 * An address may name another hanging protocol, which would undo the blinded order of the studies, or customizations from
 * elsewhere. The server takes such names off an address that it is asked for; a page that goes on by itself asks nobody.
 */
function requireAddress(protocolId: string, search: string): void {
  for (const [name, value] of new URLSearchParams(search)) {
    const plain = name.trim().toLowerCase();
    if (plain === 'hangingprotocolid' && value !== protocolId) {
      throw new Error(
        `CL_PROTOCOL_REFUSED: this mode is read with ${protocolId}, not with "${value}".`
      );
    }
    if (refusedParameters.includes(plain)) {
      throw new Error(`CL_ADDRESS_REFUSED: an address with "${plain}" opens no read.`);
    }
  }
}

function instanceFrom(basic: BasicInstance, own: OwnMode) {
  const route = basic.routes[0];
  if (route === undefined)
    throw new Error('CL_HOST_MODE: @ohif/mode-basic has no route to inherit from.');
  const layoutInstance = {
    ...route.layoutInstance,
    props: {
      ...route.layoutInstance.props,
      leftPanels: [],
      leftPanelClosed: true,
      rightPanels: [own.panelId],
      rightPanelClosed: false,
      rightPanelInitialExpandedWidth: own.panelWidth(globalThis.innerWidth),
      rightPanelResizable: true,
    },
  };
  return {
    ...basic,
    id: own.id,
    routeName: own.routeName,
    displayName: own.displayName,
    hide: false,
    isValidMode: () => ({ valid: true, description: '' }),
    routes: [{ ...route, path: own.routeName, layoutInstance }],
    hangingProtocol: own.protocolId,
    toolbarButtons: own.toolbarButtons,
    toolbarSections: own.toolbarSections,
    toolGroupAdditions: {},
    modeCustomizations: {
      'panelSegmentation.disableEditing': { $set: true },
      'ohif.hotkeyBindings': { $set: [] },
    },
    onModeEnter(this: unknown, args: ModeHookArguments) {
      requireAddress(own.protocolId, globalThis.location.search);
      basic.onModeEnter.call(this, args);
    },
    onModeExit(this: unknown, args: ModeHookArguments) {
      basic.onModeExit.call(this, args);
    },
  };
}

/** A mode made from the host's basic one: its viewports and tools, with our one panel, protocol and toolbar. */
export function inheritedMode(own: OwnMode): HostModeDefinition {
  return {
    id: own.id,
    async modeFactory({ loadModules }) {
      const [basic] = await loadModules(['@ohif/mode-basic']);
      const instance =
        typeof basic === 'object' && basic !== null && 'modeInstance' in basic
          ? basic.modeInstance
          : undefined;
      if (!isBasicInstance(instance)) {
        throw new Error('CL_HOST_MODE: the host offers no @ohif/mode-basic to inherit from.');
      }
      return instanceFrom(instance, own);
    },
  };
}
