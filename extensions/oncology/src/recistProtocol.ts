import type { HangingProtocol } from '@corelab/host';

/** Any image series of the study at this place in the address's list; the server offers only what the read may show. */
const seriesOfStudy = (studyIndex: number) => ({
  studyMatchingRules: [
    {
      attribute: 'studyInstanceUIDsIndex',
      from: 'options',
      required: true,
      constraint: { equals: { value: studyIndex } },
    },
  ],
  seriesMatchingRules: [
    { attribute: 'numImageFrames', constraint: { greaterThan: { value: 0 } }, required: true },
    { attribute: 'Modality', constraint: { equals: { value: 'CT' } }, weight: 10 },
  ],
});

const pane = (selector: string) => ({
  viewportOptions: {
    viewportId: selector,
    viewportType: 'stack',
    toolGroupId: 'default',
    allowUnmatchedView: true,
    syncGroups: [{ type: 'imageslice', id: 'corelab-slices', source: true, target: true }],
  },
  displaySets: [{ id: selector }],
});

const grid = (columns: number) => ({ layoutType: 'grid', properties: { rows: 1, columns } });

/**
 * RECIST hanging: with one study (baseline) one pane; with more, the current timepoint left and the first comparison
 * right. Studies bind to panes by their order in the address, current first, never by date.
 */
export const recistProtocol: HangingProtocol = {
  id: '@corelab/recist',
  name: 'RECIST',
  protocolMatchingRules: [],
  numberOfPriorsReferenced: -1,
  toolGroupIds: ['default'],
  displaySetSelectors: { current: seriesOfStudy(0), comparison: seriesOfStudy(1) },
  defaultViewport: {
    viewportOptions: { viewportType: 'stack', toolGroupId: 'default', allowUnmatchedView: true },
    displaySets: [{ id: 'current', matchedDisplaySetsIndex: -1 }],
  },
  stages: [
    {
      id: 'comparison',
      name: 'Current and comparison',
      viewportStructure: grid(2),
      viewports: [pane('current'), pane('comparison')],
      stageActivation: {
        enabled: { minViewportsMatched: 2 },
        passive: { minViewportsMatched: 2 },
      },
    },
    {
      id: 'single',
      name: 'Current',
      viewportStructure: grid(1),
      viewports: [pane('current')],
      stageActivation: { enabled: { minViewportsMatched: 1 } },
    },
  ],
};
