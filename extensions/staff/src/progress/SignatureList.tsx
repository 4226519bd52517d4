import { useMutation } from '@tanstack/react-query';
import { caseAddress } from '@corelab/client';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import type { Sheet } from './standings.js';

type Signed = Sheet['signatures'][number];

/** Of what: the place in the course, and which version of it. */
function ofWhat({ kind, timepoint, slot, version }: Signed, labelOf: (code: string) => string) {
  const where = timepoint === null ? text('progress.whole') : labelOf(timepoint);
  const name = kind === 'globalRead' ? `${where}, ${text('global.title')}` : where;
  return text('signatures.of', { timepoint: name, slot, version });
}

function standingText({ standing, until }: Signed): string {
  const at = until === null ? '' : instantText(until);
  return text(`signatures.${standing}`, { at });
}

/** The instant, and the zone of the installation where it is another. */
const momentText = (at: string, zone: string): string =>
  zone === 'UTC' ? instantText(at) : `${instantText(at)} (${zone})`;

/** A signed read as its reader saw it, in the viewer, and on paper. */
function ReadActs({ readId, what }: { readId: string; what: string }) {
  const { server, trial, go } = useTrialRoom();
  const replay = useMutation({
    mutationFn: () => server.get('/api/reads/{readId}/replay/images', { path: { readId } }),
    onSuccess: images => go(caseAddress(images.mode, images, 'replay')),
  });
  const report = `/api/admin/trials/${encodeURIComponent(trial.id)}/reads/${encodeURIComponent(readId)}/report`;
  return (
    <>
      {replay.isError ? <ErrorLine reason={replay.error} /> : null}
      <div className="cl-row cl-wrap">
        <button
          type="button"
          className="cl-button"
          data-replay={readId}
          aria-label={text('signatures.replayOf', { what })}
          disabled={replay.isPending}
          onClick={() => replay.mutate()}
        >
          {text('signatures.replay')}
        </button>
        <a
          className="cl-button"
          href={report}
          data-report={readId}
          aria-label={text('signatures.reportOf', { what })}
          download
        >
          {text('signatures.report')}
        </a>
      </div>
    </>
  );
}

export interface SignatureListProps {
  signatures: readonly Signed[];
  labelOf(timepoint: string): string;
}

/** Who signed what, when and with which meaning, and whether that still stands; nothing where nothing was signed. */
export function SignatureList({ signatures, labelOf }: SignatureListProps) {
  if (signatures.length === 0) return null;
  return (
    <section className="cl-form">
      <h3 className="cl-caption">{text('signatures.title')}</h3>
      <ol className="cl-list cl-form">
        {signatures.map(signed => {
          const what = ofWhat(signed, labelOf);
          const { hash, name, at, zone, meaning, standing, readId } = signed;
          return (
            <li
              key={hash}
              className="cl-form cl-tight"
              data-signature={standing}
            >
              <div className="cl-row">
                <span className="cl-grow cl-medium">{what}</span>
                <span className={standing === 'stands' ? 'cl-second' : 'cl-attention'}>
                  {standingText(signed)}
                </span>
              </div>
              <p>{text('signatures.line', { name, meaning, at: momentText(at, zone) })}</p>
              <p className="cl-second cl-break">{text('signatures.hash', { hash })}</p>
              {readId === null ? null : (
                <ReadActs
                  readId={readId}
                  what={what}
                />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
