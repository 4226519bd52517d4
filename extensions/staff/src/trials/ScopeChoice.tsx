import { useId } from 'react';
import { text } from '@corelab/ui';
import { scopes, scopeText, type Scope } from './versions.js';

const meanings = {
  newSubjects: 'trials.scopeMeans.newSubjects',
  newTimepoints: 'trials.scopeMeans.newTimepoints',
  allWithRereading: 'trials.scopeMeans.allWithRereading',
} as const satisfies Readonly<Record<Scope, string>>;

/** How far an amendment reaches. Nothing is chosen until somebody has. */
export function ScopeChoice({ at, onChoose }: { at: Scope | null; onChoose(scope: Scope): void }) {
  const name = useId();
  return (
    <fieldset className="cl-fieldset">
      <legend className="cl-label">{text('trials.scope')}</legend>
      {scopes.map(scope => (
        <label
          key={scope}
          className="cl-choice cl-choice-long"
        >
          <input
            type="radio"
            name={name}
            value={scope}
            checked={at === scope}
            onChange={() => onChoose(scope)}
          />
          <span>
            {text(scopeText[scope])}
            <span className="cl-second cl-block">{text(meanings[scope])}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
