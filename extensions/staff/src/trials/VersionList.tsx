import { useRef, type KeyboardEvent } from 'react';
import { text } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import { scopeText, stateText, type VersionSummary } from './versions.js';

export interface VersionListProps {
  versions: readonly VersionSummary[];
  selected: number | null;
  onSelect(version: number): void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The versions of a trial's charter, the latest first; arrow keys go through them. */
export function VersionList({ versions, selected, onSelect }: VersionListProps) {
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = versions.findIndex(({ version }) => version === selected) + step;
    const next = versions[Math.max(0, Math.min(versions.length - 1, index))];
    if (next === undefined) return;
    onSelect(next.version);
    list.current?.querySelector<HTMLElement>(`[data-version="${next.version}"]`)?.focus();
  };
  return (
    <ul
      ref={list}
      className="cl-versions"
      role="listbox"
      aria-label={text('trials.versions')}
      onKeyDown={move}
    >
      {versions.map(({ version, state, author, approver, savedAt, approvedAt, scope, reason }) => (
        <li
          key={version}
          role="option"
          className="cl-version"
          data-version={version}
          data-state={state}
          aria-selected={version === selected}
          tabIndex={version === selected ? 0 : -1}
          onClick={() => onSelect(version)}
        >
          <p className="cl-row">
            <b>{text('trials.version', { version })}</b>
            <span className="cl-version-state">{stateText(state)}</span>
          </p>
          <p>{reason}</p>
          <p className="cl-second">
            {text('trials.savedBy', {
              ...{ who: author ?? text('trials.system'), when: instantText(savedAt) },
            })}
          </p>
          {approvedAt === null ? null : (
            <p className="cl-second">
              {text('trials.approvedBy', {
                ...{ who: approver ?? text('trials.system'), when: instantText(approvedAt) },
              })}
            </p>
          )}
          <p className="cl-second">{text(scopeText[scope])}</p>
        </li>
      ))}
    </ul>
  );
}
