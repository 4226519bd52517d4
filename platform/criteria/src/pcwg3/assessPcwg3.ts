import { bestResponseOf, referenceDate } from '../course/bestResponse.js';
import { finding } from '../course/baselineFindings.js';
import { parametersOf } from '../course/parameters.js';
import { dayNumber, earliest } from '../dates.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput, Finding } from '../schemas.js';
import { type BoneRating, type BoneScan, rateBone } from './bone.js';
import { overallOf, type Overall, type SoftCategory, softCategories } from './grid.js';
import type { BoneScanInput, Pcwg3Timepoint } from './inputs.js';
import { type Parameters, ParametersSchema } from './parameters.js';
import { type PsaRating, ratePsa } from './psa.js';
import { confirmFirstProgression, type SoftRating, type SoftRevision } from './softProgression.js';
import { assessSoftTissue, siteFindings } from './softTissue.js';
import { vocabularyOf } from './vocabulary.js';

const source = 'Scher 2016 (PCWG3)';

interface Rated {
  readonly soft: RatedTimepoint;
  readonly softRating: SoftRating;
  readonly bone: BoneRating;
  readonly psa: PsaRating;
  readonly findings: readonly Finding[];
}

function softCategory(value: string | null | undefined): Exclude<SoftCategory, 'PDu'> {
  return softCategories.find(code => code === value) ?? 'NE';
}

/** Why bone scans have no baseline to count from, or null. */
function boneBaselineProblem(scan: BoneScanInput | null): string | null {
  if (!scan) return 'no bone scan at baseline';
  return scan.evaluable === false
    ? `the baseline bone scan is not readable (${scan.reason ?? 'OTHER'})`
    : null;
}

function scanFindings(scan: BoneScan, dated: boolean): Finding[] {
  const { input } = scan;
  if (!input || input.evaluable === false) return [];
  const say = (rule: string, severity: Finding['severity'], text: string): Finding =>
    finding(rule, severity, null, text, source);
  const count = input.newLesions ?? null;
  if (count === null)
    return [
      say(
        'bone.countMissing',
        'block',
        'A readable bone scan without the number of new lesions: bone is NE.'
      ),
    ];
  const found: Finding[] = [];
  if (count > 0 && input.lesionsPresent === false)
    found.push(
      say(
        'bone.contradiction',
        'block',
        `${count} new bone lesions, but none is said to be present: bone is NE.`
      )
    );
  if (count === 0 && (input.lesionsPresent ?? null) === null)
    found.push(
      say(
        'bone.presenceNotStated',
        'note',
        'Whether this bone scan shows any lesion is not stated; the baseline decides between NED and Non-PD.'
      )
    );
  if (!dated)
    found.push(
      say(
        'bone.undated',
        'block',
        'Without dates neither the flare window nor a confirmation can be decided.'
      )
    );
  return found;
}

/** Overall at a visit from what was known then, or from what later visits made of it. */
function combined(
  softTissue: SoftCategory,
  bone: BoneRating['category'],
  targetsAtBaseline: boolean,
  parameters: Parameters
): Overall {
  return overallOf(
    { softTissue, bone, targetsAtBaseline },
    { standard: parameters.standard, nedNed: parameters['pcwg.nedNed'] }
  );
}

function output(
  one: Rated,
  targetsAtBaseline: boolean,
  parameters: Parameters,
  order: (timepoint: string) => number
): RatedTimepoint {
  const { soft, softRating, bone, psa } = one;
  const overall = combined(softRating.category, bone.category, targetsAtBaseline, parameters);
  const dates = [
    softRating.category === 'PD' ? (soft.date ?? null) : null,
    bone.category === 'PD' ? bone.date : null,
  ];
  const softRevised: SoftRevision | null =
    softRating.revised ??
    (soft.revised ? { ...soft.revised, value: softCategory(soft.revised.value) } : null);
  const softLater = softRevised?.value ?? softRating.category;
  const boneLater = bone.revised?.value ?? bone.category;
  const later = combined(softLater, boneLater, targetsAtBaseline, parameters);
  // One of them alone always makes it; where each does, the visit that settled it first.
  const alone = [
    { by: softRevised, makes: combined(softLater, bone.category, targetsAtBaseline, parameters) },
    {
      by: bone.revised,
      makes: combined(softRating.category, boneLater, targetsAtBaseline, parameters),
    },
  ].flatMap(({ by, makes }) => (by && makes === later ? [by] : []));
  const [by] = alone.sort((a, b) => order(a.byTimepoint) - order(b.byTimepoint));
  const revised =
    later !== overall && by ? { value: later, byTimepoint: by.byTimepoint, rule: by.rule } : null;
  const revisedDates = [
    softLater === 'PD' ? (soft.date ?? null) : null,
    boneLater === 'PD' ? (bone.revised?.date ?? bone.date) : null,
  ];
  const shown = `soft tissue ${softRating.category}, bone ${bone.category}`;
  return {
    ...soft,
    date: earliest(revised ? revisedDates : dates) ?? soft.date ?? bone.date,
    components: {
      softTissue: softRating.category,
      bone: bone.category,
      boneRevised: bone.revised?.value ?? null,
      psa: psa.category,
    },
    overall,
    revised,
    trace: [
      ...soft.trace,
      ...softRating.trace,
      ...bone.trace,
      ...psa.trace,
      {
        rule: 'overall.boneGrid',
        text: `${shown}${targetsAtBaseline ? '' : ', no soft-tissue target at baseline'}: ${overall}.`,
        numbers: {},
        source: parameters.standard === 'pcwg2' ? 'Scher 2008 (PCWG2)' : source,
      },
    ],
    findings: [...soft.findings, ...one.findings],
  };
}

