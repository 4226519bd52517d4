import { finding } from '../course/baselineFindings.js';
import { readSubject, type Visit } from '../course/subject.js';
import type { VolumetricLesion } from '../neuro/inputs.js';
import { areas, volumes } from '../neuro/measures.js';
import type { SizeRules } from '../neuro/sizeRating.js';
import type { NeuroSubject } from '../neuro/visitParts.js';
import type { AssessmentInput, Finding } from '../schemas.js';
import type { CompartmentLesions } from './compartments.js';
import { measurableFromMm, newLesionRules } from './newLesionRules.js';
import type { Parameters } from './parameters.js';
import { type Compartment, paper, tables } from './tables.js';

export type TumourType = 'CE' | 'NONCE' | 'MIXED';

export interface Rano2Subject extends NeuroSubject {
  readonly parameters: Parameters;
  readonly tumourType: TumourType;
  /** The one that is followed, or both of a mixed tumour. */
  readonly compartments: readonly [CompartmentLesions, ...CompartmentLesions[]];
  compartmentOf(id: string): Compartment;
}

function sizeRules({ burden }: Parameters, tumourType: TumourType): SizeRules {
  const [pd, pr, mr] = burden === 'volume' ? [40n, 65n, 40n] : [25n, 50n, 25n];
  return {
    pdPercent: pd,
    prPercent: pr,
    mrPercent: tumourType === 'CE' ? null : mr,
    pdReference: 'nadir',
    source: `${paper}, thresholds by ${burden}`,
  };
}

export function rano2Subject(input: AssessmentInput, parameters: Parameters): Rano2Subject {
  const { burden, tstmDefaultMm, tstmDefaultMl } = parameters;
  const measure = burden === 'volume' ? volumes(tstmDefaultMl) : areas(tstmDefaultMm);
  const course = readSubject(input, measure, [tstmDefaultMm, tstmDefaultMl]);
  const { scale, baseline, targets, nonTargets } = course;
  const given = (input as AssessmentInput & { tumourType?: TumourType | null }).tumourType;
  const tumourType = given ?? 'CE';
  const compartmentOf = (id: string): Compartment => {
    if (tumourType !== 'MIXED') return tumourType;
    const lesion = baseline?.lesions.get(id) as VolumetricLesion | undefined;
    return lesion?.compartment ?? 'CE';
  };
  const lesionsOf = (name: Compartment): CompartmentLesions => ({
    name,
    targets: targets.filter(({ id }) => compartmentOf(id) === name),
    nonTargets: nonTargets.filter(({ id }) => compartmentOf(id) === name),
    rules: sizeRules(parameters, tumourType),
  });
  const limits = {
    source: `${paper}, measurable disease and targets`,
    measurableFromMm,
    most: (kind: Compartment | null) => (kind === 'NONCE' ? parameters.maxNonCe : parameters.maxCe),
  };
  return {
    ...course,
    measure,
    input,
    parameters,
    tables,
    limits,
    tumourType,
    compartmentOf,
    compartments:
      tumourType === 'MIXED' ? [lesionsOf('CE'), lesionsOf('NONCE')] : [lesionsOf(tumourType)],
    newLesionRules: newLesionRules(scale),
  };
}

/** What was not said of the tumour at baseline. */
export function tumourTypeFindings(visit: Visit, subject: Rano2Subject): Finding[] {
  const { input, tumourType, targets, nonTargets, limits } = subject;
  if ((input as { tumourType?: TumourType | null }).tumourType == null) {
    const text = 'The tumour type is not given: rated as enhancing disease (CE).';
    return [finding('tumourType.missing', 'warning', null, text, limits.source)];
  }
  if (tumourType !== 'MIXED') return [];
  const followed = new Set([...targets, ...nonTargets].map(({ id }) => id));
  return visit.lesions.list
    .filter(lesion => followed.has(lesion.id) && (lesion as VolumetricLesion).compartment == null)
    .map(({ id }) => {
      const text = `${id} of a mixed tumour is neither CE nor NONCE; rated as CE.`;
      return finding('lesion.compartmentMissing', 'block', id, text, limits.source);
    });
}
