import { finding } from '../course/baselineFindings.js';
import type { Finding } from '../schemas.js';
import type { RunStep } from './rateVisit.js';
import type { Run, RunVisit } from './run.js';

const source = 'Seymour 2017 (iRECIST) Table 2';
const lateAfterDays = 56;

/** What iRECIST could not decide at a visit, and confirmations outside its window. */
export function irecistFindings(visit: RunVisit, run: Run | null, step: RunStep): Finding[] {
  if (run === null) return [];
  const found: Finding[] = [];
  const say = (rule: string, severity: Finding['severity'], text: string): void => {
    found.push(finding(rule, severity, null, text, source));
  };
  const unsettled = step.confirmation === null;
  const maybeGrown = visit.nonTarget === 'PD' || visit.nonTarget === 'NON-CR/NON-PD';
  if (unsettled && run.parts.has('nonTarget') && maybeGrown && visit.ntFurther === null) {
    say(
      'run.ntFurtherMissing',
      'block',
      'Whether the non-target disease grew further (ntFurther) is not answered; it cannot confirm progression.'
    );
  }
  const unmeasured = visit.newLesions.present.filter(
    id => !run.joinedTargets.includes(id) && !visit.newLesions.nonTargetSizes.has(id)
  );
  if (
    unsettled &&
    step.run !== null &&
    run.parts.has('newLesion') &&
    visit.nlntFurther === null &&
    unmeasured.length > 0
  ) {
    say(
      'run.nlntFurtherMissing',
      'warning',
      `Whether new non-target lesions (${unmeasured.join(', ')}) grew further (nlntFurther) is not answered; only a state of progressed counts.`
    );
  }
  if (step.window === 'unknown') {
    say(
      'run.windowUnknown',
      'block',
      'Without dates the window of confirmation cannot be checked; progression stays unconfirmed.'
    );
  }
  if (step.overall === 'ICPD' && step.daysInRun !== null && step.daysInRun > lateAfterDays) {
    say(
      'run.confirmedLate',
      'note',
      `Confirmed ${step.daysInRun} days after the first iUPD, later than 28 to 56 days.`
    );
  }
  return found;
}
