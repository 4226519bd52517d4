import { describe, expect, it } from '@jest/globals';
import mode, { lesionPanelId, protocolId } from './mode.js';

const basic = {
  id: '@ohif/mode-basic',
  hide: true,
  extensions: { '@ohif/extension-default': '^3.0.0' },
  routes: [
    {
      path: 'basic',
      layoutTemplate: () => null,
      layoutInstance: { id: 'layout', props: { leftPanels: ['study list'], viewports: ['v'] } },
    },
  ],
  onModeEnter: () => undefined,
  onModeExit: () => undefined,
};

const made = () =>
  Promise.resolve(
    mode.modeFactory({ loadModules: () => Promise.resolve([{ modeInstance: basic }]) })
  );

describe('the RECIST mode', () => {
  it('is its own route with its own protocol', async () => {
    expect(await made()).toMatchObject({
      id: '@corelab/mode-oncology-recist',
      routeName: 'oncology-recist',
      hangingProtocol: protocolId,
      hide: false,
    });
  });

  it('shows the lesion panel and no study list', async () => {
    expect(await made()).toMatchObject({
      routes: [
        {
          layoutInstance: {
            props: { leftPanels: [], rightPanels: [lesionPanelId], viewports: ['v'] },
          },
        },
      ],
    });
  });

  it('leaves the host mode it inherits from as it was', async () => {
    await made();
    expect(basic.routes[0]?.layoutInstance.props.leftPanels).toEqual(['study list']);
  });

  it('lists only extensions the host itself can load', async () => {
    const { extensions } = (await made()) as { extensions: Record<string, string> };
    expect(Object.keys(extensions).filter(id => !id.startsWith('@ohif/'))).toEqual([]);
  });

  it('says what is wrong when the host has no basic mode', async () => {
    await expect(
      Promise.resolve(mode.modeFactory({ loadModules: () => Promise.resolve([undefined]) }))
    ).rejects.toThrow('CL_HOST_MODE');
  });
});
