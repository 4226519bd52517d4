import { setComment, setLocation, type Lesion, type LesionState } from '@corelab/reads';
import { Field, InlinePicker, text, type TextKey } from '@corelab/ui';
import type { CaseSnapshot } from './caseSnapshot.js';
import type { CaseStore } from './caseStore.js';
import { judge, judgeNotEvaluable, mayBe, reasons, removeSelected } from './judgeLesion.js';
import { locationChoices, readChoice } from './locationNames.js';

interface ActsProps {
  store: CaseStore;
  snapshot: CaseSnapshot;
  lesion: Lesion;
}

const acts: readonly { state: LesionState; key: string; label: TextKey }[] = [
  { state: 'present', key: 'P', label: 'act.present' },
  { state: 'absent', key: 'X', label: 'act.absent' },
  { state: 'tooSmallToMeasure', key: 'T', label: 'act.tooSmall' },
  { state: 'progressed', key: 'Shift+P', label: 'act.progressed' },
  { state: 'equivocal', key: 'U', label: 'act.equivocal' },
  { state: 'unequivocal', key: 'U', label: 'act.unequivocal' },
];

function Act(props: { label: string; keys: string; pressed?: boolean; onPress(): void }) {
  return (
    <button
      type="button"
      className="cl-button"
      aria-pressed={props.pressed}
      onClick={props.onPress}
    >
      {props.label} <kbd className="cl-key">{props.keys}</kbd>
    </button>
  );
}

function LocationPicker({ store, lesion }: ActsProps) {
  return (
    <InlinePicker
      label={text('location.choose')}
      options={locationChoices(store.recentLocations)}
      onPick={choice => {
        const { code, laterality } = readChoice(choice);
        store.recentLocations = [
          choice,
          ...store.recentLocations.filter(other => other !== choice),
        ];
        store.edit(text('edit.location', { lesion: lesion.id }), document =>
          setLocation(document, lesion.id, code, laterality)
        );
        store.open('none');
      }}
      onClose={() => store.open('none')}
    />
  );
}

function ReasonChoice({ store, lesion }: ActsProps) {
  return (
    <div
      className="cl-picker"
      role="group"
      aria-label={text('reason.title', { lesion: lesion.id })}
    >
      <p className="cl-label">{text('reason.title', { lesion: lesion.id })}</p>
      <div className="cl-row cl-wrap">
        {reasons.slice(0, -1).map(({ code, key }, index) => (
          <Act
            key={code}
            label={text(key)}
            keys={String(index + 1)}
            onPress={() => judgeNotEvaluable(store, index)}
          />
        ))}
      </div>
      <Field
        label={text('reason.other')}
        value=""
        maxLength={1000}
        onCommit={words => judgeNotEvaluable(store, reasons.length - 1, words)}
      />
    </div>
  );
}

function Comment({ store, lesion }: ActsProps) {
  return (
    <Field
      label={text('act.comment', { lesion: lesion.id })}
      value={lesion.comment}
      multiline
      autoFocus
      onCommit={comment =>
        store.edit(text('edit.comment'), document => setComment(document, lesion.id, comment))
      }
      onClose={() => store.open('none')}
    />
  );
}

function Buttons({ store, lesion }: ActsProps) {
  const { baseline } = store.context;
  return (
    <>
      <Act
        label={text('act.measure')}
        keys="R"
        onPress={() => store.arm({ kind: 'lesion', trackingUid: lesion.trackingUid })}
      />
      {lesion.createdInThisRead ? (
        <Act
          label={text('act.location')}
          keys="L"
          onPress={() => store.open('location')}
        />
      ) : null}
      {acts
        .filter(({ state }) => mayBe(lesion, state, baseline))
        .map(({ state, key, label }) => (
          <Act
            key={state}
            label={text(
              state === 'absent' && lesion.role !== 'target' ? 'act.absentNonTarget' : label
            )}
            keys={key}
            pressed={lesion.state === state}
            onPress={() => judge(store, state)}
          />
        ))}
      {mayBe(lesion, 'notEvaluable', baseline) ? (
        <Act
          label={text('act.notEvaluable')}
          keys="E"
          pressed={lesion.state === 'notEvaluable'}
          onPress={() => store.open('reason')}
        />
      ) : null}
      {lesion.mark !== null || lesion.createdInThisRead ? (
        <Act
          label={text(lesion.mark === null ? 'act.removeLesion' : 'act.removeMark')}
          keys="Delete"
          onPress={() => removeSelected(store)}
        />
      ) : null}
    </>
  );
}

/** What can be done with the selected lesion, under its row; locked reads show none of it. */
export function LesionActs(props: ActsProps) {
  if (props.store.locked) {
    return null;
  }
  const { sheet } = props.snapshot;
  return (
    <div className="cl-detail">
      <Buttons {...props} />
      {sheet === 'location' ? <LocationPicker {...props} /> : null}
      {sheet === 'reason' ? <ReasonChoice {...props} /> : null}
      {sheet === 'comment' ? <Comment {...props} /> : null}
    </div>
  );
}
