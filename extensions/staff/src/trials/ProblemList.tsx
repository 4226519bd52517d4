import { StateIcon, text } from '@corelab/ui';
import type { EditorProblem } from './CharterEditor.js';

export interface ProblemListProps {
  name: string;
  problems: readonly EditorProblem[];
  onGo(line: number, column: number): void;
}

/** What is wrong, line by line; a press goes there. */
export function ProblemList({ name, problems, onGo }: ProblemListProps) {
  return (
    <ul
      className="cl-problems"
      aria-label={name}
    >
      {problems.map(({ line, column, message, severity }, index) => (
        <li key={index}>
          <button
            type="button"
            className="cl-problem"
            onClick={() => onGo(line, column)}
          >
            <StateIcon icon={severity === 'error' ? 'blocked' : 'warning'} />
            <span>
              {text(severity === 'error' ? 'trials.errorAt' : 'trials.findingAt', {
                ...{ line, column, message },
              })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
