import { useState, useSyncExternalStore } from 'react';
import type { GlobalTimepoint, RefusedWords } from '@corelab/client';
import { Field, text, useTypedWords } from '@corelab/ui';
import type { GlobalReadStore } from './globalReadStore.js';

/** What was signed, and what it is now where that is another. */
function responseText({ signedResponse, response }: GlobalTimepoint): string {
  const before = signedResponse ?? text('global.noResponse');
  return response === signedResponse
    ? before
    : text('global.changed', { before, now: response ?? text('global.noResponse') });
}

interface ReasonFormProps {
  store: GlobalReadStore;
  readId: string;
  timepoint: string;
  sending: boolean;
  error: string | null;
  refused: RefusedWords | null;
}

function ReasonForm(props: ReasonFormProps) {
  const { store, readId, timepoint, sending, error, refused } = props;
  const { words, held, notIdentity, take } = useTypedWords('/reason', refused);
  const [empty, setEmpty] = useState(false);
  const reconsider = (): void => {
    setEmpty(words === '');
    if (words !== '' && held === null) void store.reconsider(readId, words, notIdentity);
  };
  return (
    <section
      className="cl-sheet"
      aria-label={text('global.reconsiderTitle', { timepoint })}
    >
      <h2 className="cl-heading">{text('global.reconsiderTitle', { timepoint })}</h2>
      <p>{text('global.reconsiderWhat')}</p>
      <Field
        label={text('global.reason')}
        value={words}
        multiline
        autoFocus
        maxLength={2000}
        error={empty && words === '' ? text('global.reasonNeeded') : null}
        held={held}
        onCommit={take}
      />
      {error === null ? null : (
        <p
          role="alert"
          className="cl-stop"
        >
          {error}
        </p>
      )}
      <div className="cl-row cl-end">
        <button
          type="button"
          className="cl-button"
          onClick={() => store.open({ kind: 'none' })}
        >
          {text('sign.cancel')}
        </button>
        <button
          type="button"
          className="cl-button cl-button-primary"
          disabled={sending}
          data-act="reconsider"
          onClick={reconsider}
        >
          {text('global.reconsider')}
        </button>
      </div>
    </section>
  );
}

export interface GlobalReadSectionProps {
  store: GlobalReadStore;
  /** Opens the read that has a timepoint's place now. */
  onOpen(readId: string): void;
}

/** All timepoints of a global read with their responses, and the way to change an opinion at one. */
export function GlobalReadSection({ store, onOpen }: GlobalReadSectionProps) {
  const { context, sheet, sending, error, refused } = useSyncExternalStore(
    store.subscribe,
    store.getSnapshot
  );
  const chosen =
    sheet.kind === 'reason'
      ? context.timepoints.find(({ readId }) => readId === sheet.readId)
      : undefined;
  return (
    <div
      className="cl-section"
      data-global-read
    >
      <h2 className="cl-heading">{text('global.title')}</h2>
      <table className="cl-data-table">
        <thead>
          <tr>
            <th scope="col">{text('list.timepoint')}</th>
            <th scope="col">{text('global.response')}</th>
            <th scope="col">{text('list.state')}</th>
          </tr>
        </thead>
        <tbody>
          {context.timepoints.map(one => (
            <tr
              key={one.readId}
              data-timepoint={one.timepoint}
            >
              <th scope="row">{one.timepoint}</th>
              <td>
                {responseText(one)}
                {one.reason === null ? null : <span className="cl-second"> {one.reason}</span>}
              </td>
              <td>
                {one.state !== 'signed' ? (
                  <button
                    type="button"
                    className="cl-button"
                    data-act="readAgain"
                    onClick={() => onOpen(one.readId)}
                  >
                    {text('global.readAgain')}
                  </button>
                ) : context.signature !== null ? (
                  text('together.signed')
                ) : (
                  <button
                    type="button"
                    className="cl-button"
                    disabled={sending}
                    aria-label={text('global.reconsiderTitle', { timepoint: one.timepoint })}
                    onClick={() => store.open({ kind: 'reason', readId: one.readId })}
                  >
                    {text('global.reconsider')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen === undefined ? null : (
        <ReasonForm
          key={chosen.readId}
          store={store}
          readId={chosen.readId}
          timepoint={chosen.timepoint}
          sending={sending}
          error={error}
          refused={refused}
        />
      )}
    </div>
  );
}
