import { runCaseAction } from '../keys/caseActions.js';
import { noPanes as commands } from '../case/caseBench.testdata.js';
import type { CaseStore } from '../case/caseStore.js';
import { caseKeys, scopeOf, type CaseAction } from '../keys/keymap.js';
import { lesionRows } from './lesionRows.js';

/** Runs acts as a menu or a button would. */
export const run = (store: CaseStore, ...actions: CaseAction[]): void =>
  actions.forEach(action => runCaseAction(store, action, commands));
/** Runs what the keymap has for a key in the scope that is in force. */
export const press = (store: CaseStore, chord: string): void => {
  const scope = scopeOf(store.getSnapshot().sheet);
  const binding = caseKeys.find(key => key.chord === chord && key.scopes.includes(scope));
  if (binding === undefined) throw new Error(`${chord} does nothing in ${scope}`);
  runCaseAction(store, binding.action as CaseAction, commands);
};
/** Each lesion's id and state, in the document's order. */
export const states = (store: CaseStore) =>
  store.getSnapshot().document.lesions.map(({ id, state }) => `${id} ${state}`);
export const select = (store: CaseStore, id: string) =>
  store.select(
    store.getSnapshot().document.lesions.find(lesion => lesion.id === id)?.trackingUid ?? null
  );
/** The target rows of the lesion list. */
export const rows = (store: CaseStore) => {
  const { document, assessment } = store.getSnapshot();
  return lesionRows(document, 'target', {
    context: store.context,
    current: assessment.ok ? assessment.current : null,
    drawing: null,
    comparison: store.getSnapshot().comparison,
    signed: false,
  });
};
export const row = (store: CaseStore, id: string) =>
  rows(store).find(candidate => candidate.id === id);
export const prompt = (store: CaseStore) => store.getSnapshot().prompt;
