import { ElsewhereNotice } from '@corelab/ui';
import { shortTime } from '../case/announceSave.js';
import type { CaseSnapshot } from '../case/caseSnapshot.js';

/** That another window of this browser changes the case, and the way to change it here. */
export function ElsewhereLine({
  store,
  snapshot,
}: {
  store: { takeOver(): void };
  snapshot: Pick<CaseSnapshot, 'elsewhere'>;
}) {
  const { elsewhere } = snapshot;
  return elsewhere === null ? null : (
    <ElsewhereNotice
      time={elsewhere.since === null ? null : shortTime(elsewhere.since)}
      taking={elsewhere.taking}
      refused={elsewhere.refused}
      onTakeOver={() => store.takeOver()}
    />
  );
}