/** PCWG3 or PCWG2 for one subject: soft tissue, bone scan and PSA apart, soft tissue and bone combined. */
export function assessPcwg3(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf('pcwg3', ParametersSchema, input.parameters);
  const soft = assessSoftTissue(input, parameters);
  const byId = new Map(input.timepoints.map(one => [one.id, one]));
  const given = (id: string): Pcwg3Timepoint => (byId.get(id) ?? {}) as Pcwg3Timepoint;
  const [base, ...visits] = soft.timepoints;
  const baseline = base ? byId.get(base.id) : undefined;
  const start = referenceDate(input, parameters, null) ?? baseline?.date ?? null;
  input.timepoints.forEach((one, index) => {
    const { boneScan } = one as Pcwg3Timepoint;
    if (boneScan?.date) dayNumber(boneScan.date, `/timepoints/${index}/boneScan/date`);
  });
  const baseScan = base ? (given(base.id).boneScan ?? null) : null;
  const problem = boneBaselineProblem(baseScan);
  const scans = visits.map(({ id }): BoneScan => {
    const scan = given(id).boneScan ?? null;
    const readable = byId.get(id)?.evaluable !== false;
    const date = scan?.date ?? byId.get(id)?.date ?? null;
    const why = problem ?? (readable ? null : 'the visit is not evaluable');
    return { timepoint: id, date, input: why === null ? scan : null, problem: why };
  });
  const bones = rateBone(scans, {
    standard: parameters.standard,
    flareDays: parameters.flareDays,
    boneConfirmDays: parameters.boneConfirmDays,
    laterConfirm: parameters.standard === 'pcwg3' || parameters['pcwg2.laterConfirm'],
    start,
    baselineLesions: baseScan?.lesionsPresent ?? null,
  });
  const psas = ratePsa(
    base ? (given(base.id).psaNgMl ?? null) : null,
    visits.map(({ id }) => ({
      timepoint: id,
      date: byId.get(id)?.date ?? null,
      value: given(id).psaNgMl ?? null,
    })),
    { ...parameters, start }
  );
  const softVisits = visits.map(({ id, overall }) => ({
    timepoint: id,
    date: byId.get(id)?.date ?? null,
    category: softCategory(overall),
  }));
  const softRatings: readonly SoftRating[] =
    parameters.standard === 'pcwg2'
      ? confirmFirstProgression(softVisits, {
          firstScanDays: parameters.flareDays,
          confirmDays: parameters['pcwg2.softConfirmDays'],
          start,
        })
      : softVisits.map(({ category }) => ({ category, trace: [], revised: null }));
  const targetsAtBaseline =
    baseline?.lesions.some(({ role, splitFrom }) => role === 'target' && !splitFrom) ?? false;
  const timepoints: RatedTimepoint[] = [];
  if (base && baseline) {
    const noBone =
      problem !== null && visits.some(({ id }) => given(id).boneScan)
        ? [
            finding(
              'bone.baselineMissing',
              'block',
              null,
              `Bone is NE at every visit: ${problem}.`,
              source
            ),
          ]
        : [];
    const boneDisease = baseScan?.lesionsPresent === true;
    const kept = base.findings.filter(
      ({ rule }) => !(boneDisease && rule === 'baseline.noLesions')
    );
    timepoints.push({
      ...base,
      findings: [...kept, ...siteFindings(baseline, parameters), ...noBone],
    });
  }
  const order = (timepoint: string): number => visits.findIndex(({ id }) => id === timepoint);
  visits.forEach((visit, index) => {
    const [softRating, bone, psa, scan] = [
      softRatings[index],
      bones[index],
      psas[index],
      scans[index],
    ];
    if (!softRating || !bone || !psa || !scan) return;
    const findings = scanFindings(scan, scan.date !== null);
    timepoints.push(
      output({ soft: visit, softRating, bone, psa, findings }, targetsAtBaseline, parameters, order)
    );
  });
  const { vocabulary, counted } = vocabularyOf(parameters);
  return {
    criterion: 'pcwg3',
    parameters: { ...parameters },
    timepoints,
    bestOverallResponse: bestResponseOf(
      timepoints.slice(1).map(counted),
      input,
      parameters,
      { date: start },
      vocabulary
    ),
  };
}
