import { describe, expect, it } from '@jest/globals';
import mode, { adjudicationPanelId } from './mode.js';

const basic = {
  id: '@ohif/mode-basic',
  extensions: {},
  routes: [{ path: 'basic', layoutInstance: { id: 'layout', props: {} } }],
  onModeEnter: () => undefined,
  onModeExit: () => undefined,
};

const made = () =>
  Promise.resolve(
    mode.modeFactory({ loadModules: () => Promise.resolve([{ modeInstance: basic }]) })
  );

describe('the mode of an adjudication', () => {
  it('is its own route with the panel of an adjudication alone', async () => {
    expect(await made()).toMatchObject({
      id: '@corelab/mode-adjudication',
      routeName: 'adjudication',
      routes: [
        {
          path: 'adjudication',
          layoutInstance: { props: { leftPanels: [], rightPanels: [adjudicationPanelId] } },
        },
      ],
    });
  });

  it('offers no tool that measures', async () => {
    const { toolbarButtons, toolbarSections } = (await made()) as {
      toolbarButtons: { id: string }[];
      toolbarSections: Record<string, string[]>;
    };
    expect(toolbarButtons.map(({ id }) => id)).toEqual(['WindowLevel', 'Pan', 'Zoom']);
    expect(toolbarSections).toEqual({ primary: ['WindowLevel', 'Pan', 'Zoom'] });
  });
});
