import { useState } from 'react';
import {
  decisionReasons,
  type DecisionReason,
  type PanelName,
  type PanelProposal,
} from '@corelab/adjudication';
import { Field, SignSheet, text, useTypedWords } from '@corelab/ui';
import type { Meeting } from './loadMeeting.js';
import type { MeetingPart } from './MeetingPanel.js';
import { becauseText, choiceText, reasonName, timepointName } from './meetingWords.js';

type Names = Readonly<Record<string, PanelName>>;

/** The same read everywhere is one read for the whole course. */
function choiceOf(names: Names, timepoints: readonly string[]): PanelProposal['choice'] {
  const [first, ...more] = new Set(timepoints.map(id => names[id]));
  return first !== undefined && more.length === 0
    ? { kind: 'read', name: first }
    : { kind: 'perTimepoint', names: { ...names } };
}

interface ChoiceTableProps {
  meeting: Meeting;
  names: Names;
  onChoose(names: Names): void;
}

function ChoiceTable({ meeting, names, onChoose }: ChoiceTableProps) {
  const { timepoints } = meeting.case.comparison;
  const wholeOf = (name: PanelName): Names => Object.fromEntries(timepoints.map(id => [id, name]));
  const has = (name: string, id: string): boolean =>
    meeting.case.reads
      .find(read => read.name === name)
      ?.timepoints.some(({ timepoint }) => timepoint === id) ?? false;
  return (
    <table className="cl-by-timepoint">
      <caption className="cl-spoken">{text('meet.choice')}</caption>
      <tbody>
        <tr>
          <th scope="row">{text('meet.whole')}</th>
          {meeting.case.reads.map(({ name }) => (
            <td key={name}>
              <button
                type="button"
                className="cl-button"
                aria-pressed={timepoints.every(id => names[id] === name)}
                disabled={timepoints.some(id => !has(name, id))}
                data-choose={name}
                onClick={() => onChoose(wholeOf(name))}
              >
                {text('meet.read', { name })}
              </button>
            </td>
          ))}
        </tr>
        {timepoints.map(id => (
          <tr key={id}>
            <th scope="row">{timepointName(meeting, id)}</th>
            {meeting.case.reads.map(({ name }) => (
              <td key={name}>
                <label className="cl-choice">
                  <input
                    type="radio"
                    name={`cl-meet-${id}`}
                    checked={names[id] === name}
                    disabled={!has(name, id)}
                    data-choose={`${name} ${id}`}
                    onChange={() => onChoose({ ...names, [id]: name })}
                  />
                  {text('meet.read', { name })}
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which read stands, why, and the signature with which it is put forward. */
export function ProposeForm({ store, snapshot }: MeetingPart) {
  const { meeting, error, refused, sending } = snapshot;
  const [names, setNames] = useState<Names>({});
  const [code, setCode] = useState<DecisionReason | null>(null);
  const { words, held, notIdentity, take } = useTypedWords('/proposal/reason/text', refused);
  const [signing, setSigning] = useState(false);
  const [open, setOpen] = useState(false);
  const { timepoints } = meeting.case.comparison;
  const chosen = timepoints.every(id => names[id] !== undefined);
  const ready = chosen && code !== null && words !== '' && held === null;
  const proposal: PanelProposal | null =
    ready && code !== null
      ? { choice: choiceOf(names, timepoints), reason: { code, text: words } }
      : null;
  if (!open) {
    return (
      <section className="cl-decision cl-own-turn">
        <button
          type="button"
          className="cl-button cl-button-primary"
          data-act="choose"
          onClick={() => setOpen(true)}
        >
          {text('meet.choose')}
        </button>
      </section>
    );
  }
  return (
    <section className="cl-decision cl-own-turn">
      <div className="cl-row">
        <h2 className="cl-heading cl-grow">{text('meet.choice')}</h2>
        <button
          type="button"
          className="cl-button cl-button-quiet"
          data-act="later"
          onClick={() => setOpen(false)}
        >
          {text('meet.later')}
        </button>
      </div>
      <ChoiceTable
        {...{ meeting, names }}
        onChoose={setNames}
      />
      <label className="cl-field">
        <span className="cl-label">{text('adj.reasonLabel')}</span>
        <select
          className="cl-input"
          value={code ?? ''}
          data-reason="code"
          onChange={({ target }) =>
            setCode(decisionReasons.find(reason => reason === target.value) ?? null)
          }
        >
          <option value="">{text('adj.chooseReason')}</option>
          {decisionReasons.map(reason => (
            <option
              key={reason}
              value={reason}
            >
              {reasonName(reason)}
            </option>
          ))}
        </select>
      </label>
      <Field
        label={text('adj.reasonText')}
        value={words}
        multiline
        held={held}
        onCommit={take}
      />
      {signing && proposal !== null ? (
        <SignSheet
          timepoint={text('meet.theProposal')}
          content={text('meet.signProposal', {
            subject: meeting.subjectCode,
            choice: choiceText(meeting, proposal.choice),
            reason: becauseText(proposal),
          })}
          name={store.session.name}
          meanings={meeting.meanings}
          error={error}
          sending={sending}
          onSign={(password, meaning) =>
            void store.propose(proposal, { password, meaning }, notIdentity)
          }
          onCancel={() => setSigning(false)}
        />
      ) : (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button cl-button-primary"
            disabled={!ready}
            data-act="putForward"
            onClick={() => setSigning(true)}
          >
            {text('meet.putForward')}
          </button>
          {ready ? null : <span className="cl-second">{text('meet.openChoice')}</span>}
        </div>
      )}
    </section>
  );
}
