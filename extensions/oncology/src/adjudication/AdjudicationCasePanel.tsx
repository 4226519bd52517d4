import { useMemo } from 'react';
import type { HostParts } from '../case/openCase.js';
import { factsOfAdjudication } from '../panel/browserFacts.js';
import { CasePlace } from '../panel/CasePlace.js';
import { AdjudicationPanel } from './AdjudicationPanel.js';
import { openAdjudication, type OpenAdjudication } from './openAdjudication.js';

function ComparedPanel({ store, commands }: OpenAdjudication) {
  const { adjudicationId } = store.adjudication;
  const facts = useMemo(() => factsOfAdjudication(adjudicationId), [adjudicationId]);
  return (
    <AdjudicationPanel
      store={store}
      commands={commands}
      facts={facts}
    />
  );
}

const panel = (ready: OpenAdjudication) => <ComparedPanel {...ready} />;

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
