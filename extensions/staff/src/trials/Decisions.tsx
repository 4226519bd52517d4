import { text, type TextKey } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import type { VersionView } from './versions.js';

const acts: Readonly<Record<string, TextKey>> = {
  send: 'trials.act.send',
  recall: 'trials.act.recall',
  approve: 'trials.act.approve',
  reject: 'trials.act.reject',
};

/** Who wrote a version and who decided what, in the order it happened. */
export function Decisions({ version }: { version: VersionView }) {
  const { author, savedAt, hash, decisions } = version;
  return (
    <div className="cl-form">
      <ol className="cl-timeline">
        <li>
          <p className="cl-medium">
            {text('trials.act.write', { who: author ?? text('trials.system') })}
          </p>
          <p className="cl-second">{instantText(savedAt)}</p>
          <p>{text('trials.because', { reason: version.reason })}</p>
        </li>
        {decisions.map(({ act, by, at, reason, meaning, contentHash }) => (
          <li key={`${act} ${at}`}>
            <p className="cl-medium">{text(acts[act] ?? 'trials.act.other', { who: by, act })}</p>
            <p className="cl-second">{instantText(at)}</p>
            {meaning === null ? null : <p>{text('trials.meant', { meaning })}</p>}
            {reason === null ? null : <p>{text('trials.because', { reason })}</p>}
            {contentHash === null ? null : (
              <p className="cl-second cl-hash">{text('trials.bound', { hash: contentHash })}</p>
            )}
          </li>
        ))}
      </ol>
      <p className="cl-second cl-hash">
        {hash === null ? text('trials.noHash') : text('trials.hash', { hash })}
      </p>
    </div>
  );
}
