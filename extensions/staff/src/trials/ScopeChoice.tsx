import { text } from '@corelab/ui';
import { Choice } from '../parts/Choice.js';
import { scopes, scopeText, type Scope } from './versions.js';

const meanings = {
  newSubjects: 'trials.scopeMeans.newSubjects',
  newTimepoints: 'trials.scopeMeans.newTimepoints',
  allWithRereading: 'trials.scopeMeans.allWithRereading',
} as const satisfies Readonly<Record<Scope, string>>;

/** How far an amendment reaches. Nothing is chosen until somebody has. */
export function ScopeChoice({ at, onChoose }: { at: Scope | null; onChoose(scope: Scope): void }) {
  return (
    <Choice<Scope>
      legend={text('trials.scope')}
      value={at}
      values={scopes}
      onChange={onChoose}
      nameOf={scope => text(scopeText[scope])}
      hintOf={scope => text(meanings[scope])}
    />
  );
}
