import { finding } from '../course/baselineFindings.js';
import type { TargetCategory } from '../course/categories.js';
import { type Crossing, nearestMargin } from '../course/margin.js';
import { scanDate } from '../course/responseDate.js';
import { decreasedBy, percentChange } from '../decimal.js';
import type { Facts, Subject } from '../lymphoma/facts.js';
import { rateMarrow } from '../lymphoma/marrow.js';
import { type CtCategory, sizeGrid } from '../lymphoma/sizeGrid.js';
import type { Finding, Trace } from '../schemas.js';
import { type Growth, type GrowthRating, progressedLesions } from './growth.js';
import { luganoOf } from './inputs.js';
import { lastAbnormalNode, normalNodeCrossings, normalNodeMm } from './normalNodes.js';
import type { Parameters } from './parameters.js';
import { rateSpleen } from './spleen.js';

const source = 'Cheson 2014 (Lugano) Table 3, CT';

export interface CtRating {
  /** null: not done. */
  readonly category: CtCategory | null;
  readonly target: TargetCategory;
  readonly growth: readonly Growth[];
  readonly newLesions: readonly string[];
  /** Progression by anything but measured lesions and new ones. */
  readonly otherPd: boolean;
  /** Nothing on CT, spleen, liver or marrow at baseline. */
  readonly noDiseaseAtBaseline: boolean;
  readonly dates: readonly (string | null)[];
  readonly trace: readonly Trace[];
  readonly findings: readonly Finding[];
}

interface TargetRating {
  readonly category: TargetCategory;
  readonly trace: Trace;
  /** Where the sum would be another category; null where no number decided. */
  readonly sumTo: Crossing | null;
}

const signed = (change: number): string => `${change > 0 ? '+' : ''}${change}`;

/** The sum of products against the baseline; progression is each lesion's own matter. */
function rateSum({ states, references }: Facts, { scale }: Subject<Parameters>): TargetRating {
  const { current, baseline } = references;
  const spd = scale.toMm2(current.known);
  const change = percentChange(current.known, baseline);
  const whole = current.complete;
  const numbers = {
    spdMm2: whole ? spd : null,
    baselineMm2: scale.toMm2(baseline),
    nadirMm2: scale.toMm2(references.nadir),
    changeFromBaselinePct: whole ? change : null,
    changeFromNadirPct: whole ? percentChange(current.known, references.nadir) : null,
  };
  const result = (
    category: TargetCategory,
    rule: string,
    text: string,
    decided: Pick<Trace, 'threshold'> = {},
    beyond?: string
  ): TargetRating => {
    const sumTo: Crossing | null =
      beyond === undefined || baseline === 0n
        ? null
        : {
            category: beyond,
            current: current.known,
            numerator: baseline,
            denominator: 2n,
            unit: 'mm2',
            one: scale.one * scale.one,
            reference: baseline,
          };
    const shown = references.counted === 0 ? {} : numbers;
    return { category, sumTo, trace: { rule, text, numbers: shown, ...decided, source } };
  };
  if (states.length === 0) return result('NA', 'target.none', 'No measured lesion at baseline.');
  const missing = states.filter(({ complete }) => !complete);
  if (references.counted === 0) return result('NE', 'target.ne', 'Every target was treated.');
  if (missing.length > 0) {
    const names = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    return result('NE', 'target.ne', `Not evaluable: ${names}.`);
  }
  if (states.every(({ present }) => !present)) {
    const text = `Every node has an LDi up to 15 mm and nothing extranodal is left (SPD ${spd} mm²).`;
    const threshold = `every node up to ${normalNodeMm} mm LDi, nothing extranodal`;
    return result('CR', 'target.cr', text, { threshold });
  }
  const share = change === null ? '' : ` (${signed(change)} %)`;
  const by = `SPD ${spd} mm² against ${scale.toMm2(baseline)} mm² at baseline${share}`;
  const bySum = { threshold: 'SPD at least 50 % below the baseline' };
  return decreasedBy(current.known, baseline, 50n)
    ? result('PR', 'target.pr', `${by}: at least half gone.`, bySum, 'SD')
    : result('SD', 'target.sd', `${by}: not half gone.`, bySum, 'PR');
}

/**
 * The sum's trace with the nearest of its own threshold and of what would make a single lesion progression, which is
 * none any more where one has progressed. With a target missing only that is left.
 */
function withMargin(
  { category, trace, sumTo }: TargetRating,
  { growth, toProgression }: GrowthRating,
  normal: readonly Crossing[]
): Trace {
  const byLesion = growth.length > 0 ? [] : toProgression;
  if (category === 'NE' && byLesion.length > 0)
    return {
      ...trace,
      threshold: 'no lesion that was read has progressed by itself',
      margin: nearestMargin(byLesion),
    };
  if (trace.threshold === undefined) return trace;
  const bySum = sumTo === null ? [] : [sumTo];
  // Progression of a node begins at 15 mm or farther: the same numerator is the same place.
  const isOne = ({ lesion, numerator }: Crossing) =>
    byLesion.some(one => one.lesion === lesion && one.numerator === numerator);
  const others = normal.filter(one => !isOne(one));
  return { ...trace, margin: nearestMargin([...bySum, ...byLesion, ...others]) };
}

