import { Type } from '@sinclair/typebox';
import { recistVocabulary } from '../bestOverallResponseVocabulary.js';
import { finding } from '../course/baselineFindings.js';
import { parametersOf } from '../course/parameters.js';
import { scanDate } from '../course/responseDate.js';
import type { Criterion } from '../criterion.js';
import { assessLymphoma } from '../lymphoma/assessLymphoma.js';
import type { Facts, LymphomaRules, Rated, Subject } from '../lymphoma/facts.js';
import { rateMarrow } from '../lymphoma/marrow.js';
import { lymphomaProducts } from '../lymphoma/measure.js';
import { sizeGrid } from '../lymphoma/sizeGrid.js';
import type { Finding } from '../schemas.js';
import { combineCheson, ComponentsSchema, overallOf } from './combine.js';
import { chesonTables } from './grid.js';
import {
  ChesonLesionSchema,
  chesonOf,
  ChesonSubjectSchema,
  ChesonTimepointSchema,
  petClassOf,
  petOf,
} from './inputs.js';
import { type Parameters, ParametersSchema } from './parameters.js';
import { isNormalNode } from './growth.js';
import { isNodule, rateSizes } from './size.js';

const id = 'cheson-2007';
const source = 'Cheson 2007 Table 2';

function rate(
  facts: Facts,
  base: Facts,
  earlier: readonly Facts[],
  subject: Subject<Parameters>
): Rated {
  const { parameters } = subject;
  const { visit, history, nonTarget, newLesions } = facts;
  const findings: Finding[] = [];
  const note = (rule: string, severity: Finding['severity'], text: string): void => {
    findings.push(finding(rule, severity, null, text, source));
  };
  const sizes = rateSizes(facts, base, earlier, subject);
  const marrow = rateMarrow(history, source);
  findings.push(...marrow.findings);
  const given = chesonOf(visit);
  const before = chesonOf(base.visit);
  const enlarged = [before.liver, before.spleen].some(size => size && size !== 'normal');
  const organs = enlarged || marrow.involvedAtBaseline;
  const rest = nonTarget.category === 'LARGER' ? 'NON-CR/NON-PD' : nonTarget.category;
  const cell = sizeGrid[sizes.category][organs && rest === 'NA' ? 'CR' : rest];
  const yes = [...newLesions.perLesion].filter(([, state]) => state === 'YES').map(([one]) => one);
  const size = yes.length > 0 ? 'PD' : cell;
  const pet = petOf(visit);
  const petClass = petClassOf(subject.input);
  if (petClass === null)
    note(
      'petClass.missing',
      'warning',
      'Whether the lymphoma is FDG-avid is not stated: CT decides alone.'
    );
  if (petClass === 'avid' && pet === null)
    note('pet.missing', 'warning', 'FDG-avid disease without a PET: as one that is not evaluable.');
  const marrowState =
    parameters.marrowMissing === 'ignore' && marrow.trace[0].rule === 'marrow.notRepeated'
      ? 'CLEAR'
      : marrow.state;
  const bare = sizes.category === 'NA';
  const diseaseFree = bare && rest === 'NA' && !organs;
  const combined = overallOf(
    {
      size,
      diseaseFree,
      measured: !bare,
      pet,
      petClass: petClass ?? 'variable',
      marrow: marrowState,
      tooSmallForPet: sizes.tooSmallForPet,
    },
    parameters
  );
  if (size === 'PD' && combined !== 'PD')
    note(
      'pet.pdNegative',
      'warning',
      'Progression on CT with a negative PET: not taken as progression (avidPdNeedsPet).'
    );
  const unstated = (['liver', 'spleen'] as const).filter(
    organ => before[organ] && before[organ] !== 'normal' && !given[organ]
  );
  const blocks = [
    ...(sizes.nodules === 'CR' || sizes.nodules === 'NA'
      ? []
      : ['nodules of liver or spleen are left']),
    ...(['liver', 'spleen'] as const).flatMap(organ => {
      const size = given[organ] ?? 'normal';
      return size === 'normal' ? [] : [`the ${organ} is ${size}`];
    }),
    ...unstated.map(organ => `the ${organ} was enlarged and is not stated`),
    ...(newLesions.state === 'NE' && parameters.newLesionNe === 'noCr'
      ? ['new lesions could not be judged']
      : []),
  ];
  const larger = [
    ...(nonTarget.category === 'LARGER' ? ['disease that is not measured is larger'] : []),
    ...(given.liver === 'larger' ? ['the liver is larger'] : []),
    ...(given.spleen === 'larger' ? ['the spleen is larger'] : []),
    ...(sizes.nodules === 'SD' ? ['the nodules are not half gone'] : []),
  ];
  const complete = combined === 'CR' && blocks.length > 0;
  // Of disease in liver or spleen alone nothing is known where it is not stated.
  const less = unstated.length > 0 ? 'NE' : 'SD';
  const capped = complete ? (bare ? less : 'PR') : combined;
  const overall = capped === 'PR' && larger.length > 0 ? 'SD' : capped;
  const why =
    overall === combined
      ? ''
      : `, lowered to ${overall}: ${[...new Set([...(complete ? blocks : []), ...(overall === 'SD' ? larger : [])])].join(', ')}`;
  const nonTargetDates =
    nonTarget.worse.length > 0 ? nonTarget.worse.map(one => scanDate(visit, one)) : [visit.date];
  return {
    target: sizes.category === 'NA' ? null : sizes.category,
    components: { size, pet, petClass, marrow: marrow.state },
    overall,
    trace: [
      ...sizes.trace,
      ...nonTarget.trace,
      ...newLesions.trace,
      ...marrow.trace,
      {
        rule: overall === combined ? 'overall.grid' : 'overall.notMet',
        text: `Sizes ${size}, PET ${pet ?? 'not done'} (${petClass ?? 'class not stated'}), marrow ${marrow.state}: ${combined}${why}.`,
        numbers: {},
        source,
      },
    ],
    findings,
    pdDates: [
      ...sizes.grown.map(one => one.scanDate ?? visit.date),
      ...yes.map(one => scanDate(visit, one)),
      ...(nonTarget.category === 'PD' ? nonTargetDates : []),
      ...(marrow.state === 'NEW' ? [visit.date] : []),
    ],
    otherDate: null,
  };
}

