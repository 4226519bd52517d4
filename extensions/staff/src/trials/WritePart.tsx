import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TextInput } from '../parts/TextInput.js';
import { CharterEditor, type EditorHandle } from './CharterEditor.js';
import { CheckResults, problemsOf, type ServerCheck } from './CheckResults.js';
import { forgetText, keepText, type KeptText } from './keptTexts.js';
import { LeaveQuestion } from './LeaveQuestion.js';
import { useLiveCheck } from './liveCheck.js';
import { NewerVersion } from './NewerVersion.js';
import { ScopeChoice } from './ScopeChoice.js';
import { SendSheet } from './SendSheet.js';
import { useLeaveGuard } from './useLeaveGuard.js';
import { newerVersionOf, useSaveDraft } from './useSaveDraft.js';
import type { Scope, VersionView } from './versions.js';

/** What a text is written from. */
export interface WritingBase {
  readonly version: VersionView;
  /** The newest version there was when it began. */
  readonly newest: number;
  /** Whether a version was in force: reason and scope are then needed. */
  readonly amends: boolean;
  /** A text that was left unsaved. */
  readonly kept: KeptText | null;
}

export interface WritePartProps extends WritingBase {
  onClose(version: number): void;
}

/** What stands in the way of saving or sending, in a sentence; null when nothing does. */
function obstacle(amends: boolean, reason: string, scope: Scope | null): string | null {
  if (!amends) return null;
  if (reason.trim() === '') return text('trials.needsReason');
  return scope === null ? text('trials.needsScope') : null;
}

