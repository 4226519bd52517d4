import { Type } from '@sinclair/typebox';
import { finding } from '../course/baselineFindings.js';
import { parametersOf } from '../course/parameters.js';
import type { Criterion } from '../criterion.js';
import { dayNumber } from '../dates.js';
import { assessLymphoma } from '../lymphoma/assessLymphoma.js';
import type { LymphomaRules } from '../lymphoma/facts.js';
import { lymphomaProducts } from '../lymphoma/measure.js';
import { combineLugano, ComponentsSchema, overallOf } from './combine.js';
import { rateCt } from './ct.js';
import { luganoTables, metabolicResponses } from './grid.js';
import {
  LuganoLesionSchema,
  luganoOf,
  type LuganoTimepoint,
  LuganoTimepointSchema,
} from './inputs.js';
import { applyLyric, lyricRevisions, type LuganoRated } from './lyric.js';
import { type Parameters, ParametersSchema } from './parameters.js';
import { ratePet } from './pet.js';
import { luganoVocabulary } from './vocabulary.js';

const id = 'lugano-2014';
const source = 'Cheson 2014 (Lugano) Table 3';

const rules: LymphomaRules<Parameters, LuganoRated> = {
  id,
  source,
  vocabulary: luganoVocabulary,
  responses: ['ct', 'pet'],
  isNormal: ({ ldi }, scale) => ldi <= scale.of(15),
  newLesionLimits: {
    nodeMm: 15,
    extranodalMm: 10,
    smallIfUnequivocal: true,
    threshold:
      'a node over 15 mm or anything else over 10 mm in any axis; anything but a node also smaller if unequivocal',
    source,
  },
  numbers: timepoint => {
    const { spleenLengthMm } = timepoint as LuganoTimepoint;
    return spleenLengthMm == null ? [] : [spleenLengthMm];
  },
  entry: {
    source,
    expectsLesions: visit => !['notDone', 'notEvaluable'].includes(luganoOf(visit).ct ?? 'done'),
    tooSmall: ({ longestDiameterMm }, node) => {
      const least = node ? 15 : 10;
      return longestDiameterMm == null || longestDiameterMm > least
        ? null
        : `${longestDiameterMm} mm is not over ${least} mm longest diameter; record it as non-target.`;
    },
  },
  measure: ({ tstmDefaultMm }) => lymphomaProducts(tstmDefaultMm, rules.isNormal),
  rate: (facts, base, earlier, subject) => {
    const { parameters } = subject;
    const past = [base, ...earlier.map(one => one.facts)];
    const ct = rateCt(facts, base, past, subject);
    const pet = ratePet(facts.visit, parameters);
    const before = luganoOf(base.visit);
    const avid =
      (typeof before.deauville === 'number' &&
        before.deauville > parameters.deauvilleNegativeMax) ||
      Boolean(before.petMarrow && before.petMarrow !== 'none');
    const free = ct.noDiseaseAtBaseline && !avid && pet.category !== 'PMD';
    const priorPet =
      earlier.map(one => one.rated.metabolic).findLast(code => code !== null) ?? null;
    const parts = { pet: free ? ('NED' as const) : pet.category, ct: ct.category, priorPet };
    const combined = overallOf(parts, parameters);
    const findings = [...ct.findings, ...pet.findings];
    if (ct.category === 'PD' && combined !== 'PD')
      findings.push(
        finding(
          'overall.petCtConflict',
          'warning',
          null,
          `CT shows progression, PET decides: ${combined} (petCtConflict).`,
          source
        )
      );
    const lyric = applyLyric(combined, { facts, ct, pet }, earlier, subject);
    const carries = parameters.petNeCarry === 'last' && pet.category === 'NE' && priorPet !== null;
    const carried = carries ? `, last PET ${priorPet}` : '';
    return {
      target: ct.target === 'NA' ? null : ct.target,
      components: { ct: ct.category, pet: pet.category },
      overall: lyric.overall,
      metabolic: metabolicResponses.find(code => code === pet.category) ?? null,
      progressed: [...ct.growth.map(one => one.id), ...ct.newLesions],
      confirmsIndeterminate: lyric.confirms,
      trace: [
        ...ct.trace,
        ...pet.trace,
        {
          rule: 'overall.petCt',
          text: `PET ${pet.category ?? 'not done'}${carried}, CT ${ct.category ?? 'not done'}${free ? ', no disease at baseline' : ''}: ${combined}.`,
          numbers: {},
          source,
        },
        ...lyric.trace,
      ],
      findings: [...findings, ...lyric.findings],
      pdDates: [...ct.dates, ...(pet.category === 'PMD' ? [pet.date] : [])],
      otherDate: pet.date,
    };
  },
  revise: evaluated => lyricRevisions(evaluated),
};

export const lugano2014: Criterion = {
  id,
  name: 'Lugano 2014',
  source:
    'Cheson BD et al. J Clin Oncol 2014;32:3059-3068; Barrington SF et al. J Clin Oncol 2014;32:3048-3058; LYRIC: Cheson BD et al. Blood 2016;128:2489-2496',
  parameters: Type.Partial(ParametersSchema),
  inputs: { timepoint: LuganoTimepointSchema, lesion: LuganoLesionSchema },
  components: ComponentsSchema,
  tables: luganoTables,
  readerResponses: ['CR', 'PR', 'SD', 'NED', 'PD', 'NE'],
  assess: input => {
    input.timepoints.forEach((timepoint, index) => {
      const { petDate } = timepoint as LuganoTimepoint;
      if (petDate) dayNumber(petDate, `/timepoints/${index}/petDate`);
    });
    return assessLymphoma(input, parametersOf(id, ParametersSchema, input.parameters), rules);
  },
  combine: combineLugano,
};
