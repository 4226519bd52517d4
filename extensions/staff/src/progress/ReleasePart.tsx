import { useState } from 'react';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { countText } from './countText.js';
import { mayDecide } from './decisions.js';
import { ReleaseForm } from './ReleaseForm.js';
import { useReleases, type ReleasedBatch, type Releases } from './releases.js';

function WaitingTable({ releases }: { releases: Releases }) {
  const { waiting, gathered } = releases;
  if (waiting.length === 0) return <p className="cl-second">{text('release.nothingWaits')}</p>;
  const more = gathered - waiting.length;
  return (
    <>
      <table className="cl-release-table">
        <caption className="cl-second">{text('release.waiting')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('release.subject')}</th>
            <th scope="col">{text('release.timepoint')}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ subject, timepoint, label }) => (
            <tr key={`${subject} ${timepoint}`}>
              <th scope="row">{subject}</th>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="cl-second">{text('release.more', { count: more })}</p> : null}
    </>
  );
}

/** What has gathered, and the control that lets it go; where the charter leaves nothing to a person, that is said. */
function Gathering({ releases }: { releases: Releases }) {
  const room = useTrialRoom();
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const { when, size, gathered } = releases;
  if (when !== 'batches' && when !== 'dataCut') {
    return <p className="cl-second">{text('release.byRule')}</p>;
  }
  const kind = when === 'dataCut' ? 'cut' : 'batch';
  return (
    <>
      <p>
        {when === 'dataCut'
          ? text('release.untilCut', { count: gathered })
          : text('release.gathering', { gathered, size: size ?? 1 })}
      </p>
      {/* Its place stays: nothing shifts when it says something. */}
      <p
        role="status"
        className="cl-ok cl-decide-said"
      >
        {said}
      </p>
      {asked ? (
        <ReleaseForm
          kind={kind}
          count={gathered}
          onDone={sentence => {
            setAsked(false);
            setSaid(sentence);
          }}
          onCancel={() => setAsked(false)}
        />
      ) : null}
      {mayDecide(room) && !asked && gathered > 0 ? (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button"
            onClick={() => setAsked(true)}
          >
            {text(kind === 'cut' ? 'release.beginCut' : 'release.beginBatch')}
          </button>
        </div>
      ) : null}
      <WaitingTable releases={releases} />
    </>
  );
}

function BatchRow({ batch }: { batch: ReleasedBatch }) {
  const { name, timepoints, releasedAt, releasedBy, reason, sequence } = batch;
  return (
    <tr>
      <th scope="row">
        {name === null ? text('release.batch') : text('release.dataCut', { name })}
      </th>
      <td>{countText(timepoints)}</td>
      <td>{instantText(releasedAt)}</td>
      <td>{releasedBy ?? text('release.byItself')}</td>
      <td>{reason ?? ''}</td>
      <td>{sequence}</td>
    </tr>
  );
}

function Released({ batches }: { batches: Releases['batches'] }) {
  if (batches.length === 0) return <p className="cl-second">{text('release.none')}</p>;
  return (
    <table className="cl-release-table">
      <thead>
        <tr>
          <th scope="col">{text('release.what')}</th>
          <th scope="col">{text('release.timepoints')}</th>
          <th scope="col">{text('release.when')}</th>
          <th scope="col">{text('release.by')}</th>
          <th scope="col">{text('release.reason')}</th>
          <th scope="col">{text('release.entry')}</th>
        </tr>
      </thead>
      <tbody>
        {batches.map(batch => (
          <BatchRow
            key={batch.id}
            batch={batch}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Timepoints that go to readers together: what waits, what went, and letting go what has gathered. */
export function ReleasePart() {
  const answer = useReleases();
  if (answer.isPending) return <p role="status">{text('room.loading')}</p>;
  if (answer.isError) {
    return (
      <ErrorLine
        reason={answer.error}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  return (
    <div className="cl-form cl-decide">
      <section className="cl-form">
        <h2 className="cl-heading">{text('release.next')}</h2>
        <Gathering releases={answer.data} />
      </section>
      <section className="cl-form">
        <h2 className="cl-heading">{text('release.released')}</h2>
        <Released batches={answer.data.batches} />
      </section>
    </div>
  );
}
