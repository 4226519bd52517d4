import { setComment, setLocation, type Lesion } from '@corelab/reads';
import { Field, InlinePicker, text } from '@corelab/ui';
import { Act } from './Act.js';
import type { CaseCommands } from '../keys/caseActions.js';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { judgeForOtherReason, judgeNotEvaluable, reasons } from '../lesions/judgeLesion.js';
import { KeyImageLine } from './KeyImageLine.js';
import { LesionButtonsRest, LinkButtons, StateButtons } from './LesionButtons.js';
import { locationChoices, readChoice } from '../lesions/locationNames.js';
import { MergeChoice } from './MergeChoice.js';

interface ActsProps {
  store: CaseStore;
  commands: CaseCommands;
  snapshot: CaseSnapshot;
  lesion: Lesion;
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
        {reasons.map(({ code, key }, index) => (
          <Act
            key={code}
            label={text(key)}
            keys={String(index + 1)}
            onPress={() => judgeNotEvaluable(store, index)}
          />
        ))}
      </div>
    </div>
  );
}

function OtherReason({ store, lesion }: ActsProps) {
  return (
    <Field
      label={text('reason.otherField', { lesion: lesion.id })}
      value=""
      maxLength={1000}
      autoFocus
      onCommit={words => judgeForOtherReason(store, words)}
      onClose={() => store.open('none')}
    />
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

/** What can be done with the selected lesion, under its row; a locked read shows its key image alone. */
export function LesionActs(props: ActsProps) {
  const { store, commands, snapshot, lesion } = props;
  const image = snapshot.document.keyImages.find(key => key.lesion === lesion.trackingUid);
  const line =
    image === undefined ? null : (
      <KeyImageLine
        store={store}
        commands={commands}
        image={image}
      />
    );
  if (store.locked) {
    return line === null ? null : <div className="cl-detail">{line}</div>;
  }
  const { sheet } = props.snapshot;
  const { state } = props.lesion;
  const linked = state === 'merged' || state === 'split';
  return (
    <div className="cl-detail">
      {linked ? null : <StateButtons {...props} />}
      <LinkButtons {...props} />
      <LesionButtonsRest {...props} />
      {line}
      {sheet === 'location' ? <LocationPicker {...props} /> : null}
      {sheet === 'reason' ? <ReasonChoice {...props} /> : null}
      {sheet === 'otherReason' ? <OtherReason {...props} /> : null}
      {sheet === 'merge' ? <MergeChoice {...props} /> : null}
      {sheet === 'comment' ? <Comment {...props} /> : null}
    </div>
  );
}
