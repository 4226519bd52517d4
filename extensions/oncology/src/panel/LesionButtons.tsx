import type { Lesion, LesionState } from '@corelab/reads';
import { text, type TextKey } from '@corelab/ui';
import { Act } from './Act.js';
import { goTo, type CaseCommands } from '../keys/caseActions.js';
import type { CaseStore } from '../case/caseStore.js';
import { judge, mayBe, removeSelected, removeSelectedLesion } from '../lesions/judgeLesion.js';
import { takeKeyImage } from '../lesions/keyImageActs.js';
import {
  isSplit,
  openMerge,
  separateSelected,
  splitSelected,
  whyNotMerge,
  whyNotSeparate,
  whyNotSplit,
} from '../lesions/linkActs.js';
import { changeRole, whyNotRole } from '../lesions/roleActs.js';

interface ButtonsProps {
  store: CaseStore;
  commands: CaseCommands;
  lesion: Lesion;
}

const states: readonly { state: LesionState; key: string; label: TextKey }[] = [
  { state: 'present', key: 'P', label: 'act.present' },
  { state: 'absent', key: 'X', label: 'act.absent' },
  { state: 'tooSmallToMeasure', key: 'T', label: 'act.tooSmall' },
  { state: 'progressed', key: 'Shift+P', label: 'act.progressed' },
  { state: 'equivocal', key: 'U', label: 'act.equivocal' },
  { state: 'unequivocal', key: 'U', label: 'act.unequivocal' },
];

/** What makes or changes the lesion's value at this timepoint. */
export function StateButtons({ store, lesion }: ButtonsProps) {
  return (
    <>
      <Act
        label={text('act.measure')}
        keys="R"
        onPress={() => store.arm({ kind: 'lesion', trackingUid: lesion.trackingUid })}
      />
      {states
        .filter(({ state }) => mayBe(lesion, state, store.context))
        .map(({ state, key, label }) => (
          <Act
            key={state}
            name={state}
            label={text(
              state === 'absent' && lesion.role !== 'target' ? 'act.absentNonTarget' : label
            )}
            keys={key}
            pressed={lesion.state === state}
            onPress={() => judge(store, state)}
          />
        ))}
      {mayBe(lesion, 'notEvaluable', store.context) ? (
        <Act
          label={text('act.notEvaluable')}
          keys="E"
          pressed={lesion.state === 'notEvaluable'}
          onPress={() => store.open('reason')}
        />
      ) : null}
      {lesion.mark === null ? null : (
        <Act
          label={text('act.removeMark')}
          keys="Delete"
          onPress={() => removeSelected(store)}
        />
      )}
    </>
  );
}

/** Splitting, merging, and taking either back; off with the reason where it can't be done. */
export function LinkButtons({ store, lesion }: ButtonsProps) {
  const linked = lesion.state === 'merged' || isSplit(lesion);
  return (
    <>
      {lesion.role === 'new' || lesion.state === 'merged' ? null : (
        <Act
          name="split"
          label={text(isSplit(lesion) ? 'act.addPart' : 'act.split')}
          keys="Shift+S"
          off={whyNotSplit(store, lesion)}
          onPress={() => splitSelected(store)}
        />
      )}
      {lesion.role === 'new' || lesion.state === 'merged' || lesion.state === 'split' ? null : (
        <Act
          name="merge"
          label={text('act.merge')}
          keys="Shift+M"
          off={whyNotMerge(store, lesion)}
          onPress={() => openMerge(store)}
        />
      )}
      {linked ? (
        <Act
          name="separate"
          label={text(lesion.state === 'merged' ? 'act.separate' : 'act.rejoin')}
          off={whyNotSeparate(store, lesion)}
          onPress={() => separateSelected(store)}
        />
      ) : null}
      {lesion.mergedInto === null ? null : (
        <Act
          name="partner"
          label={text('act.goToPartner', { lesion: lesion.mergedInto })}
          onPress={() => goTo(store, lesion.mergedInto ?? '')}
        />
      )}
    </>
  );
}

/** What the lesion is: place, role, words about it, and whether it stays in the read. */
export function LesionButtonsRest({ store, commands, lesion }: ButtonsProps) {
  return (
    <>
      {lesion.createdInThisRead ? (
        <Act
          label={text('act.location')}
          keys="L"
          onPress={() => store.open('location')}
        />
      ) : null}
      {lesion.role === 'new' || lesion.splitFrom !== null || !store.context.baseline ? null : (
        <Act
          name="role"
          label={text('act.role')}
          keys="Shift+R"
          off={whyNotRole(store, lesion)}
          onPress={() => changeRole(store)}
        />
      )}
      <Act
        name="comment"
        label={text('act.commentShort')}
        keys="Shift+C"
        onPress={() => store.open('comment')}
      />
      <Act
        name="keyImage"
        label={text('act.keyImage')}
        keys="M"
        onPress={() => takeKeyImage(store, commands)}
      />
      {lesion.createdInThisRead ? (
        <Act
          name="removeLesion"
          label={text('act.removeLesion')}
          keys="Shift+Delete"
          onPress={() => removeSelectedLesion(store)}
        />
      ) : null}
    </>
  );
}
