import {
  commentOf,
  reasonOf,
  setComment,
  setLocation,
  type Lesion,
  type TextPlace,
} from '@corelab/reads';
import { Field, InlinePicker, text } from '@corelab/ui';
import { Act } from './Act.js';
import type { CaseCommands } from '../keys/caseActions.js';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { judgeForOtherReason, judgeNotEvaluable, reasons } from '../lesions/judgeLesion.js';
import { heldWords } from '../typed/heldWords.js';
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

/** A field in which a text waits stays open: what was typed is nowhere else. */
function closeUnlessHeld(store: CaseStore, place: TextPlace): void {
  if (store.texts.at(place) === undefined) store.open('none');
}

function OtherReason({ store, lesion }: ActsProps) {
  const place = reasonOf(lesion.trackingUid);
  const held = store.texts.at(place);
  const take = (words: string): void => {
    if (words.trim() === '') store.texts.drop(place);
    else judgeForOtherReason(store, words);
  };
  return (
    <Field
      label={text('reason.otherField', { lesion: lesion.id })}
      value={held?.text ?? ''}
      maxLength={1000}
      autoFocus
      held={heldWords(held, {
        insist: () => store.texts.insist(place),
        drop: () => {
          store.texts.drop(place);
          store.open('none');
        },
        take: words => {
          take(words);
          closeUnlessHeld(store, place);
        },
      })}
      onCommit={take}
      onClose={() => closeUnlessHeld(store, place)}
    />
  );
}

function Comment({ store, lesion }: ActsProps) {
  const place = commentOf(lesion.trackingUid);
  const held = store.texts.at(place);
  const take = (comment: string): void => {
    if (comment === lesion.comment) store.texts.drop(place);
    else store.edit(text('edit.comment'), document => setComment(document, lesion.id, comment));
  };
  return (
    <Field
      label={text('act.comment', { lesion: lesion.id })}
      value={held?.text ?? lesion.comment}
      multiline
      autoFocus
      held={heldWords(held, {
        insist: () => store.texts.insist(place),
        drop: () => {
          store.texts.drop(place);
          store.open('none');
        },
        take: comment => {
          take(comment);
          closeUnlessHeld(store, place);
        },
      })}
      onCommit={take}
      onClose={() => closeUnlessHeld(store, place)}
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
