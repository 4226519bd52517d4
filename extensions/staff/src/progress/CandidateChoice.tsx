import { useId } from 'react';
import { text } from '@corelab/ui';
import { ErrorLine } from '../parts/ErrorLine.js';
import { useCandidates } from './decisions.js';

export interface CandidateChoiceProps {
  readId: string;
  /** User name of whoever has it now: not to be chosen. */
  holder: string | null;
  chosen: string | null;
  onChoose(user: string): void;
}

/** Who could have a read: those who may to choose from, the others with what keeps them, in the server's words. */
export function CandidateChoice({ readId, holder, chosen, onChoose }: CandidateChoiceProps) {
  const name = useId();
  const answer = useCandidates(readId);
  if (answer.isPending) return <p role="status">{text('room.loading')}</p>;
  if (answer.data === undefined) {
    return (
      <ErrorLine
        reason={answer.error}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  const { candidates } = answer.data;
  if (candidates.length === 0) return <p>{text('decide.noCandidates')}</p>;
  return (
    <fieldset className="cl-fieldset">
      <legend className="cl-label">{text('decide.candidates')}</legend>
      {candidates.map(one => {
        const why =
          one.user === holder
            ? text('decide.has')
            : one.obstacles.map(({ message }) => message).join('; ');
        const may = one.may && one.user !== holder;
        const hint = `${name}-${one.user}`;
        return (
          <div key={one.user}>
            <label className="cl-choice">
              <input
                type="radio"
                name={name}
                value={one.user}
                disabled={!may}
                checked={one.user === chosen}
                aria-describedby={may ? undefined : hint}
                onChange={() => onChoose(one.user)}
              />
              <span className={may ? '' : 'cl-second'}>
                {text('decide.reader', {
                  ...{ user: one.user, name: one.name },
                  load: text('decide.load', { count: one.openReads }),
                })}
              </span>
            </label>
            {may ? null : (
              <p
                id={hint}
                className="cl-second cl-obstacle"
              >
                {why}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
