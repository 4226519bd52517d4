import { useState } from 'react';
import { text } from '@corelab/ui';
import { ActForm } from '../parts/ActForm.js';
import { TextInput } from '../parts/TextInput.js';
import { LabelledSelect } from './LabelledSelect.js';
import type { Exam } from './qcData.js';
import { seriesNames } from './seriesNames.js';
import { purposeName } from './qcWords.js';

/** What deviates, for one series and one purpose. */
export interface Deviation {
  readonly series: string;
  readonly purpose: string;
  readonly text: string;
}

export interface DeviationFormProps {
  exam: Exam;
  busy: boolean;
  error: unknown;
  onAct(reason: string, deviations: Deviation[]): void;
  onCancel(): void;
}

/** Passing with deviations: what deviates by series and purpose, and why it can be read all the same. */
export function DeviationForm({ exam, busy, error, onAct, onCancel }: DeviationFormProps) {
  const names = seriesNames(exam);
  const purposes = exam.protocol?.purposes ?? ['read'];
  const first: Deviation = { series: exam.seriesList[0]?.id ?? '', purpose: 'read', text: '' };
  const [deviations, setDeviations] = useState<readonly Deviation[]>([first]);
  const keys = deviations.map(({ series, purpose }) => `${series} ${purpose}`);
  const ready =
    deviations.length > 0 &&
    new Set(keys).size === keys.length &&
    deviations.every(one => one.text.trim() !== '');
  const change = (at: number, next: Partial<Deviation>): void =>
    setDeviations(all => all.map((one, place) => (place === at ? { ...one, ...next } : one)));
  return (
    <ActForm
      act={text('qc.decide.passDeviationButton')}
      ready={ready}
      busy={busy}
      error={error}
      onAct={({ reason }) =>
        onAct(
          reason,
          deviations.map(one => ({ ...one, text: one.text.trim() }))
        )
      }
      onCancel={onCancel}
    >
      {deviations.map((one, at) => (
        <div
          key={at}
          className="cl-row cl-wrap cl-judge"
        >
          <LabelledSelect
            label={text('qc.deviation.series', { place: at + 1 })}
            value={one.series}
            options={exam.seriesList.map(({ id }) => ({ value: id, name: names.get(id) ?? id }))}
            onChange={series => change(at, { series })}
          />
          <LabelledSelect
            label={text('qc.deviation.purpose', { place: at + 1 })}
            value={one.purpose}
            options={purposes.map(value => ({ value, name: purposeName(value) }))}
            onChange={purpose => change(at, { purpose })}
          />
          <TextInput
            label={text('qc.deviation.text', { place: at + 1 })}
            value={one.text}
            onChange={said => change(at, { text: said })}
            autoFocus={at === 0}
          />
          {deviations.length === 1 ? null : (
            <button
              type="button"
              className="cl-button cl-button-quiet"
              onClick={() => setDeviations(all => all.filter((_, place) => place !== at))}
            >
              {text('qc.deviation.remove', { place: at + 1 })}
            </button>
          )}
        </div>
      ))}
      <div className="cl-row">
        <button
          type="button"
          className="cl-button"
          onClick={() => setDeviations(all => [...all, first])}
        >
          {text('qc.deviation.add')}
        </button>
      </div>
    </ActForm>
  );
}
