import { finding } from '../course/baselineFindings.js';
import { chosenTargets, selectionFindings, totalFindings } from '../course/selection.js';
import type { LengthScale } from '../decimal.js';
import type { Finding } from '../schemas.js';
import { limitOutput, twiceLimit } from './background.js';
import { baselineUptakeFailure, type Comparability } from './comparability.js';
import { on } from './entryFindings.js';
import { glycolysisOf } from './glycolysis.js';
import { type OthersCategory, type Overall, source, type TargetCategory } from './grid.js';
import type { Hottest, SulReferences } from './hottest.js';
import { own, percistOf, sulOf } from './inputs.js';
import type { PercistSubject, Reading } from './reading.js';
import { changeSul, hasRisen } from './thresholds.js';

const about = (rule: string, severity: Finding['severity'], text: string): Finding =>
  finding(rule, severity, null, text, source);

/** Which lesion is the hottest: what was stated, and that it is a target. */
export function hottestFindings(
  reading: Reading,
  { ids, known }: Hottest,
  measurable: boolean
): Finding[] {
  const { visit, others, targets } = reading;
  const found: Finding[] = [];
  for (const lesion of visit.lesions.list) {
    const root = lesion.splitFrom ?? lesion.id;
    const called = own(lesion).hottest === true && lesion.role !== 'new';
    if (called && sulOf(lesion) !== null && known > 0n && !ids.includes(root))
      found.push(
        on(lesion)(
          'hottest.contradiction',
          'block',
          'is called the hottest lesion; another one has a higher SULpeak, which is used.'
        )
      );
    if (
      measurable &&
      lesion.status === 'progressed' &&
      ids.includes(lesion.id) &&
      targets.some(({ id }) => id === lesion.id)
    )
      found.push(
        on(lesion)(
          'hottest.progressed',
          'warning',
          'is the hottest lesion and called progressed: its SULpeak and total lesion glycolysis decide.'
        )
      );
  }
  const alone = ids.length === 1 ? others.find(({ id }) => ids.includes(id)) : undefined;
  if (targets.length > 0 && alone)
    found.push(
      about(
        'hottest.notTarget',
        'warning',
        `${alone.id} is the hottest lesion and no target; its SULpeak is used.`
      )
    );
  return found;
}

/** What the baseline needs for every later scan. */
export function baselineFindings(
  reading: Reading,
  hottest: Hottest,
  { own: parameters, scale }: PercistSubject
): Finding[] {
  const { visit, background, states } = reading;
  const { maxTargets, maxTargetsPerOrgan } = parameters;
  const found = [
    ...totalFindings(
      chosenTargets(visit),
      maxTargets,
      'targets',
      'baseline.targets.tooMany',
      source
    ),
    ...selectionFindings(visit, {
      source,
      maxPerOrgan: maxTargetsPerOrgan,
      tooSmall: () => null,
    }).map((one): Finding =>
      one.rule === 'baseline.target.notEvaluable' && hottest.complete
        ? {
            ...one,
            severity: 'warning',
            text: `${one.lesion ?? ''} is not evaluable at baseline; the reader states that another lesion is the hottest.`,
          }
        : one
    ),
  ];
  const limit = twiceLimit(background);
  const shown = limitOutput(background, scale);
  if (states.length > 0 && limit === null)
    found.push(
      about(
        'baseline.backgroundMissing',
        'warning',
        `Whether the lesions are measurable is not known: mean and SD of the ${background.organ} are needed.`
      )
    );
  for (const { id, known, complete, status } of states) {
    if (limit === null || !complete || status === 'absent' || 2n * known >= limit) continue;
    const isHottest = hottest.ids.includes(id);
    found.push(
      finding(
        'baseline.target.belowLimit',
        isHottest ? 'block' : 'warning',
        id,
        `${id}: SULpeak ${scale.toMm(known)} g/mL is below the measurable limit of ${shown ?? ''} g/mL (${background.organ}).`,
        source
      )
    );
  }
  const inLiver = visit.lesions.list.find(({ location }) => location === 'LIVER');
  if (inLiver && percistOf(visit).liverDiseased == null)
    found.push(
      on(inLiver)(
        'background.liverLesion',
        'note',
        'lies in the liver; whether the liver can give the background is not stated, it is taken to.'
      )
    );
  const uptake = baselineUptakeFailure(visit, parameters, scale);
  if (uptake !== null)
    found.push(
      about('comparability.baselineUptake', 'warning', `No scan can be compared: ${uptake}.`)
    );
  return found;
}

function comparabilityFindings({ failures, unknown, remarks }: Comparability): Finding[] {
  const found = remarks.map(text => about('comparability.activity', 'warning', text));
  if (failures.length > 0)
    found.push(
      about(
        'comparability.failed',
        'warning',
        `Not comparable with the baseline: ${failures.map(({ text }) => text).join('; ')}.`
      )
    );
  if (unknown.length > 0)
    found.push(
      about(
        'comparability.unknown',
        'warning',
        `Taken as comparable; not known: ${unknown.join('; ')}.`
      )
    );
  return found;
}

/** A total that is less than what its lesions add up to. */
export function glycolysisFindings(
  { total, lesions }: { readonly total: bigint | null; readonly lesions: bigint | null },
  needed: boolean
): Finding[] {
  const found: Finding[] = [];
  if (total !== null && lesions !== null && lesions > total)
    found.push(
      about(
        'tlg.contradiction',
        'warning',
        'The total lesion glycolysis is less than the sum over the lesions; the total is used.'
      )
    );
  if (needed)
    found.push(
      about(
        'tlg.missing',
        'note',
        'Progression by extent was not looked at: total lesion glycolysis is not known for both scans.'
      )
    );
  return found;
}

/** What a rated scan says beside its category. */
export function visitFindings(scan: {
  readonly reading: Reading;
  readonly references: SulReferences;
  readonly comparability: Comparability;
  readonly measurable: boolean;
  readonly glycolysisKnown: boolean;
  readonly target: TargetCategory;
  readonly nonTarget: OthersCategory;
  readonly overall: Overall;
  /** The last overall response that was not NE. */
  readonly before: Overall | null;
  readonly scale: LengthScale;
}): Finding[] {
  const { reading, references, target, nonTarget, overall, scale } = scan;
  const { current, baseline, reference } = references;
  const found = hottestFindings(reading, current, scan.measurable);
  if (scan.measurable) {
    const undeclined = target === 'SMD' && current.known >= reference;
    found.push(
      ...comparabilityFindings(scan.comparability),
      ...glycolysisFindings(glycolysisOf(reading, scale), undeclined && !scan.glycolysisKnown)
    );
  } else if (overall !== 'PMD' && hasRisen(current.known, baseline, { strict: false, scale })) {
    const text = `SULpeak rose 30 % and ${changeSul} g/mL, but nothing was measurable at baseline: the reader judges whether the lesions are worse.`;
    found.push(about('nonMeasurable.risen', 'warning', text));
  }
  if (target === 'NE' && nonTarget === 'PMD') {
    const text = `Other lesions are unequivocally worse while the target is not evaluable: ${overall} (percist.neOthersWorse).`;
    found.push(about('overall.neOthersWorse', 'warning', text));
  }
  if (scan.before === 'CMR' && !['CMR', 'NE', 'PMD'].includes(overall)) {
    const text = `Complete metabolic response before, ${overall} against the baseline now: look whether the disease is back.`;
    found.push(about('overall.afterCmr', 'warning', text));
  }
  return found;
}
