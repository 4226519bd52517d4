import { describe, expect, it } from '@jest/globals';
import mode, { examPanelId, protocolId } from './mode.js';

const basic = {
  id: '@ohif/mode-basic',
  extensions: {},
  routes: [{ path: 'basic', layoutInstance: { id: 'layout', props: { leftPanels: ['studies'] } } }],
  onModeEnter: () => undefined,
  onModeExit: () => undefined,
};

const made = () =>
  Promise.resolve(
    mode.modeFactory({ loadModules: () => Promise.resolve([{ modeInstance: basic }]) })
  );

describe('the mode of an exam in QC', () => {
  it('is its own route with the panel of the exam and no list of studies', async () => {
    expect(await made()).toMatchObject({
      ...{ id: '@corelab/mode-exam-qc', routeName: 'exam-qc', hangingProtocol: protocolId },
      routes: [
        {
          path: 'exam-qc',
          layoutInstance: { props: { leftPanels: [], rightPanels: [examPanelId] } },
        },
      ],
    });
  });

  it('measures lengths and nothing else', async () => {
    const { toolbarSections } = (await made()) as { toolbarSections: Record<string, string[]> };
    expect(toolbarSections).toEqual({ primary: ['WindowLevel', 'Pan', 'Zoom', 'Length'] });
  });
});
