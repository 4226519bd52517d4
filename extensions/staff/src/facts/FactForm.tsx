import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { clinicalFactKind, clinicalFactValue, text } from '@corelab/ui';
import { ClientError } from '@corelab/client';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { SelectInput } from '../parts/SelectInput.js';
import { TextInput } from '../parts/TextInput.js';
import type { Kind, Plan, Version } from './factWords.js';
import { PlanView } from './PlanView.js';

/** The fact that is corrected. */
export interface Corrected {
  readonly kind: string;
  readonly name: string | null;
  readonly version: Version;
}

interface ValueFieldProps {
  kind: Kind;
  value: string;
  unit: string;
  onValue(value: string): void;
  onUnit(unit: string): void;
}

function ValueField({
  kind: { kind, value: form },
  value,
  unit,
  onValue,
  onUnit,
}: ValueFieldProps) {
  if (form.type === 'none') return null;
  if (form.type === 'choice') {
    return (
      <SelectInput
        label={text('clinical.value')}
        value={value}
        options={[
          ['', text('clinical.form.choose')],
          ...(form.choices ?? []).map(
            choice => [choice, clinicalFactValue(kind, choice, null)] as const
          ),
        ]}
        onChange={onValue}
      />
    );
  }
  const label =
    form.type === 'number'
      ? text('clinical.form.valueUnit', { unit: form.unit ?? '' })
      : form.type === 'text'
        ? text('clinical.form.text')
        : text('clinical.value');
  return (
    <>
      <TextInput
        label={label}
        value={value}
        onChange={onValue}
      />
      {form.type === 'measured' ? (
        <TextInput
          label={text('clinical.form.unit')}
          value={unit}
          onChange={onUnit}
        />
      ) : null}
    </>
  );
}

/** What a refusal says is wrong with the fields. */
const refusedPlan = (reason: unknown): Pick<Plan, 'findings' | 'findingCount'> | null => {
  if (!(reason instanceof ClientError) || reason.code !== 'CL_FACTS_REFUSED') return null;
  return reason.body as Pick<Plan, 'findings' | 'findingCount'>;
};

export interface FactFormProps {
  kinds: readonly Kind[];
  /** Whose fact it is; null where the person says. */
  subject: string | null;
  corrected?: Corrected;
  onDone(): void;
  onCancel(): void;
}

/** One fact by hand, looked at before it is recorded. */
export function FactForm({ kinds, subject: given, corrected, onDone, onCancel }: FactFormProps) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const [subject, setSubject] = useState(given ?? '');
  const [kindName, setKind] = useState(corrected?.kind ?? '');
  const [date, setDate] = useState(corrected?.version.date ?? '');
  const [value, setValue] = useState(corrected?.version.value ?? '');
  const [unit, setUnit] = useState(corrected?.version.unit ?? '');
  const [name, setName] = useState(corrected?.name ?? '');
  const kind = kinds.find(one => one.kind === kindName);
  const fact = {
    ...{ subject: subject.trim(), kind: kindName, date: date.trim(), value: value.trim() },
    unit: kind?.value.type === 'number' ? (kind.value.unit ?? '') : unit.trim(),
    name: name.trim(),
    ...(corrected === undefined ? {} : { replaces: corrected.version.id }),
  };
  const url = '/api/admin/trials/{trial}/facts';
  const path = { trial: trial.id };
  const look = useMutation({
    mutationFn: (reason: string) =>
      server.post(url, { path, body: { ...fact, reason, preview: true } }),
  });
  const record = useMutation({
    mutationFn: ({ reason, tag }: { readonly reason: string; readonly tag: string }) =>
      server.post(url, { path, body: { ...fact, reason, tag } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['facts', trial.id] });
      onDone();
    },
  });
  /** What was looked at was of other words. */
  const change =
    (set: (value: string) => void) =>
    (to: string): void => {
      set(to);
      look.reset();
      record.reset();
    };
  const plan = look.data;
  const seen = plan !== undefined && plan.findings.length === 0;
  const refused = refusedPlan(record.error);
  return (
    <ActForm
      act={
        seen
          ? text(corrected === undefined ? 'clinical.form.record' : 'clinical.form.correct')
          : text('clinical.form.look')
      }
      ready={fact.subject !== '' && kind !== undefined}
      busy={look.isPending || record.isPending}
      error={look.error ?? (refused === null ? record.error : null)}
      onAct={({ reason }) =>
        seen ? record.mutate({ reason, tag: plan.tag }) : look.mutate(reason)
      }
      onCancel={onCancel}
    >
      {given === null ? (
        <TextInput
          label={text('clinical.form.subject')}
          value={subject}
          onChange={change(setSubject)}
        />
      ) : null}
      {corrected === undefined ? (
        <SelectInput
          label={text('clinical.kind')}
          value={kindName}
          options={[
            ['', text('clinical.form.choose')],
            ...kinds.map(one => [one.kind, clinicalFactKind(one.kind)] as const),
          ]}
          onChange={to => {
            change(setKind)(to);
            setValue('');
          }}
        />
      ) : null}
      {kind === undefined ? null : (
        <>
          {kind.named ? (
            <TextInput
              label={text('clinical.name')}
              value={name}
              onChange={change(setName)}
            />
          ) : null}
          {kind.date === 'none' ? null : (
            <TextInput
              label={text('clinical.form.date')}
              value={date}
              onChange={change(setDate)}
            />
          )}
          <ValueField
            kind={kind}
            value={value}
            unit={unit}
            onValue={change(setValue)}
            onUnit={change(setUnit)}
          />
        </>
      )}
      {plan === undefined ? null : (
        <PlanView
          plan={plan}
          ofOne
        />
      )}
      {refused === null ? null : (
        <PlanView
          plan={{ ...emptyPlan, ...refused }}
          ofOne
        />
      )}
    </ActForm>
  );
}

const emptyPlan: Plan = {
  ...{ done: false, import: null, tag: '', added: 0, changed: 0, withdrawn: 0, same: 0 },
  ...{ findings: [], findingCount: 0, changes: [], reads: [], readCount: 0 },
  ...{ finals: [], finalCount: 0 },
};
