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
  },
  displaySets: [{ id: selector }],
});

const grid = (columns: number) => ({ layoutType: 'grid', properties: { rows: 1, columns } });

/** How many studies the page's address names: repeated `StudyInstanceUIDs` or a list with commas. */
export function studyCount(search: string): number {
  return [...new URLSearchParams(search)]
    .filter(([name]) => name.toLowerCase() === 'studyinstanceuids')
    .flatMap(([, value]) => value.split(','))
    .filter(uid => uid !== '').length;
}

export const recistProtocolId = '@corelab/recist';

/**
 * RECIST hanging: with one study (baseline) one pane; with more, the current timepoint left and the first comparison
 * right. Studies bind to panes by their order in the address, current first, never by date.
 * One stage only: the host forces the first stage of a protocol that a mode names, so the number of panes is decided
 * when the protocol is made.
 */
export function recistProtocol(studies: number): HangingProtocol {
  const selectors = studies > 1 ? ['current', 'comparison'] : ['current'];
  return {
    id: recistProtocolId,
    name: 'RECIST',
    protocolMatchingRules: [],
    // -1 matches the first study alone.
    numberOfPriorsReferenced: studies > 1 ? studies - 1 : -1,
    toolGroupIds: ['default'],
    displaySetSelectors: Object.fromEntries(
      selectors.map((selector, index) => [selector, seriesOfStudy(index)])
    ),
    defaultViewport: {
      viewportOptions: { viewportType: 'stack', toolGroupId: 'default', allowUnmatchedView: true },
      displaySets: [{ id: 'current', matchedDisplaySetsIndex: -1 }],
    },
    stages: [
      {
        id: 'reading',
        name: 'Reading',
        viewportStructure: grid(selectors.length),
        viewports: selectors.map(pane),
      },
    ],
  };
}
