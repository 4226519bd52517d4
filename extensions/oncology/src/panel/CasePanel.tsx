import { useSyncExternalStore } from 'react';
import {
  ConflictSheet,
  Derivation,
  FindingList,
  IconButton,
  KeyOverlay,
  ProblemSheet,
  ResponseHeader,
  SessionNotice,
  StateLine,
  text,
  useAskBeforeUnload,
  onlyInPage,
} from '@corelab/ui';
import { setNoDisease, type LesionRole } from '@corelab/reads';
import { Act } from './Act.js';
import type { FactsSource } from './browserFacts.js';
import { CaseFacts } from './CaseFacts.js';
import { criterionName, findingsOfAll } from '../case/assessRead.js';
import { saveView } from '../case/announceSave.js';
import { goTo, type CaseCommands } from '../keys/caseActions.js';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { conflictRows } from '../case/conflict.js';
import { GlobalReadSection } from '../globalRead/GlobalReadSection.js';
import type { GlobalReadStore } from '../globalRead/globalReadStore.js';
import { SignGlobalRead } from '../globalRead/SignGlobalRead.js';
import { ReplaySection } from '../replay/ReplaySection.js';
import type { ReplayStore } from '../replay/replayStore.js';
import { ImageNotes } from './ImageNotes.js';
import { keyGroups } from '../keys/keymap.js';
import { ImageTroubleLine } from './ImageTroubleLine.js';
import { TimepointKeyImages } from './KeyImageLine.js';
import { LeftOverLine } from './LeftOverLine.js';
import { LesionGroup } from './LesionGroup.js';
import { parsedDocument } from '../case/loadCase.js';
import { BlockedWindow } from './OwnWindowParts.js';
import { NonTargetJudgement } from './NonTargetJudgement.js';
import { OtherCriteria } from './OtherCriteria.js';
import { OwnResponseLine } from './OwnResponseLine.js';
import { ElsewhereLine } from './ElsewhereLine.js';
import { ProblemLine } from './ProblemLine.js';
import { promptOf } from '../lesions/prompt.js';
import { QualityLine } from './QualityLine.js';
import { mayShowDerived, responseState } from '../lesions/responseState.js';
import { SignArea } from './SignArea.js';
import { StateActs } from './StateActs.js';
import { TimepointFacts } from './TimepointFacts.js';
import { TimepointsTogether } from './TimepointsTogether.js';
import { WaitingTexts } from './WaitingTexts.js';

interface PanelPart {
  store: CaseStore;
  commands: CaseCommands;
  snapshot: CaseSnapshot;
}

interface WithFacts {
  /** Where clinical facts are asked for. */
  facts?: FactsSource;
}

function Lists({ store, commands, snapshot, facts }: PanelPart & WithFacts) {
  const { context } = store;
  const { document, assessment, others } = snapshot;
  const roles: LesionRole[] = context.baseline
    ? ['target', 'non-target']
    : ['target', 'non-target', 'new'];
  const shown = mayShowDerived(context, document, snapshot.signature !== null);
  const empty = document.lesions.length === 0 && context.baseline;
  return (
    <>
      <ImageNotes studies={context.studies} />
      {facts === undefined ? null : (
        <CaseFacts
          source={facts}
          signed={snapshot.signature !== null}
        />
      )}
      <QualityLine
        store={store}
        document={document}
      />
      {empty ? (
        <div className="cl-section">
          <p>{text('panel.emptyBaseline')}</p>
          <button
            type="button"
            className="cl-button"
            aria-pressed={document.noDisease}
            disabled={store.locked}
            onClick={() =>
              store.edit(text('edit.noDisease'), before => setNoDisease(before, !before.noDisease))
            }
          >
            {text('panel.noDisease')}
          </button>
        </div>
      ) : null}
      {roles.map(role => (
        <LesionGroup
          key={role}
          role={role}
          store={store}
          commands={commands}
          snapshot={snapshot}
        />
      ))}
      {context.baseline ? null : (
        <NonTargetJudgement
          store={store}
          document={document}
        />
      )}
      <TimepointFacts
        store={store}
        snapshot={snapshot}
      />
      <TimepointKeyImages
        store={store}
        commands={commands}
        images={document.keyImages}
      />
      {shown && assessment.ok ? (
        <FindingList
          findings={findingsOfAll(assessment, others)}
          onGo={id => goTo(store, id)}
        />
      ) : null}
    </>
  );
}

function Middle({ store, commands, snapshot, facts }: PanelPart & WithFacts) {
  const { others, sheet } = snapshot;
  const shown = mayShowDerived(store.context, snapshot.document, snapshot.signature !== null);
  const primary = store.context.charter.criterion;
  const page =
    sheet === 'derivation'
      ? { criterion: primary, assessment: snapshot.assessment }
      : others.find(({ criterion }) => sheet === `derivation:${criterion}`);
  return page ? (
    <Derivation
      {...(others.length === 0 ? {} : { criterion: criterionName(page.criterion) })}
      steps={shown && page.assessment.ok ? page.assessment.current.trace : []}
      onBack={() => store.open('none')}
    />
  ) : (
    <Lists
      store={store}
      commands={commands}
      snapshot={snapshot}
      {...(facts === undefined ? {} : { facts })}
    />
  );
}

