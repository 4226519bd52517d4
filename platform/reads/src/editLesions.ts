import { changeLesion, lesionById } from './changeLesion.js';
import { lesionStates, unmarkedStates } from './lesionStates.js';
import { withoutStrayKeyImages } from './keyImages.js';
import { markedState, setMark } from './setMark.js';
import { nextLesionId } from './nextLesionId.js';
import type { Lesion, LesionRole, LesionState, Mark, ReadDocument } from './readDocument.js';
import { ReadError } from './readError.js';

/** What a panel knows of a lesion when it is created. */
export interface NewLesion {
  role: LesionRole;
  /** Is this the baseline read? Targets and non-targets are chosen there, new lesions after it. */
  baseline: boolean;
  trackingUid: string;
  location?: string | null;
  laterality?: Lesion['laterality'];
  mark?: Mark | null;
}

/** Adds a lesion under the next free id of its role; a mark makes a target `measured`. */
export function addLesion(document: ReadDocument, added: NewLesion): ReadDocument {
  const { role, baseline, trackingUid } = added;
  if (baseline && document.noDisease) {
    throw new ReadError(
      'CL_LESION_NO_DISEASE',
      null,
      'the read says there is no disease at baseline: take that back before adding a lesion'
    );
  }
  refuseRole(role, baseline, null);
  if (document.lesions.some(lesion => lesion.trackingUid === trackingUid)) {
    throw new ReadError('CL_LESION_DUPLICATE', null, `tracking UID ${trackingUid} is in use`);
  }
  const lesion: Lesion = {
    trackingUid,
    id: nextLesionId(document.lesions, role),
    role,
    location: added.location ?? null,
    laterality: added.laterality ?? null,
    state: 'toDo',
    reason: null,
    mergedInto: null,
    splitFrom: null,
    mark: null,
    comment: '',
    createdInThisRead: true,
  };
  const withLesion = { ...document, lesions: [...document.lesions, lesion] };
  return added.mark ? setMark(withLesion, lesion.id, added.mark) : withLesion;
}

/**
 * Sets a lesion's state, with a reason where it is not evaluable. A state that says there is nothing
 * to measure drops the mark. Merging and splitting are edits of their own.
 */
export function setState(
  document: ReadDocument,
  id: string,
  state: LesionState,
  reason: Lesion['reason'] = null
): ReadDocument {
  return changeLesion(document, id, lesion => {
    if (!lesionStates[lesion.role].includes(state)) {
      throw new ReadError(
        'CL_LESION_STATE',
        id,
        `${id} is a ${lesion.role} lesion: expected one of ${lesionStates[lesion.role].join(', ')}, got ${state}`
      );
    }
    if (lesion.state === 'split') {
      throw new ReadError(
        'CL_LESION_LINKED',
        id,
        `${id} is split: its parts have states, it has none of its own`
      );
    }
    if (state === 'merged' || state === 'split') {
      throw new ReadError('CL_LESION_STATE', id, `${id}: use merge or split to record ${state}`);
    }
    if (state === 'measured' && lesion.mark === null) {
      throw new ReadError('CL_MARK_MISSING', id, `${id} is measured by a mark: draw one first`);
    }
    const keepsMark = state !== 'toDo' && !unmarkedStates.has(state);
    return {
      ...lesion,
      state,
      reason: state === 'notEvaluable' ? reason : null,
      mergedInto: null,
      mark: keepsMark ? lesion.mark : null,
    };
  });
}

/** Sets where the lesion is: a CDISC location code, and the side where the organ is paired. */
export function setLocation(
  document: ReadDocument,
  id: string,
  location: string | null,
  laterality: Lesion['laterality'] = null
): ReadDocument {
  return changeLesion(document, id, lesion => {
    if (!lesion.createdInThisRead) {
      throw new ReadError(
        'CL_LESION_CARRIED',
        id,
        `${id} was located in an earlier read: its location can't change here`
      );
    }
    return { ...lesion, location, laterality };
  });
}

/** Turns a lesion of this read into another role, under the next free id of that role. */
export function setRole(
  document: ReadDocument,
  id: string,
  role: LesionRole,
  baseline: boolean
): ReadDocument {
  const lesion = lesionById(document, id);
  if (lesion.role === role) return document;
  if (!lesion.createdInThisRead) {
    throw new ReadError(
      'CL_LESION_CARRIED',
      id,
      `${id} comes from an earlier read: it stays ${lesion.role}`
    );
  }
  refuseRole(role, baseline, id);
  refuseLinked(document, lesion, 'take another role');
  const renamed: Lesion = {
    ...lesion,
    role,
    id: nextLesionId(document.lesions, role),
    state: 'toDo',
    reason: null,
  };
  const state = lesion.mark === null ? 'toDo' : markedState(renamed);
  return {
    ...changeLesion(document, id, () => ({ ...renamed, state })),
    view: selectInstead(document, id, renamed.id),
  };
}

/**
 * Removes a lesion made in this read; one carried from an earlier read must be given a state. A part
 * of a split goes alone only while two others stay.
 */
export function removeLesion(document: ReadDocument, id: string): ReadDocument {
  const lesion = lesionById(document, id);
  if (!lesion.createdInThisRead) {
    throw new ReadError(
      'CL_LESION_CARRIED',
      id,
      `${id} comes from an earlier read: give it a state instead of removing it`
    );
  }
  const siblings = document.lesions.filter(other => other.splitFrom === lesion.splitFrom).length;
  const spare = lesion.splitFrom !== null && siblings > 2;
  if (!spare || document.lesions.some(other => other.mergedInto === id)) {
    refuseLinked(document, lesion, 'be removed');
  }
  return withoutStrayKeyImages({
    ...document,
    lesions: document.lesions.filter(other => other.id !== id),
    view: selectInstead(document, id, null),
  });
}

function refuseRole(role: LesionRole, baseline: boolean, id: string | null): void {
  if (baseline && role === 'new') {
    throw new ReadError(
      'CL_LESION_ROLE',
      id,
      'a baseline read has no new lesions: expected target or non-target'
    );
  }
  if (!baseline && role !== 'new') {
    throw new ReadError(
      'CL_LESION_ROLE',
      id,
      `${role} lesions are chosen at baseline: a lesion found later is new`
    );
  }
}

function refuseLinked(document: ReadDocument, lesion: Lesion, act: string): void {
  const linked = document.lesions.some(
    other => other.splitFrom === lesion.id || other.mergedInto === lesion.id
  );
  if (linked || lesion.splitFrom !== null || lesion.state === 'split') {
    throw new ReadError(
      'CL_LESION_LINKED',
      lesion.id,
      `${lesion.id} is part of a merge or split and can't ${act}: undo that first`
    );
  }
}

function selectInstead(
  document: ReadDocument,
  from: string,
  to: string | null
): ReadDocument['view'] {
  const { view } = document;
  return view.selectedLesion === from ? { ...view, selectedLesion: to } : view;
}
