import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { instantText } from '../parts/instantText.js';
import { SideSheet } from '../parts/SideSheet.js';
import { readStateName } from '../progress/progressWords.js';
import { DecideImpactForm } from './DecideImpactForm.js';
import { impactRead, impactTimepoint } from './impactRead.js';
import type { Impact } from './qcData.js';
import { causeText, decisionName } from './qcWords.js';

function Facts({ impact }: { impact: Impact }) {
  const { readState, noticedAt, examDate, changed } = impact;
  return (
    <dl className="cl-facts">
      <dt>{text('qc.impact.read')}</dt>
      <dd>{impactRead(impact)}</dd>
      <dt>{text('qc.impact.readState')}</dt>
      <dd>{readStateName(readState)}</dd>
      {changed === null ? null : (
        <>
          <dt>{text('qc.impact.changed')}</dt>
          <dd>{changed}</dd>
        </>
      )}
      {examDate === null ? null : (
        <>
          <dt>{text('qc.impact.exam')}</dt>
          <dd>{examDate}</dd>
        </>
      )}
      <dt>{text('qc.impact.noticed')}</dt>
      <dd>{instantText(noticedAt)}</dd>
    </dl>
  );
}

export interface ImpactSheetProps {
  impact: Impact;
  /** What a signature may mean. */
  meanings: readonly string[];
  onClose(): void;
}

/** One change under a read: what it was, what it can mean, and the signed decision. */
export function ImpactSheet({ impact, meanings, onClose }: ImpactSheetProps) {
  const room = useTrialRoom();
  const { subject, slot, cause, decision, decidedBy, reason, decidable } = impact;
  return (
    <SideSheet
      title={text('qc.impact.title', { subject, timepoint: impactTimepoint(impact), slot })}
      onClose={onClose}
    >
      <p>{causeText(cause)}</p>
      <Facts impact={impact} />
      {decision !== null ? (
        <p>
          {text('qc.impact.decidedBy', {
            decision: decisionName(decision),
            by: decidedBy ?? text('qc.unknown'),
            reason: reason ?? '',
          })}
        </p>
      ) : !isOne(room, 'admin', 'dataManager') ? (
        <p className="cl-second">{text('qc.impact.notYours')}</p>
      ) : decidable ? (
        <DecideImpactForm
          impact={impact}
          meanings={meanings}
        />
      ) : (
        <p className="cl-attention">{text('qc.impact.notYet')}</p>
      )}
    </SideSheet>
  );
}
