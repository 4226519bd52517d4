import { lesionProgress, type LesionRole } from '@corelab/reads';
import { LesionTable, text } from '@corelab/ui';
import { Act } from './Act.js';
import { goTo, type CaseCommands } from '../keys/caseActions.js';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { LesionActs } from './LesionActs.js';
import { lesionRows, lesionsOf } from '../lesions/lesionRows.js';
import { mayBulkUnchanged, setOthersAsBefore, whyNotAsBefore } from '../lesions/nonTargetActs.js';
import { mayShowDerived } from '../lesions/responseState.js';

export interface LesionGroupProps {
  role: LesionRole;
  store: CaseStore;
  commands: CaseCommands;
  snapshot: CaseSnapshot;
}

/** One role: heading with count and Add, its rows, the selected row's acts. */
export function LesionGroup({ role, store, commands, snapshot }: LesionGroupProps) {
  const { context } = store;
  const { document, armed, assessment } = snapshot;
  const lesions = lesionsOf(document, role);
  const signed = snapshot.signature !== null;
  const shown = mayShowDerived(context, document, signed);
  const rows = lesionRows(document, role, {
    context,
    current: shown && assessment.ok ? assessment.current : null,
    drawing: armed?.kind === 'lesion' ? armed.trackingUid : null,
    comparison: snapshot.comparison,
    signed,
  });
  const selected = store.selectedLesion;
  const mayAdd = context.baseline ? role !== 'new' : role === 'new';
  return (
    <section aria-label={text(`group.${role}`)}>
      <div className="cl-section cl-row">
        <h2 className="cl-caption">{text(`group.${role}`)}</h2>
        <span className="cl-second cl-grow">
          {lesions.length === 0 ? text('group.none') : text('group.done', lesionProgress(lesions))}
        </span>
        {role === 'non-target' && mayBulkUnchanged(store) && lesions.length > 0 && !store.locked ? (
          <Act
            name="asBefore"
            label={text('act.asBefore')}
            keys="Shift+A"
            off={whyNotAsBefore(store)}
            onPress={() => setOthersAsBefore(store)}
          />
        ) : null}
        {mayAdd ? (
          <button
            type="button"
            className="cl-button"
            data-add={role}
            aria-label={text('group.addName', { role: text(`role.${role}`) })}
            aria-pressed={armed?.kind === 'add' && armed.role === role}
            disabled={store.locked}
            onClick={() => store.arm({ kind: 'add', role })}
          >
            {text('group.add')} <kbd className="cl-key">A</kbd>
          </button>
        ) : null}
      </div>
      {rows.length === 0 ? null : (
        <LesionTable
          name={text(`group.${role}`)}
          rows={rows}
          selected={selected?.id ?? null}
          comparison={snapshot.comparison}
          onSelect={id => goTo(store, id)}
          detail={
            selected === null ? null : (
              <LesionActs
                store={store}
                commands={commands}
                snapshot={snapshot}
                lesion={selected}
              />
            )
          }
        />
      )}
    </section>
  );
}
