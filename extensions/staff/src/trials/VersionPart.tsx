import { useState } from 'react';
import { text, type TextKey } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import { TabBar } from '../parts/TabBar.js';
import { ApproveSheet, type Approved } from './ApproveSheet.js';
import { BlindingPart } from './BlindingPart.js';
import { Changes } from './Changes.js';
import { Decisions } from './Decisions.js';
import { ImpactView } from './ImpactView.js';
import { Outline } from './Outline.js';
import { valueAt } from './pointer.js';
import { SendSheet } from './SendSheet.js';
import { VersionActs } from './VersionActs.js';
import { VersionText } from './VersionText.js';
import { scopeText, stateText, type VersionView } from './versions.js';

type TabId = 'text' | 'outline' | 'diff' | 'impact' | 'blinding' | 'decisions';

const tabKeys: readonly (readonly [TabId, TextKey])[] = [
  ['text', 'trials.tab.text'],
  ['outline', 'trials.tab.outline'],
  ['diff', 'trials.tab.diff'],
  ['impact', 'trials.tab.impact'],
  ['blinding', 'trials.tab.blinding'],
  ['decisions', 'trials.tab.decisions'],
];

/** Whoever decides sees first what changes, then what comes of it. */
const tabOrder = (waits: boolean): readonly (readonly [TabId, TextKey])[] =>
  waits ? [...tabKeys].sort(([a], [b]) => rank(a) - rank(b)) : tabKeys;
const rank = (id: TabId): number =>
  ['diff', 'impact', 'blinding', 'text', 'outline', 'decisions'].indexOf(id);

function Facts({ version }: { version: VersionView }) {
  const { scope, reason, author, approver, savedAt, approvedAt, effectiveFrom } = version;
  const who = (name: string | null): string => name ?? text('trials.system');
  return (
    <dl className="cl-facts cl-facts-wide">
      <dt>{text('trials.author')}</dt>
      <dd>{text('trials.whoWhen', { who: who(author), when: instantText(savedAt) })}</dd>
      <dt>{text('trials.approver')}</dt>
      <dd>
        {approvedAt === null
          ? text(effectiveFrom === null ? 'trials.nobodyYet' : 'trials.noApproval')
          : text('trials.whoWhen', { who: who(approver), when: instantText(approvedAt) })}
      </dd>
      <dt>{text('trials.inForceFrom')}</dt>
      <dd>{effectiveFrom === null ? text('trials.neverInForce') : instantText(effectiveFrom)}</dd>
      <dt>{text('trials.scope')}</dt>
      <dd>{text(scopeText[scope])}</dd>
      <dt>{text('room.reason')}</dt>
      <dd>{reason}</dd>
    </dl>
  );
}

/** Why images are kept as they come under a version; null where they are de-identified. */
const deidentificationOff = (resolved: unknown): string | null => {
  const found = valueAt(resolved, '/deidentification/off/reason');
  return typeof found === 'string' ? found : null;
};

function Content({ tab, version: shown }: { tab: TabId; version: VersionView }) {
  const { version, state, source, resolved } = shown;
  const broken = shown.hash === null;
  const past = state === 'effective' || state === 'superseded' || state === 'rejected';
  switch (tab) {
    case 'text':
      return <VersionText version={shown} />;
    case 'outline':
      return broken ? (
        <p>{text('trials.noOutline')}</p>
      ) : (
        <Outline
          resolved={resolved}
          source={source}
        />
      );
    case 'diff':
      return broken ? <p>{text('trials.noDiff')}</p> : <Changes version={version} />;
    case 'impact':
      return (
        <ImpactView
          version={version}
          past={past}
        />
      );
    case 'blinding':
      return broken ? <p>{text('trials.noOutline')}</p> : <BlindingPart version={version} />;
    case 'decisions':
      return <Decisions version={shown} />;
  }
}

export interface VersionPartProps {
  version: VersionView;
  onWrite(): void;
}

/** One version: who wrote it and what became of it, its text and what it means, and what is to be done with it. */
export function VersionPart({ version: shown, onWrite }: VersionPartProps) {
  const { version, state, scope, reason } = shown;
  const waits = state === 'sentForApproval';
  const [tab, setTab] = useState<TabId>(waits ? 'diff' : 'text');
  const [sheet, setSheet] = useState<'send' | 'approve' | null>(null);
  const off = deidentificationOff(shown.resolved);
  const [approved, setApproved] = useState<Approved | null>(null);
  return (
    <>
      <main className="cl-staff-main">
        <div className="cl-row">
          <h2 className="cl-big">{text('trials.version', { version })}</h2>
          <span
            className="cl-version-state"
            data-state={state}
          >
            {stateText(state)}
          </span>
        </div>
        {approved === null ? null : (
          <div
            className="cl-leaving cl-leaving-ok"
            role="status"
          >
            <p className="cl-medium">{text('trials.nowInForce', { version })}</p>
            {approved.rereading === 0 ? null : (
              <p>{text('trials.nowAsked', { count: approved.rereading })}</p>
            )}
          </div>
        )}
        {off === null ? null : (
          <p className="cl-attention">{text('trials.deidentificationOff', { reason: off })}</p>
        )}
        <Facts version={shown} />
        <VersionActs
          version={shown}
          onWrite={onWrite}
          onSend={() => setSheet('send')}
          onApprove={() => setSheet('approve')}
        />
        <TabBar<TabId>
          name={text('trials.version', { version })}
          tabs={tabOrder(waits).map(([id, key]) => ({ id, label: text(key) }))}
          at={tab}
          onGo={setTab}
        >
          <Content
            tab={tab}
            version={shown}
          />
        </TabBar>
      </main>
      {sheet === 'send' && state === 'draft' ? (
        <SendSheet
          {...{ version, scope, reason }}
          onSent={() => setSheet(null)}
          onClose={() => setSheet(null)}
        />
      ) : null}
      {sheet === 'approve' && waits ? (
        <ApproveSheet
          version={shown}
          onApproved={answer => {
            setSheet(null);
            setApproved(answer);
            setTab('decisions');
          }}
          onClose={() => setSheet(null)}
        />
      ) : null}
    </>
  );
}
