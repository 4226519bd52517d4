import type { HangingProtocol } from '@corelab/host';

export const examProtocolId = '@corelab/exam-qc';

const selector = 'series';
/** More are small: the others are brought into a pane one by one. */
const mostPanes = 4;

const pane = (place: number) => ({
  viewportOptions: {
    viewportId: `pane-${place + 1}`,
    viewportType: 'stack',
    toolGroupId: 'default',
    allowUnmatchedView: true,
  },
  displaySets: [{ id: selector, matchedDisplaySetsIndex: place }],
});

/** The series of one exam in their order, up to four side by side, each as the stack that it came as. */
export function examProtocol(series: number): HangingProtocol {
  const panes = Math.max(1, Math.min(mostPanes, series));
  const columns = panes === 1 ? 1 : 2;
  return {
    id: examProtocolId,
    name: 'QC',
    protocolMatchingRules: [],
    // The one study that the address names.
    numberOfPriorsReferenced: -1,
    toolGroupIds: ['default'],
    displaySetSelectors: {
      [selector]: {
        seriesMatchingRules: [
          {
            attribute: 'numImageFrames',
            constraint: { greaterThan: { value: 0 } },
            required: true,
          },
        ],
      },
    },
    defaultViewport: {
      viewportOptions: { viewportType: 'stack', toolGroupId: 'default', allowUnmatchedView: true },
      displaySets: [{ id: selector, matchedDisplaySetsIndex: -1 }],
    },
    stages: [
      {
        id: 'exam',
        name: 'Exam',
        viewportStructure: {
          layoutType: 'grid',
          properties: { rows: Math.ceil(panes / columns), columns },
        },
        viewports: Array.from({ length: panes }, (_, place) => pane(place)),
      },
    ],
  };
}
