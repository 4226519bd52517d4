import { useState, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { ErrorLine } from '../parts/ErrorLine.js';
import { useDestructions, useOpenProblems, useUnlocks } from './decisions.js';
import { DestructionEntry } from './DestructionEntry.js';
import { ProblemEntry } from './ProblemEntry.js';
import { UnlockEntry } from './UnlockEntry.js';

interface ListProps {
  title: string;
  none: string;
  answer: UseQueryResult<unknown>;
  entries: readonly ReactNode[];
}

function List({ title, none, answer, entries }: ListProps) {
  return (
    <section className="cl-form">
      <h2 className="cl-heading">{title}</h2>
      {answer.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {answer.isError ? (
        <ErrorLine
          reason={answer.error}
          onRetry={() => void answer.refetch()}
        />
      ) : null}
      {answer.isSuccess && entries.length === 0 ? <p className="cl-second">{none}</p> : null}
      {entries.length === 0 ? null : <ul className="cl-list cl-form">{entries}</ul>}
    </section>
  );
}

/** What waits for a decision in the trial: acts for a second person, and readers for an answer. */
export function DecidePart() {
  const unlocks = useUnlocks();
  const problems = useOpenProblems();
  const destructions = useDestructions();
  const [said, setSaid] = useState<string | null>(null);
  return (
    <div className="cl-form cl-decide">
      {/* Its place stays: nothing shifts when it says something. */}
      <p
        role="status"
        className="cl-ok cl-decide-said"
      >
        {said ?? ''}
      </p>
      <List
        title={text('decide.second')}
        none={text('decide.noneSecond')}
        answer={unlocks}
        entries={(unlocks.data?.unlocks ?? []).map(unlock => (
          <li key={unlock.id}>
            <UnlockEntry
              unlock={unlock}
              onDone={setSaid}
            />
          </li>
        ))}
      />
      <List
        title={text('decide.problems')}
        none={text('decide.noProblems')}
        answer={problems}
        entries={(problems.data?.problems ?? []).map(problem => (
          <li key={problem.id}>
            <ProblemEntry
              problem={problem}
              onDone={setSaid}
            />
          </li>
        ))}
      />
      <List
        title={text('destruction.title')}
        none={text('destruction.none')}
        answer={destructions}
        entries={(destructions.data?.destructions ?? [])
          .filter(({ state }) => state === 'asked')
          .map(destruction => (
            <li key={destruction.id}>
              <DestructionEntry
                destruction={destruction}
                onDone={setSaid}
              />
            </li>
          ))}
      />
    </div>
  );
}
