import { useState } from 'react';
import { text } from '@corelab/ui';
import { TextInput } from '../parts/TextInput.js';
import { LabelledSelect, type Option } from './LabelledSelect.js';
import type { Judgement, Use } from './judgement.js';
import type { Protocol, Usability } from './qcData.js';
import { purposeName, usabilityName } from './qcWords.js';

const usabilities: readonly Usability[] = ['yes', 'limited', 'no'];
const isUsability = (word: string): word is Usability => usabilities.some(one => one === word);

const usableOptions = (): Option[] =>
  usabilities.map(value => ({ value, name: usabilityName(value) }));

interface UseLineProps {
  purpose: string;
  /** Null where it is as for reading. */
  use: Use | null;
  onUse(use: Use | null): void;
}

function UseLine({ purpose, use, onUse }: UseLineProps) {
  const name = purposeName(purpose);
  const asReading: Option[] =
    purpose === 'read' ? [] : [{ value: '', name: text('qc.series.sameAsReading') }];
  return (
    <>
      <LabelledSelect
        label={text('qc.series.usableFor', { purpose: name })}
        value={use?.usable ?? ''}
        options={[...asReading, ...usableOptions()]}
        onChange={word =>
          onUse(isUsability(word) ? { usable: word, reason: use?.reason ?? '' } : null)
        }
      />
      {use === null || use.usable === 'yes' ? null : (
        <TextInput
          label={text('qc.series.reasonFor', { purpose: name })}
          value={use.reason}
          onChange={reason => onUse({ ...use, reason })}
        />
      )}
    </>
  );
}

export interface JudgementFormProps {
  name: string;
  modality: string;
  protocol: Protocol;
  judgement: Judgement;
  onJudge(judgement: Judgement): void;
}

const none = '-';

/** Role of a series, and what it may be used for: to be read, and for single criteria and instruments. */
export function JudgementForm(props: JudgementFormProps) {
  const { name, modality, protocol, judgement, onJudge } = props;
  const { role, noneFits, read, purposes } = judgement;
  const others = protocol.purposes.filter(purpose => purpose !== 'read');
  const [unfolded, setUnfolded] = useState(Object.keys(purposes).length > 0);
  const roles = protocol.roles.filter(one => one.modality === modality);
  const onRole = (value: string): void => {
    if (value === none) {
      onJudge({ role: null, noneFits: true, read: { ...read, usable: 'no' }, purposes: {} });
    } else onJudge({ ...judgement, role: value || null, noneFits: false });
  };
  const onPurpose = (purpose: string, use: Use | null): void => {
    const kept = Object.entries(purposes).filter(([one]) => one !== purpose);
    const next = use === null ? kept : [...kept, [purpose, use] as const];
    onJudge({ ...judgement, purposes: Object.fromEntries(next) });
  };
  return (
    <fieldset
      className="cl-fieldset cl-form cl-tight"
      aria-label={name}
    >
      <div className="cl-row cl-wrap cl-judge">
        <LabelledSelect
          label={text('qc.series.role')}
          value={role ?? (noneFits ? none : '')}
          options={[
            ...(role === null && !noneFits ? [{ value: '', name: text('qc.series.choose') }] : []),
            ...roles.map(one => ({ value: one.role, name: one.role })),
            { value: none, name: text('qc.series.noneFits') },
          ]}
          onChange={onRole}
        />
        {noneFits ? (
          <TextInput
            label={text('qc.series.reasonFor', { purpose: purposeName('read') })}
            value={read.reason}
            onChange={reason => onJudge({ ...judgement, read: { ...read, reason } })}
          />
        ) : (
          <UseLine
            purpose="read"
            use={read}
            onUse={use => onJudge({ ...judgement, read: use ?? read })}
          />
        )}
      </div>
      {others.length === 0 || noneFits ? null : unfolded ? (
        others.map(purpose => (
          <div
            key={purpose}
            className="cl-row cl-wrap cl-judge"
          >
            <UseLine
              purpose={purpose}
              use={purposes[purpose] ?? null}
              onUse={use => onPurpose(purpose, use)}
            />
          </div>
        ))
      ) : (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button cl-button-quiet"
            onClick={() => setUnfolded(true)}
          >
            {text('qc.series.perPurpose')}
          </button>
        </div>
      )}
    </fieldset>
  );
}
