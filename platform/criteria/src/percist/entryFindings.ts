import { finding } from '../course/baselineFindings.js';
import { linkFindings, missingRows } from '../course/linkFindings.js';
import { newLesionsOf } from '../course/newLesionRating.js';
import { placeFindings } from '../course/placeFindings.js';
import { splitEntries, splitRoot, type Visit } from '../course/subject.js';
import type { Finding, LesionInput } from '../schemas.js';
import { source } from './grid.js';
import { own, sulOf } from './inputs.js';
import { newLesionState } from './others.js';
import type { PercistSubject, Reading } from './reading.js';

/** Says something of one lesion. */
export const on =
  (lesion: LesionInput) =>
  (rule: string, severity: Finding['severity'], text: string): Finding =>
    finding(rule, severity, lesion.id, `${lesion.id} ${text}`, source);

/** SUL by lean body mass is what PERCIST is defined on. */
function unitFindings(lesion: LesionInput): Finding[] {
  const { sulPeak, suvPeak } = own(lesion);
  const say = on(lesion);
  if (suvPeak == null) return [];
  if (sulPeak == null)
    return [
      say(
        'measurement.suvPeak',
        'warning',
        'has suvPeak: it is taken as SULpeak. PERCIST is defined on lean-body-mass SUL; a body-weight SUV must not be given.'
      ),
    ];
  if (sulPeak === suvPeak) return [];
  const text = `has sulPeak ${sulPeak} and suvPeak ${suvPeak}: sulPeak is used.`;
  return [say('measurement.suvPeakDiffers', 'warning', text)];
}

function targetFindings(lesion: LesionInput, isParent: boolean, reading: Reading): Finding[] {
  const say = on(lesion);
  const sul = sulOf(lesion);
  const distinct = own(lesion).distinctFromBackground ?? null;
  const { status } = lesion;
  if (lesion.evaluable === false || lesion.mergedInto) return [];
  if (status === 'absent' && distinct === true)
    return [
      say(
        'measurement.contradiction',
        'block',
        'is absent, yet distinct from the background: it counts as not evaluable.'
      ),
    ];
  if (sul === 0 && status && status !== 'absent')
    return [
      say(
        'measurement.contradiction',
        'block',
        `has a SULpeak of 0, yet is ${status}: it counts as not evaluable.`
      ),
    ];
  if (sul === null) {
    if (isParent || status === 'absent') return [];
    return [
      say(
        'measurement.missing',
        'block',
        'has no SULpeak and is not called absent: it counts as not evaluable.'
      ),
    ];
  }
  const state = reading.states.find(({ id }) => id === lesion.id);
  if (status === 'absent' && state?.present === true)
    return [
      say(
        'measurement.absentNotBelow',
        'warning',
        'is absent, but its number is not known to be below the background mean: no complete response.'
      ),
    ];
  const { mean } = reading.background;
  const below = mean !== null && state?.status === 'measured' && state.known < mean;
  if (below && distinct === null && status !== 'absent' && status !== 'progressed')
    return [
      say(
        'measurement.distinctNotStated',
        'warning',
        'is below the background mean; whether it is distinct from the background is not stated.'
      ),
    ];
  return [];
}

/** What was entered at a scan. `history` is baseline to this scan; `measurable`: targets are, else their state counts. */
export function entryFindings(
  reading: Reading,
  history: readonly [Visit, ...Visit[]],
  measurable: boolean,
  { targets, nonTargets }: PercistSubject
): Finding[] {
  const { visit } = reading;
  const [baseline] = history;
  const isBaseline = visit === baseline;
  const lookup = splitEntries(history);
  const lesions = visit.lesions.list;
  const found = lesions.flatMap((lesion): Finding[] => {
    const { id, role } = lesion;
    const say = on(lesion);
    const root = lesion.splitFrom ? splitRoot(lesion, lookup) : id;
    const isParent = lesions.some(({ splitFrom }) => splitFrom === id);
    const followed = [...targets, ...nonTargets].some(one => one.id === id);
    const target = reading.targets.some(one => one.id === root);
    const before = baseline.lesions.get(id);
    const entered = [
      ...unitFindings(lesion),
      ...(isBaseline || !before ? placeFindings(lesion) : []),
      ...linkFindings(lesion, visit, lookup, source),
      ...(target && measurable ? targetFindings(lesion, isParent, reading) : []),
    ];
    if (!isBaseline && role !== 'new' && !followed && !lesion.splitFrom)
      entered.push(
        target
          ? say(
              'lesion.addedTarget',
              'warning',
              'is a target that the baseline does not list: taken as a lesion that was there. Record it as new if it was not.'
            )
          : say(
              'lesion.notAtBaseline',
              'block',
              `is ${role} but not in the baseline; it is not used.`
            )
      );
    const stateless = !lesion.status && lesion.evaluable !== false && sulOf(lesion) === null;
    const unstated = stateless && !lesion.mergedInto && !isParent && !lesion.tooSmallToMeasure;
    const spoken = typeof own(lesion).distinctFromBackground === 'boolean';
    if (followed && !(target && measurable) && unstated && !spoken)
      entered.push(say('nonTarget.stateMissing', 'block', 'has no state.'));
    if (followed && before && before.role !== role)
      entered.push(
        say('lesion.roleChanged', 'block', `was ${before.role} at baseline and stays so.`)
      );
    return entered;
  });
  if (isBaseline) return found;
  if (visit.input.evaluable !== false)
    found.push(
      ...missingRows([...reading.targets, ...nonTargets], visit, lookup, source).map(one =>
        baseline.lesions.has(one.lesion ?? '')
          ? one
          : { ...one, text: `${one.lesion ?? ''} is not listed; it counts as not evaluable.` }
      )
    );
  for (const lesion of newLesionsOf(visit, history))
    if (newLesionState(lesion) === 'NE' && lesion.evaluable !== false)
      found.push(
        on(lesion)(
          'newLesion.stateMissing',
          'block',
          'is a new lesion without a state; it counts as not evaluable.'
        )
      );
  return found;
}
