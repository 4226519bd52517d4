import { useCallback, useEffect, useState } from 'react';
import { toClientError } from '@corelab/client';
import { ClinicalFacts, text, type ShownFact } from '@corelab/ui';
import type { FactsSource } from './browserFacts.js';

export interface CaseFactsProps {
  /** Where they are asked for; the same one as long as the case is open. */
  source: FactsSource;
  /** Some are shown once the case is signed. */
  signed: boolean;
}

/** The clinical facts that may be seen beside an open case; nothing where there are none. */
export function CaseFacts({ source, signed }: CaseFactsProps) {
  const [facts, setFacts] = useState<readonly ShownFact[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const ask = useCallback(() => {
    let wanted = true;
    source().then(
      told => {
        if (!wanted) return;
        setFacts(told);
        setTrouble(null);
      },
      (reason: unknown) => {
        if (wanted) setTrouble(toClientError(reason).message);
      }
    );
    return () => {
      wanted = false;
    };
  }, [source]);
  useEffect(() => ask(), [ask, signed]);
  return (
    <>
      <ClinicalFacts facts={facts} />
      {trouble === null ? null : (
        <div className="cl-section cl-row">
          <p
            role="alert"
            className="cl-stop cl-grow"
          >
            {text('clinical.notLoaded', { message: trouble })}
          </p>
          <button
            type="button"
            className="cl-button"
            onClick={() => ask()}
          >
            {text('list.retry')}
          </button>
        </div>
      )}
    </>
  );
}
