import { useSyncExternalStore } from 'react';
import {
  ConflictSheet,
  IconButton,
  KeyOverlay,
  ProblemSheet,
  SessionNotice,
  StateLine,
  text,
  useAskBeforeUnload,
  onlyInPage,
} from '@corelab/ui';
import { draftView } from '../case/announceSave.js';
import { adjudicationKeyGroups } from '../keys/adjudicationKeys.js';
import { ElsewhereLine } from '../panel/ElsewhereLine.js';
import type { FactsSource } from '../panel/browserFacts.js';
import { CaseFacts } from '../panel/CaseFacts.js';
import { ImageNotes } from '../panel/ImageNotes.js';
import { ImageTroubleLine } from '../panel/ImageTroubleLine.js';
import { BlockedWindow } from '../panel/OwnWindowParts.js';
import { ProblemLine } from '../panel/ProblemLine.js';
import { StateActs } from '../panel/StateActs.js';
import type { AdjudicationCommands } from './adjudicationActions.js';
import type { AdjudicationSnapshot } from './adjudicationSnapshot.js';
import type { AdjudicationStore } from './adjudicationStore.js';
import { DecisionArea } from './DecisionArea.js';
import { decisionConflictRows } from './decisionConflict.js';
import { DifferenceSection } from './DifferenceSection.js';
import { parsedDecision } from './loadAdjudication.js';
import { OutcomeTable } from './OutcomeTable.js';
import { sideNames } from './decisionEdits.js';
import { ReadDerivation } from './ReadDerivation.js';
import { ReadSection } from './ReadSection.js';
import { SignDecision } from './SignDecision.js';

export interface AdjudicationPart {
  store: AdjudicationStore;
  snapshot: AdjudicationSnapshot;
}

function StateRow({ store, snapshot }: AdjudicationPart) {
  return (
    <StateLine
      save={draftView(snapshot.draft, store.lock)}
      onRetry={() => store.retrySave()}
    >
      <StateActs
        store={store}
        snapshot={snapshot}
      >
        <IconButton
          icon="flag"
          label={text('problem.flag')}
          keys="Shift+F"
          name="problem"
          onPress={() => store.open('problem')}
        />
      </StateActs>
    </StateLine>
  );
}

interface WithFacts {
  /** Where clinical facts are asked for. */
  facts?: FactsSource;
}

function Middle({ store, snapshot, facts }: AdjudicationPart & WithFacts) {
  const { sheet } = snapshot;
  if (sheet === 'derivation-a' || sheet === 'derivation-b') {
    return (
      <ReadDerivation
        store={store}
        side={sheet === 'derivation-a' ? 'a' : 'b'}
      />
    );
  }
  return (
    <>
      <ImageNotes studies={store.adjudication.studies} />
      {facts === undefined ? null : (
        <CaseFacts
          source={facts}
          signed={snapshot.signature !== null}
        />
      )}
      <DifferenceSection
        store={store}
        snapshot={snapshot}
      />
      {sideNames.map(side => (
        <ReadSection
          key={side}
          side={side}
          store={store}
        />
      ))}
    </>
  );
}

function Conflict({ store, snapshot }: AdjudicationPart) {
  const { server } = snapshot.draft;
  return server === null ? null : (
    <ConflictSheet
      rows={decisionConflictRows(
        store.adjudication,
        snapshot.document,
        parsedDecision(server.document, "the server's decision")
      )}
      onTake={choices => store.resolveConflict(choices)}
    />
  );
}

/** Which timepoints the case is about, where what came before them was settled already. */
function PeriodLine({ store }: AdjudicationPart) {
  return store.adjudication.scope.kind !== 'period' ? null : (
    <p
      className="cl-second"
      data-period
    >
      {text('adj.period', { timepoints: store.covers })}
    </p>
  );
}

/** The whole panel of one open adjudication: outcome and decision stay, differences and reads scroll between them. */
export function AdjudicationPanel({
  store,
  commands,
  facts,
}: {
  store: AdjudicationStore;
  commands: AdjudicationCommands;
} & WithFacts) {
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const part = { store, snapshot };
  useAskBeforeUnload(onlyInPage(snapshot.draft));
  return (
    <>
      <StateRow {...part} />
      <SessionNotice />
      <ElsewhereLine {...part} />
      <ImageTroubleLine snapshot={snapshot} />
      <ProblemLine
        snapshot={snapshot}
        of="decision"
      />
      <BlockedWindow />
      <OutcomeTable {...part} />
      <PeriodLine {...part} />
      <div className="cl-panel-middle">
        <Middle
          {...part}
          {...(facts === undefined ? {} : { facts })}
        />
      </div>
      {snapshot.prompt === null ? null : (
        <p
          className="cl-prompt"
          role="status"
          data-prompt
        >
          {snapshot.prompt}
        </p>
      )}
      {snapshot.sheet === 'problem' ? (
        <ProblemSheet
          of="decision"
          signed={store.lock === 'signed'}
          sending={snapshot.flagging.sending}
          error={snapshot.flagging.error}
          refused={snapshot.flagging.refused ?? null}
          onFlag={(kind, words, notIdentity) => void store.desk.flag(kind, words, notIdentity)}
          onCancel={() => store.open('none')}
        />
      ) : null}
      {snapshot.draft.state === 'conflict' ? (
        <Conflict {...part} />
      ) : (
        <>
          {snapshot.sheet === 'sign' ? null : <DecisionArea {...part} />}
          <SignDecision
            {...part}
            commands={commands}
          />
        </>
      )}
      {snapshot.sheet === 'keys' ? (
        <KeyOverlay
          groups={adjudicationKeyGroups()}
          onClose={() => store.open('none')}
        />
      ) : null}
    </>
  );
}