/** A charter's text being written: beside it what is wrong with it, what it is for, and what can be done with it. */
export function WritePart({ version: from, newest, amends, kept, onClose }: WritePartProps) {
  const { server, trial } = useTrialRoom();
  const ownDraft = from.state === 'draft';
  const [source, setSource] = useState(kept?.source ?? from.source);
  const [reason, setReason] = useState(kept?.reason ?? (ownDraft ? from.reason : ''));
  const [scope, setScope] = useState<Scope | null>(
    kept === null ? (ownDraft ? from.scope : null) : (kept.scope as Scope | null)
  );
  const [saved, setSaved] = useState({
    version: from.version,
    source: from.source,
    reason: ownDraft ? from.reason : '',
    scope: ownDraft ? from.scope : null,
    isDraft: ownDraft,
  });
  const [after, setAfter] = useState(kept?.after ?? newest);
  const [said, setSaid] = useState<ServerCheck | null>(null);
  const [sending, setSending] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const live = useLiveCheck(source);
  const unsaved = source !== saved.source;
  const guard = useLeaveGuard(unsaved);
  const problems = useMemo(() => problemsOf(live, said), [live, said]);

  const change = (next: { source?: string; reason?: string; scope?: Scope }): void => {
    const now = { source, reason, scope, ...next };
    setSource(now.source);
    setReason(now.reason);
    setScope(now.scope);
    // What would be sent is what was saved, not what is written now.
    if (next.source !== undefined) setSending(false);
    if (now.source === saved.source) forgetText(trial.id);
    else keepText(trial.id, { ...now, after });
  };
  const hear = (of: string, { unsupported, errors }: Omit<ServerCheck, 'of'>): void =>
    setSaid({ of, unsupported, errors });
  const save = useSaveDraft((draft, of) => {
    hear(of.source, draft);
    setSaved({
      ...{ version: draft.version, source: of.source, reason: of.reason.trim(), scope: of.scope },
      isDraft: true,
    });
    setAfter(draft.version);
    forgetText(trial.id);
  });
  const check = useMutation({
    mutationFn: (charter: string) =>
      server.post('/api/admin/charters/check', { body: { charter } }),
    onSuccess: (found, of) => hear(of, found),
  });
  const lacking = obstacle(amends, reason, scope);
  const asSaved =
    saved.isDraft &&
    !unsaved &&
    (!amends || (reason.trim() === saved.reason && scope === saved.scope));
  const errors = live.of === source ? live.errors.length : null;
  const unsendable =
    lacking ??
    (errors === null || errors > 0
      ? text('trials.sendNeedsValid')
      : said !== null && said.of === source && said.unsupported.length > 0
        ? text('trials.sendNeedsSupported')
        : null);
  const saveAnd = (next: { after?: number; onSaved?(): void } = {}): void => {
    if (lacking !== null || save.isPending) return;
    const draft = { source, reason, scope, after: next.after ?? after };
    save.mutate(draft, { onSuccess: () => next.onSaved?.() });
  };
  const send = (): void => {
    if (asSaved) setSending(true);
    else saveAnd({ onSaved: () => setSending(true) });
  };
  const keys = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      if (!asSaved) saveAnd();
    }
  };
  const newerVersion = newerVersionOf(save.error);
  const leave = (): void => guard.ask(() => onClose(saved.version));
  const state = save.isPending
    ? text('save.saving')
    : asSaved
      ? text('trials.savedAs', { version: saved.version })
      : unsaved
        ? text('trials.unsaved')
        : text('trials.unchanged', { version: saved.version });
  return (
    <div
      className="cl-staff-body"
      onKeyDown={keys}
    >
      <main className="cl-staff-main cl-write">
        <div className="cl-row">
          <button
            type="button"
            className="cl-button"
            onClick={leave}
          >
            {text('trials.toVersions')}
          </button>
          <h2 className="cl-heading">
            {text('trials.writingFrom', { trial: trial.id, version: from.version })}
          </h2>
          <span className="cl-grow" />
          <span role="status">{state}</span>
        </div>
        {guard.leave === null ? null : (
          <LeaveQuestion
            onLeave={() => {
              forgetText(trial.id);
              guard.leave?.();
            }}
            onStay={guard.stay}
          />
        )}
        {kept === null ? null : <p className="cl-attention">{text('trials.keptText')}</p>}
        <CharterEditor
          name={text('trials.editorName', { trial: trial.id })}
          initial={kept?.source ?? from.source}
          problems={problems}
          onChange={next => change({ source: next })}
          handle={editor}
        />
      </main>
      {sending ? (
        <SendSheet
          version={saved.version}
          scope={saved.scope ?? 'newSubjects'}
          reason={saved.reason === '' ? text('trials.firstReason') : saved.reason}
          onSent={() => onClose(saved.version)}
          onClose={() => setSending(false)}
        />
      ) : (
        <aside
          className="cl-side-sheet cl-write-side"
          aria-label={text('trials.writeSide')}
        >
          <CheckResults
            source={source}
            live={live}
            server={said}
            problems={problems}
            onGo={(line, column) => editor.current?.goTo(line, column)}
          />
          {check.isError ? <ErrorLine reason={check.error} /> : null}
          <button
            type="button"
            className="cl-button cl-self-start"
            disabled={check.isPending}
            onClick={() => check.mutate(source)}
          >
            {text('trials.validate')}
          </button>
          <TextInput
            label={text(amends ? 'trials.reasonAmend' : 'trials.reasonFirst')}
            value={reason}
            onChange={next => change({ reason: next })}
            multiline
          />
          <ScopeChoice
            at={scope}
            onChoose={next => change({ scope: next })}
          />
          {newerVersion === null ? (
            save.isError ? (
              <ErrorLine reason={save.error} />
            ) : null
          ) : (
            <NewerVersion
              reason={save.error}
              newest={newerVersion}
              base={from.hash === null ? null : from.version}
              busy={save.isPending || lacking !== null}
              onSaveAfter={() => saveAnd({ after: newerVersion })}
            />
          )}
          <div className="cl-row cl-wrap-row">
            <button
              type="button"
              className="cl-button cl-button-primary"
              disabled={lacking !== null || save.isPending || asSaved}
              onClick={() => saveAnd()}
            >
              {text('trials.saveDraft')} <kbd className="cl-key">Ctrl+S</kbd>
            </button>
            <button
              type="button"
              className="cl-button"
              disabled={unsendable !== null || save.isPending}
              onClick={send}
            >
              {text('trials.send')}
            </button>
          </div>
          <p
            role="status"
            className="cl-second"
          >
            {unsendable}
          </p>
        </aside>
      )}
    </div>
  );
}
