import { useState } from 'react';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { keptText } from './keptTexts.js';
import { VersionList } from './VersionList.js';
import { VersionPart } from './VersionPart.js';
import { useVersion, useVersions, wasInForce, type VersionSummary } from './versions.js';
import { WaitingElsewhere } from './WaitingElsewhere.js';
import { WritePart, type WritingBase } from './WritePart.js';

/** What is looked at first: what waits for this person, else what was written last. */
const firstOf = (versions: readonly VersionSummary[], user: string): number | null =>
  (
    versions.find(({ state, author }) => state === 'sentForApproval' && author !== user) ??
    versions[0]
  )?.version ?? null;

/** The charter of the chosen trial: its versions, one of them, or the next one being written. */
export function TrialPart({ onNewTrial }: { onNewTrial: (() => void) | null }) {
  const room = useTrialRoom();
  const { session, trial } = room;
  const versions = useVersions();
  const [chosen, setChosen] = useState<number | null>(null);
  const [writing, setWriting] = useState<WritingBase | null>(null);
  const all = versions.data?.versions ?? [];
  const selected = chosen ?? firstOf(all, session.user);
  const version = useVersion(versions.isSuccess ? selected : null);
  const kept = isOne(room, 'admin') ? keptText(trial.id) : null;
  if (writing !== null) {
    return (
      <WritePart
        {...writing}
        onClose={last => {
          setChosen(last);
          setWriting(null);
        }}
      />
    );
  }
  const write = (withKept: boolean): void => {
    if (!version.isSuccess) return;
    setWriting({
      version: version.data,
      newest: all[0]?.version ?? 0,
      amends: wasInForce(all),
      kept: withKept ? kept : null,
    });
  };
  const failed = [versions, version].find(({ isError }) => isError);
  return (
    <div className="cl-staff-body">
      <nav
        className="cl-versions-side"
        aria-label={text('trials.versions')}
      >
        <WaitingElsewhere />
        <div className="cl-row">
          <h2 className="cl-heading cl-grow">{text('trials.versions')}</h2>
          {onNewTrial === null ? null : (
            <button
              type="button"
              className="cl-button"
              onClick={onNewTrial}
            >
              {text('trials.new')}
            </button>
          )}
        </div>
        {kept === null || !version.isSuccess ? null : (
          <button
            type="button"
            className="cl-button cl-self-start"
            onClick={() => write(true)}
          >
            {text('trials.backToText')}
          </button>
        )}
        {versions.isSuccess && all.length === 0 ? <p>{text('trials.noVersions')}</p> : null}
        <VersionList
          versions={all}
          selected={selected}
          onSelect={setChosen}
        />
      </nav>
      {version.isSuccess ? (
        <VersionPart
          key={version.data.version}
          version={version.data}
          onWrite={() => write(false)}
        />
      ) : (
        <main className="cl-staff-main">
          {failed === undefined ? (
            <p role="status">{text('room.loading')}</p>
          ) : (
            <ErrorLine
              reason={failed.error}
              onRetry={() => void failed.refetch()}
            />
          )}
        </main>
      )}
    </div>
  );
}
