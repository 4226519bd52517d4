import { describe, expect, it } from '@jest/globals';
import { inheritedMode } from './inheritedMode.js';
import type { HostServices } from './types.js';

const own = {
  ...{ id: '@corelab/mode-x', routeName: 'x', displayName: 'X', protocolId: 'blinded' },
  ...{ panelId: 'panel', panelWidth: () => 440, toolbarButtons: [], toolbarSections: {} },
};

interface Entered {
  onModeEnter(args: { servicesManager: { services: HostServices } }): void;
}

/** Enters the mode at an address; answers whether the host's own work of entering was done. */
async function enter(search: string): Promise<boolean> {
  let done = false;
  const modeInstance = {
    ...{ routes: [{ path: 'basic', layoutInstance: { id: 'layout', props: {} } }], extensions: {} },
    onModeEnter: () => {
      done = true;
    },
    onModeExit: () => undefined,
  };
  globalThis.history.replaceState(null, '', `/x${search}`);
  const mode = (await inheritedMode(own).modeFactory({
    modeConfiguration: {},
    loadModules: async () => [{ modeInstance }],
  })) as unknown as Entered;
  mode.onModeEnter({ servicesManager: { services: {} as HostServices } });
  return done;
}

describe('a mode of ours', () => {
  it('is entered with studies, a read and its own protocol', async () => {
    expect(await enter('?StudyInstanceUIDs=2.25.1&read=abc&hangingprotocolid=blinded')).toBe(true);
  });

  it.each([
    ['?hangingprotocolid=default', 'CL_PROTOCOL_REFUSED'],
    ['?HangingProtocolId=default', 'CL_PROTOCOL_REFUSED'],
    ['?stageid=2', 'CL_ADDRESS_REFUSED'],
    ['?read=abc&customization=veterinary', 'CL_ADDRESS_REFUSED'],
    ['?configUrl=https://elsewhere.example/c.json', 'CL_ADDRESS_REFUSED'],
    ['?token=x', 'CL_ADDRESS_REFUSED'],
  ])('refuses %s', async (search, code) => {
    await expect(enter(search)).rejects.toThrow(code);
  });
});
