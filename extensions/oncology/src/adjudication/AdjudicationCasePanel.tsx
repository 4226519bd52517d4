import type { HostParts } from '../case/openCase.js';
import { CasePlace } from '../panel/CasePlace.js';
import { AdjudicationPanel } from './AdjudicationPanel.js';
import { openAdjudication, type OpenAdjudication } from './openAdjudication.js';

const panel = ({ store, commands }: OpenAdjudication) => (
  <AdjudicationPanel
    store={store}
    commands={commands}
  />
);

/** Both reads of a subject and the decision between them. The adjudication is named by `read` in the address. */
export function AdjudicationCasePanel(props: HostParts) {
  return (
    <CasePlace
      {...props}
      open={openAdjudication}
      panel={panel}
    />
  );
}
