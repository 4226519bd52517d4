import { finding } from '../course/baselineFindings.js';
import type { Visit } from '../course/subject.js';
import type { Finding, Trace } from '../schemas.js';
import type { PetCategory } from './grid.js';
import { luganoOf } from './inputs.js';
import type { Parameters } from './parameters.js';

const source = 'Cheson 2014 (Lugano) Table 3, PET-CT; Barrington 2014 (five-point scale)';

export interface PetRating {
  /** null: not done. */
  readonly category: PetCategory | null;
  /** New disease that makes it progression: a focus, or one in the marrow. */
  readonly newFocus: boolean;
  readonly marrow: boolean;
  readonly date: string | null;
  readonly trace: readonly Trace[];
  readonly findings: readonly Finding[];
}

const byChange = { REDUCED: 'PMR', UNCHANGED: 'NMR', INCREASED: 'PMD' } as const;

/** Metabolic response of one visit by the five-point scale and what uptake did. */
export function ratePet(
  visit: Visit,
  { deauvilleNegativeMax, petReference }: Pick<Parameters, 'deauvilleNegativeMax' | 'petReference'>
): PetRating {
  const { pet, petDate, deauville, uptakeChange, petNewFocus, petMarrow } = luganoOf(visit);
  const score = typeof deauville === 'number' ? deauville : null;
  const found: Finding[] = [];
  const note = (rule: string, severity: Finding['severity'], text: string): void => {
    found.push(finding(rule, severity, null, text, source));
  };
  const [newFocus, marrow] = [petNewFocus === true, petMarrow === 'new'];
  /** What the score decides. */
  const byScore = {
    threshold: `score up to ${deauvilleNegativeMax}: complete metabolic response`,
  };
  const result = (
    category: PetCategory | null,
    rule: string,
    text: string,
    decided: Pick<Trace, 'threshold'> = {}
  ): PetRating => ({
    category,
    newFocus: category === 'PMD' && newFocus,
    marrow: category === 'PMD' && marrow,
    date: category === null ? null : (petDate ?? visit.date),
    trace: [
      {
        rule,
        text,
        numbers: { deauville: score },
        ...decided,
        source,
      },
    ],
    findings: found,
  });
  const silent = deauville == null && !newFocus && !petMarrow && !uptakeChange;
  const stated = pet === 'notEvaluable' ? 'not evaluable' : 'not done';
  if ((pet === 'notEvaluable' || pet === 'notDone') && !silent)
    note('pet.contradiction', 'block', `A PET is scored, but stated as ${stated}: not used.`);
  if (pet === 'notEvaluable' || visit.input.evaluable === false)
    return result('NE', 'pet.ne', 'The PET is not evaluable.');
  if (pet === 'notDone' || (silent && pet !== 'done'))
    return result(null, 'pet.notDone', 'No PET.');
  if (score !== null && score <= deauvilleNegativeMax && uptakeChange === 'INCREASED')
    note(
      'pet.increaseAtLowScore',
      'warning',
      `Score ${score}, uptake increased: the score decides.`
    );
  if (newFocus) {
    if (score !== null && score < 4)
      note('pet.newFocusAtLowScore', 'warning', `A new focus due to lymphoma, but score ${score}.`);
    return result('PMD', 'pet.pmd.newFocus', 'A new FDG-avid focus due to lymphoma.');
  }
  if (marrow)
    return result('PMD', 'pet.pmd.marrow', 'A new or recurrent FDG-avid focus in the marrow.');
  if (score === null) {
    const text =
      deauville === 'X'
        ? 'X says that new uptake is unlikely to be lymphoma; the score of the known sites is missing.'
        : 'The PET has no score.';
    note('pet.scoreMissing', 'block', text);
    return result('NE', 'pet.ne', text);
  }
  if (score <= deauvilleNegativeMax) {
    if (petMarrow === 'reduced')
      return result(
        'PMR',
        'pet.pmr.marrow',
        `Score ${score}; less uptake in the marrow than before.`
      );
    if (petMarrow === 'unchanged')
      return result('NMR', 'pet.nmr.marrow', `Score ${score}; uptake in the marrow as before.`);
    return result(
      'CMR',
      'pet.cmr',
      `Score ${score} at all sites; a residual mass is allowed.`,
      byScore
    );
  }
  if (!uptakeChange) {
    const text = `Score ${score} without saying whether uptake fell, stayed or rose.`;
    note('pet.uptakeChangeMissing', 'block', text);
    return result('NE', 'pet.ne', text);
  }
  const category = byChange[uptakeChange];
  const than = petReference === 'baseline' ? 'the baseline' : 'the scan with the least uptake';
  const text = `Score ${score}, uptake ${uptakeChange.toLowerCase()} against ${than}.`;
  return result(category, `pet.${category.toLowerCase()}`, text, byScore);
}