const rules: LymphomaRules<Parameters, Rated> = {
  id,
  source,
  vocabulary: recistVocabulary,
  responses: ['size'],
  isNormal: isNormalNode,
  newLesionLimits: {
    nodeMm: 15,
    extranodalMm: 15,
    smallIfUnequivocal: false,
    threshold: 'over 15 mm in any axis',
    source,
  },
  numbers: () => [],
  inBurden: lesion => !isNodule(lesion),
  entry: {
    source,
    expectsLesions: () => true,
    tooSmall: (lesion, node) => {
      const { longestDiameterMm: longest, perpendicularDiameterMm: across } = lesion;
      if (!node || longest == null || across == null) return null;
      return longest > 15 || (longest >= 11 && across > 10)
        ? null
        : `a node of ${longest} x ${across} mm is not abnormal (over 15 mm, or 11 to 15 mm and over 10 mm across).`;
    },
  },
  measure: ({ tstmDefaultMm }) => lymphomaProducts(tstmDefaultMm, rules.isNormal),
  rate: (facts, base, earlier, subject) =>
    rate(
      facts,
      base,
      earlier.map(one => one.facts),
      subject
    ),
};

export const cheson2007: Criterion = {
  id,
  name: 'Cheson 2007',
  source: 'Cheson BD et al. J Clin Oncol 2007;25:579-586',
  parameters: Type.Partial(ParametersSchema),
  inputs: {
    subject: ChesonSubjectSchema,
    timepoint: ChesonTimepointSchema,
    lesion: ChesonLesionSchema,
  },
  components: ComponentsSchema,
  tables: chesonTables,
  readerResponses: ['CR', 'PR', 'SD', 'NED', 'PD', 'NE'],
  assess: input =>
    assessLymphoma(input, parametersOf(id, ParametersSchema, input.parameters), rules),
  combine: combineCheson,
};
