import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TextInput } from '../parts/TextInput.js';
import { base64Of } from './base64Of.js';
import type { Plan } from './factWords.js';
import { PlanView } from './PlanView.js';

const mostBytes = 6 * 1024 * 1024;

/** A file as it was chosen; read once, so that what is confirmed is what was looked at. */
interface Chosen {
  readonly name: string;
  readonly content: string;
}

interface FileChoiceProps {
  chosen: Chosen | null;
  busy: boolean;
  onFile(file: File): void;
}

function FileChoice({ chosen, busy, onFile }: FileChoiceProps) {
  const field = useRef<HTMLInputElement | null>(null);
  return (
    <div className="cl-row cl-wrap-row">
      <input
        ref={field}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={text('clinical.import.file')}
        onChange={event => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
          // The same choice again is a change again.
          event.target.value = '';
        }}
      />
      {chosen === null ? null : <span className="cl-medium">{chosen.name}</span>}
      <button
        type="button"
        className="cl-button"
        disabled={busy}
        onClick={() => field.current?.click()}
      >
        {text(chosen === null ? 'clinical.import.choose' : 'clinical.import.other')}
      </button>
    </div>
  );
}

interface DoneProps {
  plan: Plan;
  file: string;
  onNext(): void;
}

function Done({ plan, file, onNext }: DoneProps) {
  return (
    <>
      <p
        role="status"
        className="cl-ok"
      >
        {text('clinical.import.done', { file })}
      </p>
      <PlanView plan={plan} />
      <div className="cl-row">
        <button
          type="button"
          className="cl-button"
          onClick={onNext}
        >
          {text('clinical.import.next')}
        </button>
      </div>
    </>
  );
}

/** A file of facts on its way in: chosen, checked, looked at, confirmed. */
export function ImportPart() {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const path = { trial: trial.id };
  const asked = {
    fileName: chosen?.name ?? '',
    source: source.trim(),
    content: chosen?.content ?? '',
  };
  const url = '/api/admin/trials/{trial}/facts/import';
  const preview = useMutation({
    mutationFn: () => server.post(url, { path, body: { ...asked, preview: true } }),
  });
  const bring = useMutation({
    mutationFn: (tag: string) => server.post(url, { path, body: { ...asked, tag } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['facts', trial.id] }),
  });
  const forget = (): void => {
    preview.reset();
    bring.reset();
    setTrouble(null);
  };
  const take = async (file: File): Promise<void> => {
    forget();
    setChosen(null);
    if (file.size > mostBytes) return setTrouble(text('clinical.import.big'));
    try {
      setChosen({ name: file.name, content: base64Of(await file.arrayBuffer()) });
    } catch (reason) {
      const message = reason instanceof Error ? reason.message : String(reason);
      setTrouble(text('clinical.import.unreadable', { message }));
    }
  };
  const busy = preview.isPending || bring.isPending;
  if (bring.isSuccess) {
    return (
      <main className="cl-staff-main cl-form">
        <Done
          plan={bring.data}
          file={asked.fileName}
          onNext={() => {
            forget();
            setChosen(null);
          }}
        />
      </main>
    );
  }
  const plan = preview.data;
  const ready = chosen !== null && asked.source !== '' && !busy;
  return (
    <main className="cl-staff-main cl-form">
      <p className="cl-second">{text('clinical.import.hint')}</p>
      <FileChoice
        chosen={chosen}
        busy={busy}
        onFile={file => void take(file)}
      />
      {trouble === null ? null : (
        <p
          role="alert"
          className="cl-stop"
        >
          {trouble}
        </p>
      )}
      <form
        className="cl-form cl-fact-form"
        onSubmit={event => {
          event.preventDefault();
          if (ready) preview.mutate();
        }}
      >
        <TextInput
          label={text('clinical.import.source')}
          value={source}
          onChange={value => {
            setSource(value);
            // What was looked at was of another source.
            preview.reset();
            bring.reset();
          }}
        />
        {plan === undefined || plan.findings.length > 0 ? (
          <div className="cl-row">
            <button
              type="submit"
              className="cl-button cl-button-primary"
              disabled={!ready}
            >
              {text('clinical.import.preview')}
            </button>
          </div>
        ) : null}
      </form>
      <p
        role="status"
        className="cl-second"
      >
        {preview.isPending ? text('clinical.import.checking') : ''}
        {bring.isPending ? text('clinical.import.importing') : ''}
      </p>
      {preview.isError ? (
        <ErrorLine
          reason={preview.error}
          onRetry={() => preview.mutate()}
        />
      ) : null}
      {plan === undefined ? null : <PlanView plan={plan} />}
      {bring.isError ? <ErrorLine reason={bring.error} /> : null}
      {plan === undefined || plan.findings.length > 0 ? null : (
        <>
          {plan.changes.length === 0 ? <p>{text('clinical.import.nothing')}</p> : null}
          <div className="cl-row">
            <button
              type="button"
              className={plan.changes.length === 0 ? 'cl-button' : 'cl-button cl-button-primary'}
              disabled={busy}
              onClick={() => bring.mutate(plan.tag)}
            >
              {text(
                plan.changes.length === 0 ? 'clinical.import.record' : 'clinical.import.confirm'
              )}
            </button>
          </div>
        </>
      )}
    </main>
  );
}