function Conflict({ store, snapshot }: Omit<PanelPart, 'commands'>) {
  const { server } = snapshot.draft;
  return server === null ? null : (
    <ConflictSheet
      rows={conflictRows(snapshot.document, parsedDocument(server.document, 'draft'))}
      onTake={choices => store.resolveConflict(choices)}
    />
  );
}

export interface CasePanelProps extends WithFacts {
  store: CaseStore;
  commands: CaseCommands;
  /** Where the read is the last timepoint of a global read: all of them, and what is signed. */
  globalRead?: GlobalReadStore | null;
  /** Where a signed read is replayed: nothing can be done but look. */
  replay?: ReplayStore | null;
}

/** The whole panel of one open read: fixed top and bottom, scrolling middle. */
export function CasePanel(props: CasePanelProps) {
  const { store, commands, globalRead = null, replay = null, facts } = props;
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const prompt = promptOf(store, snapshot);
  useAskBeforeUnload(onlyInPage(snapshot.draft));
  return (
    <>
      <StateLine
        save={saveView(snapshot)}
        onRetry={() => store.retrySave()}
      >
        <StateActs
          store={store}
          snapshot={snapshot}
        >
          {replay === null ? (
            <IconButton
              icon="flag"
              label={text('problem.flag')}
              keys="Shift+F"
              name="problem"
              onPress={() => store.open('problem')}
            />
          ) : null}
        </StateActs>
      </StateLine>
      <SessionNotice />
      <ElsewhereLine
        store={store}
        snapshot={snapshot}
      />
      <LeftOverLine
        store={store}
        snapshot={snapshot}
      />
      <ImageTroubleLine snapshot={snapshot} />
      <ProblemLine
        snapshot={snapshot}
        of="read"
      />
      <BlockedWindow />
      <TimepointsTogether
        reads={store.context.together ?? []}
        left={snapshot.openItems.length}
        saved={snapshot.draft.pending === 0}
        onOpen={readId => commands.openTimepoint(readId)}
      />
      {replay === null ? null : <ReplaySection store={replay} />}
      {globalRead === null ? null : (
        <GlobalReadSection
          store={globalRead}
          onOpen={readId => commands.openTimepoint(readId)}
        />
      )}
      <ResponseHeader
        state={responseState(
          store.context,
          snapshot.document,
          snapshot.assessment,
          snapshot.signature !== null
        )}
        {...(snapshot.others.length === 0
          ? {}
          : { criterion: criterionName(store.context.charter.criterion) })}
        onHow={() => store.open('derivation')}
      />
      <OwnResponseLine
        store={store}
        snapshot={snapshot}
      />
      <OtherCriteria
        store={store}
        snapshot={snapshot}
      />
      <div className="cl-panel-middle">
        <Middle
          store={store}
          commands={commands}
          snapshot={snapshot}
          {...(facts === undefined ? {} : { facts })}
        />
      </div>
      <WaitingTexts
        store={store}
        snapshot={snapshot}
      />
      {prompt === null ? null : (
        <div className="cl-prompt cl-row">
          <p
            className="cl-grow"
            role="status"
            data-prompt
          >
            {prompt}
          </p>
          {snapshot.offersUndo ? (
            <Act
              name="undo"
              label={text('keys.undo')}
              keys="Ctrl+Z"
              onPress={() => store.undo()}
            />
          ) : null}
        </div>
      )}
      {snapshot.sheet === 'problem' ? (
        <ProblemSheet
          of="read"
          signed={snapshot.signature !== null}
          sending={snapshot.flagging.sending}
          error={snapshot.flagging.error}
          refused={snapshot.flagging.refused ?? null}
          onFlag={(kind, words, notIdentity) => void store.desk.flag(kind, words, notIdentity)}
          onCancel={() => store.open('none')}
        />
      ) : null}
      {globalRead !== null ? (
        <SignGlobalRead
          store={globalRead}
          name={store.session.name}
          onOpen={readId => commands.openTimepoint(readId)}
          onNext={commands.nextCase}
        />
      ) : snapshot.draft.state === 'conflict' ? (
        <Conflict
          store={store}
          snapshot={snapshot}
        />
      ) : (
        <SignArea
          store={store}
          snapshot={snapshot}
          commands={commands}
          replayed={replay !== null}
        />
      )}
      {snapshot.sheet === 'keys' ? (
        <KeyOverlay
          groups={keyGroups()}
          onClose={() => store.open('none')}
        />
      ) : null}
    </>
  );
}
