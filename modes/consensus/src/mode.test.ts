import { describe, expect, it } from '@jest/globals';
import mode, { meetingPanelId } from './mode.js';

const basic = {
  id: '@ohif/mode-basic',
  extensions: {},
  routes: [{ path: 'basic', layoutInstance: { id: 'layout', props: {} } }],
  onModeEnter: () => undefined,
  onModeExit: () => undefined,
};

describe('the mode of readers who meet', () => {
  it('is its own route with the panel of a meeting alone, and no tool that measures', async () => {
    const made = await mode.modeFactory({
      loadModules: () => Promise.resolve([{ modeInstance: basic }]),
    });
    expect(made).toMatchObject({
      id: '@corelab/mode-consensus',
      routeName: 'consensus',
      routes: [
        {
          path: 'consensus',
          layoutInstance: { props: { leftPanels: [], rightPanels: [meetingPanelId] } },
        },
      ],
      toolbarSections: { primary: ['WindowLevel', 'Pan', 'Zoom'] },
    });
  });
});
