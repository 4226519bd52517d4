import { useState } from 'react';
import { useRoom } from '../frame/room.js';
import { NewTrialPart } from './NewTrialPart.js';
import { TrialPart } from './TrialPart.js';

/** The charter of a trial, its versions and decisions; for an administrator of the installation new trials as well. */
export function TrialsPage() {
  const { session, trial } = useRoom();
  const [making, setMaking] = useState(false);
  if (trial === null || making) {
    return <NewTrialPart onClose={trial === null ? null : () => setMaking(false)} />;
  }
  return (
    <TrialPart
      key={trial.id}
      onNewTrial={session.administrator ? () => setMaking(true) : null}
    />
  );
}