/** Response by CT with the organs that go with it: spleen, liver, marrow. */
export function rateCt(
  facts: Facts,
  base: Facts,
  past: readonly Facts[],
  subject: Subject<Parameters>
): CtRating {
  const { parameters, scale } = subject;
  const { visit, history, newLesions, nonTarget } = facts;
  const given = luganoOf(visit);
  const readable = visit.input.evaluable !== false;
  const read = readable && given.ct !== 'notDone' && given.ct !== 'notEvaluable';
  const marrow = rateMarrow(history, 'Cheson 2014 (Lugano) Table 3, bone marrow');
  const spleen = rateSpleen(history, parameters, scale);
  const sum = rateSum(facts, subject);
  const measured: GrowthRating = read
    ? progressedLesions(facts, past, parameters, scale, {
        otherwise: sum.category,
        lastAbnormal: lastAbnormalNode(facts),
      })
    : { growth: [], toProgression: [] };
  const { growth } = measured;
  const target: TargetCategory =
    growth.length > 0 ? 'PD' : sum.category === 'NA' || read ? sum.category : 'NE';
  const liverAtBaseline = luganoOf(base.visit).liver === 'enlarged';
  const organs = spleen.enlargedAtBaseline || liverAtBaseline || marrow.involvedAtBaseline;
  const other = nonTarget.category === 'LARGER' ? 'NON-CR/NON-PD' : nonTarget.category;
  const cell = sizeGrid[target][organs && other === 'NA' ? 'CR' : other];
  const yes = read
    ? [...newLesions.perLesion].filter(([, state]) => state === 'YES').map(([id]) => id)
    : [];
  const [nonTargetPd, spleenPd, marrowPd] = [
    read && nonTarget.category === 'PD',
    read && spleen.state === 'PD',
    readable && marrow.state === 'NEW',
  ];
  const findings: Finding[] = [...spleen.findings, ...marrow.findings];
  if (given.ct === 'notDone' && visit.lesions.size > 0)
    findings.push(
      finding(
        'ct.contradiction',
        'block',
        null,
        'Lesions are listed, but no CT was done; they are not used.',
        source
      )
    );
  const dates = [
    ...growth.map(one => one.scanDate ?? visit.date),
    ...yes.map(id => scanDate(visit, id)),
    ...nonTarget.worse.map(id => scanDate(visit, id)),
    ...((nonTargetPd && nonTarget.worse.length === 0) || spleenPd || marrowPd ? [visit.date] : []),
  ];
  const normal = normalNodeCrossings(facts, scale);
  const trace = [
    withMargin(sum, measured, normal),
    ...growth.map(one => one.trace),
    ...nonTarget.trace,
  ];
  const result = (category: CtCategory | null, rule: string, text: string): CtRating => ({
    category,
    target,
    growth,
    newLesions: yes,
    otherPd: nonTargetPd || spleenPd || marrowPd,
    noDiseaseAtBaseline: sum.category === 'NA' && other === 'NA' && !organs,
    dates,
    trace: [
      ...(read ? [...trace, ...newLesions.trace, ...spleen.trace] : []),
      ...marrow.trace,
      { rule, text, numbers: {}, source },
    ],
    findings,
  });
  if (growth.length > 0 || yes.length > 0 || nonTargetPd || spleenPd || marrowPd) {
    const why = [
      ...growth.map(({ id, trace: { rule } }) =>
        rule === 'ct.pd.regrowth' ? `${id} is back` : `${id} grew`
      ),
      ...yes.map(id => `new lesion ${id}`),
      ...(nonTargetPd ? ['disease that is not measured progressed'] : []),
      ...(spleenPd ? ['the spleen grew'] : []),
      ...(marrowPd ? ['the marrow is newly involved'] : []),
    ];
    return result('PD', 'ct.pd', `Progression: ${why.join(', ')}.`);
  }
  if (given.ct === 'notDone' && readable) return result(null, 'ct.notDone', 'No CT.');
  if (!read) return result('NE', 'ct.ne', 'The CT is not evaluable.');
  const named = (category: string): string => (category === 'NA' ? 'none at baseline' : category);
  const parts = `measured disease: ${named(target)}; disease that is not measured: ${named(nonTarget.category)}`;
  const blocks = [
    ...(['ENLARGED', 'REGRESSED'].includes(spleen.state) ? ['the spleen is enlarged'] : []),
    ...(spleen.state === 'NE' ? ['the spleen was not measured'] : []),
    ...(given.liver === 'enlarged' ? ['the liver is enlarged'] : []),
    ...(liverAtBaseline && !given.liver ? ['the liver was enlarged and is not stated'] : []),
    ...(marrow.state === 'CLEAR' ? [] : ['the marrow is not shown to be normal']),
    ...(newLesions.state === 'NE' && parameters.newLesionNe === 'noCr'
      ? ['new lesions could not be judged']
      : []),
  ];
  const unseen = [
    ...(spleen.enlargedAtBaseline && spleen.state === 'NE'
      ? ['the enlarged spleen was not measured']
      : []),
    ...(liverAtBaseline && !given.liver ? ['the enlarged liver is not stated'] : []),
  ];
  if (target === 'NA' && unseen.length > 0)
    return result('NE', 'ct.ne.organs', `Not evaluable (${parts}): ${unseen.join(', ')}.`);
  const less = target === 'NA' ? 'SD' : 'PR';
  const best = cell === 'CR' && blocks.length > 0 ? less : cell;
  if (best === 'PR' && nonTarget.category === 'LARGER')
    return result('SD', 'ct.sd.larger', `No partial response (${parts}): something is larger.`);
  if (best === 'PR' && spleen.enlargedAtBaseline && spleen.state === 'ENLARGED')
    return result(
      'SD',
      'ct.sd.spleen',
      `No partial response (${parts}): the spleen is not smaller by more than half of its excess.`
    );
  if (best === 'PR' && spleen.enlargedAtBaseline && spleen.state === 'NE')
    return result(
      'NE',
      'ct.ne.spleen',
      `Not decided (${parts}): the enlarged spleen was not measured.`
    );
  if (best !== cell)
    return result(best, 'ct.notComplete', `${best}, not CR (${parts}): ${blocks.join(', ')}.`);
  return result(best, 'ct.grid', `${best} (${parts}).`);
}
