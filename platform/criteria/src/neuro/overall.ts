import type { NewLesionState, NonTargetCategory } from '../course/categories.js';
import type { ClinicalStatus, Steroids, T2Flair } from './inputs.js';
import type { NeuroParameters } from './parameters.js';
import type { SizeCategory } from './sizeRating.js';

export type NeuroOverall = 'CR' | 'PR' | 'MR' | 'SD' | 'NED' | 'PD' | 'NE';
type Decided = Exclude<NeuroOverall, 'PD'>;

/** A criterion's published combination in two steps, as data. */
export interface NeuroTables {
  /** Size (rows) and non-measurable disease (columns), everything else good and no steroids. */
  readonly size: Readonly<Record<SizeCategory, Readonly<Record<NonTargetCategory, NeuroOverall>>>>;
  /** What is left of the response (rows) by the steroid dose (columns). */
  readonly steroids: Readonly<Record<Decided, Readonly<Record<Steroids, NeuroOverall>>>>;
  /** T2/FLAIR is part of the criterion. */
  readonly usesT2Flair: boolean;
  /** Paper and tables. */
  readonly source: string;
}

export interface NeuroParts {
  readonly target: SizeCategory;
  readonly nonTarget: NonTargetCategory;
  readonly newLesions: NewLesionState;
  readonly t2Flair: T2Flair | null;
  readonly clinicalStatus: ClinicalStatus | null;
  readonly steroids: Steroids | null;
  readonly taper: boolean;
}

export type ProgressionCause = 'newLesion' | 'nonTarget' | 't2Flair' | 'clinical' | 'size';

export interface NeuroRating {
  readonly value: NeuroOverall;
  readonly rule: string;
  readonly text: string;
  /** What makes a progression one; empty otherwise. */
  readonly causes: readonly ProgressionCause[];
  /** Set when higher steroids alone leave the visit undetermined. */
  readonly undeterminedBySteroids: boolean;
}

const causeTexts: Readonly<Record<ProgressionCause, string>> = {
  newLesion: 'a new lesion',
  nonTarget: 'clear progression of non-target disease',
  t2Flair: 'a significant increase of T2/FLAIR disease',
  clinical: 'clinical decline due to tumour',
  size: 'growth of the measured lesions',
};

const contextTexts = {
  steroids: 'steroid dose',
  clinicalStatus: 'clinical status',
  t2Flair: 'T2/FLAIR disease',
} as const;

/** What a criterion asks of a visit and was not given. */
export function missingContext(
  {
    steroids,
    clinicalStatus,
    t2Flair,
  }: Pick<NeuroParts, 'steroids' | 'clinicalStatus' | 't2Flair'>,
  { usesT2Flair }: Pick<NeuroTables, 'usesT2Flair'>
): (keyof typeof contextTexts)[] {
  return [
    ...(steroids === null ? (['steroids'] as const) : []),
    ...(clinicalStatus === null ? (['clinicalStatus'] as const) : []),
    ...(usesT2Flair && t2Flair === null ? (['t2Flair'] as const) : []),
  ];
}

function causesOf(parts: NeuroParts, { usesT2Flair }: NeuroTables): ProgressionCause[] {
  const causes: ProgressionCause[] = [];
  if (parts.newLesions === 'YES') causes.push('newLesion');
  if (parts.nonTarget === 'PD') causes.push('nonTarget');
  if (usesT2Flair && parts.t2Flair === 'SIGNIFICANT_INCREASE') causes.push('t2Flair');
  if (parts.clinicalStatus === 'WORSE') causes.push('clinical');
  if (parts.target === 'PD') causes.push('size');
  return causes;
}

type OverallParameters = Pick<
  NeuroParameters,
  'newLesionNe' | 'sizePdOnTaper' | 'missingContext'
> & {
  /** Non-target disease that was not assessed: 'ne' makes the visit NE, otherwise it only keeps CR away. */
  readonly nonTargetNe?: 'keep' | 'ne';
};

/** Overall response of one visit by a criterion's tables; progression first, then size, then steroids. */
export function rateNeuroOverall(
  parts: NeuroParts,
  tables: NeuroTables,
  parameters: OverallParameters
): NeuroRating {
  const { target, nonTarget, newLesions, steroids } = parts;
  const result = (
    value: NeuroOverall,
    rule: string,
    text: string,
    more: Partial<NeuroRating> = {}
  ): NeuroRating => ({ value, rule, text, causes: [], undeterminedBySteroids: false, ...more });
  const causes = causesOf(parts, tables);
  const [first] = causes;
  if (first === 'size' && parts.taper && parameters.sizePdOnTaper === 'ne') {
    const text =
      'The measured lesions grew while the steroid dose was lower than at baseline: undetermined (sizePdOnTaper).';
    return result('NE', 'overall.ne.taper', text);
  }
  if (first) {
    const names = causes.map(cause => causeTexts[cause]).join(', ');
    return result('PD', `overall.pd.${first}`, `Progression: ${names}.`, { causes });
  }
  const said = `size ${target}, non-target disease ${nonTarget}, new lesions ${newLesions}, steroids ${steroids ?? 'not given'}`;
  const bySize = tables.size[target][nonTarget];
  if (bySize === 'NE' || bySize === 'PD' || bySize === 'NED')
    return result(bySize, `overall.${bySize.toLowerCase()}`, `${said}: ${bySize}.`);
  if (nonTarget === 'NE' && parameters.nonTargetNe === 'ne')
    return result('NE', 'overall.ne.nonTarget', `Non-target disease was not assessed: ${said}.`);
  const missing = missingContext(parts, tables);
  if (missing.length > 0 && parameters.missingContext === 'ne') {
    const text = `Not given: ${missing.map(name => contextTexts[name]).join(', ')}; the visit can't be rated without (missingContext).`;
    return result('NE', 'overall.ne.context', text);
  }
  if (steroids === 'HIGHER' && tables.steroids[bySize].HIGHER === 'NE') {
    const text = `Steroids are higher than at baseline without progression: undetermined (STEROID); ${said}.`;
    return result('NE', 'overall.ne.steroid', text, { undeterminedBySteroids: true });
  }
  if (bySize === 'CR' && newLesions === 'NE' && parameters.newLesionNe === 'noCr') {
    const value = steroids === null ? 'PR' : tables.steroids.PR[steroids];
    const text = `New lesions could not be judged, which forbids CR: ${said}.`;
    return result(value, 'overall.newLesionNe', text);
  }
  if (steroids === null) {
    if (bySize !== 'CR')
      return result(bySize, `overall.${bySize.toLowerCase()}`, `${said}: ${bySize}.`);
    const text = `A complete response needs a patient off steroids, and the dose was not given: ${said}.`;
    return result('PR', 'overall.steroidsNotGiven', text);
  }
  const value = tables.steroids[bySize][steroids];
  const rule = value === bySize ? `overall.${value.toLowerCase()}` : 'overall.steroids';
  return result(value, rule, `${said}: ${value}.`);
}
