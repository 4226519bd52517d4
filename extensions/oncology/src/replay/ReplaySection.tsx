import { useSyncExternalStore } from 'react';
import { text, type TextKey } from '@corelab/ui';
import { signatureTime } from '../case/announceSave.js';
import type { PictureView, ReplayStore } from './replayStore.js';

const percent = (share: number): string => (share * 100).toFixed(2);

const missingKeys: Readonly<Record<string, TextKey>> = {
  unreadable: 'replay.missing.unreadable',
  tooLarge: 'replay.missing.tooLarge',
  noViewer: 'replay.missing.noViewer',
  noPanes: 'replay.missing.noPanes',
};

const partKeys: Readonly<Record<string, TextKey>> = {
  record: 'replay.part.record',
  document: 'replay.part.document',
  result: 'replay.part.result',
  shown: 'replay.part.shown',
  pictures: 'replay.part.pictures',
};

/** A word of the server as a text; a later server may have words that this page does not know. */
const wordText = (keys: Readonly<Record<string, TextKey>>, word: string): string => {
  const key = keys[word];
  return key === undefined ? word : text(key);
};

function outcomeText({ outcome, share, missing }: PictureView): string {
  if (missing !== null) return wordText(missingKeys, missing);
  const keys: Record<NonNullable<PictureView['outcome']>, TextKey> = {
    same: 'replay.same',
    differs: 'replay.differs',
    gone: 'replay.gone',
    unreadable: 'replay.unreadable',
    comparing: 'replay.comparing',
  };
  return outcome === null
    ? ''
    : text(keys[outcome], { share: share === null ? '' : percent(share) });
}

function Picture({ picture }: { picture: PictureView }) {
  const { pane, timepoint, address, outcome, share } = picture;
  const name = text('replay.picture', { pane, timepoint });
  return (
    <figure
      className="cl-replay-picture"
      data-picture={pane}
      data-outcome={outcome ?? 'missing'}
      data-share={share ?? ''}
    >
      <figcaption>
        <span className="cl-medium">{name}</span>{' '}
        <span
          role="status"
          className={outcome === 'same' ? 'cl-ok' : outcome === 'comparing' ? '' : 'cl-attention'}
        >
          {outcomeText(picture)}
        </span>
      </figcaption>
      {address === null ? null : (
        <img
          src={address}
          alt={name}
        />
      )}
    </figure>
  );
}

/** What a replay says at the top of the panel: of what it is, whether it is whole, and the pictures beside the panes. */
export function ReplaySection({ store }: { store: ReplayStore }) {
  const { shown, pictures } = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { context, standing, asKept, problems, pictures: kept } = store.replayed;
  const { signature } = context;
  const reason = kept !== null && 'missing' in kept ? kept.missing : null;
  return (
    <section
      className="cl-section cl-form cl-tight cl-replay"
      aria-label={text('replay.title')}
      data-replay
    >
      <h2 className="cl-heading">{text('replay.title')}</h2>
      <p>
        {text('replay.of', {
          ...{
            name: signature?.name ?? '',
            at: signatureTime(signature?.at ?? '', signature?.zone),
          },
          timepoint: context.timepoint,
        })}
      </p>
      {standing.standing === 'stands' ? null : (
        <p
          className="cl-attention"
          data-standing={standing.standing}
        >
          {text(`replay.standing.${standing.standing}`, {
            at: standing.until === null ? '' : signatureTime(standing.until),
          })}
        </p>
      )}
      {asKept ? null : <p className="cl-attention">{text('replay.notKept')}</p>}
      {problems.length === 0 ? (
        <p
          className="cl-ok"
          data-verified
        >
          {text('replay.verified')}
        </p>
      ) : (
        <p
          role="alert"
          className="cl-attention"
        >
          {text('replay.notVerified', {
            parts: problems.map(part => wordText(partKeys, part)).join(', '),
          })}
        </p>
      )}
      <div className="cl-row cl-wrap">
        <button
          type="button"
          className="cl-button"
          data-act="restore"
          onClick={() => store.restore()}
        >
          {text('replay.restore')}
        </button>
        {pictures.length === 0 ? null : (
          <button
            type="button"
            className="cl-button"
            aria-pressed={shown}
            data-act="pictures"
            onClick={() => void store.show(!shown)}
          >
            {text('replay.compare')}
          </button>
        )}
      </div>
      {kept === null ? <p className="cl-second">{text('replay.noPictures')}</p> : null}
      {reason === null ? null : <p className="cl-attention">{wordText(missingKeys, reason)}</p>}
      {shown
        ? pictures.map(picture => (
            <Picture
              key={picture.pane}
              picture={picture}
            />
          ))
        : null}
    </section>
  );
}
