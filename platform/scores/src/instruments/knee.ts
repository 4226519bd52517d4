import type { Instrument } from '../instrument.js';

/** Kellgren-Lawrence grade of one knee. */
export const kellgrenLawrence: Instrument = {
  id: 'kl',
  title: 'Kellgren-Lawrence grade',
  source: ['Kellgren and Lawrence 1957, original description'],
  parameters: {
    'kl.variant': {
      values: ['original'],
      default: 'original',
      meaning: 'which description the grades follow',
    },
    'kl.oaCut': {
      values: [1, 2, 3, 4],
      default: 2,
      meaning: 'radiographic osteoarthritis from this grade on',
    },
  },
  features: [
    {
      ...{ id: 'kl', title: 'Grade', bare: true },
      sites: [{ id: 'grade', title: 'Tibiofemoral joint' }],
      scale: {
        kind: 'grades',
        grades: [
          { value: 0, meaning: 'no feature of osteoarthritis' },
          { value: 1, meaning: 'narrowing doubtful, lipping possible' },
          { value: 2, meaning: 'osteophytes definite, narrowing possible' },
          {
            value: 3,
            meaning:
              'several moderate osteophytes, narrowing definite, some sclerosis, contour possibly deformed',
          },
          {
            value: 4,
            meaning: 'large osteophytes, marked narrowing, severe sclerosis, contour deformed',
          },
        ],
      },
    },
  ],
  metrics: [
    { ...{ id: 'grade', title: 'Grade', kind: 'item' }, item: 'grade' },
    {
      ...{ id: 'oa', title: 'Radiographic osteoarthritis', kind: 'meets', metric: 'grade' },
      test: { is: '>=', than: { parameter: 'kl.oaCut' } },
    },
  ],
  total: 'grade',
  consistency: [],
};

const extent = ['none', 'mild', 'moderate', 'severe'].map((meaning, value) => ({ value, meaning }));
const presence = ['absent', 'present'].map((meaning, value) => ({ value, meaning }));

/** Features of osteoarthritis of one knee by the OARSI atlas. */
export const oarsi: Instrument = {
  id: 'oarsi',
  title: 'OARSI features',
  source: ['Altman and Gold 2007, OARSI atlas'],
  parameters: {
    'oarsi.jsnIncrement': {
      values: [1, 0.5],
      default: 1,
      meaning: 'step of joint-space narrowing; 0.5 for worsening within a grade',
    },
  },
  features: [
    {
      ...{ id: 'osteophyte', title: 'Osteophyte' },
      sites: [
        { id: 'MF', title: 'medial femur' },
        { id: 'MT', title: 'medial tibia' },
        { id: 'LF', title: 'lateral femur' },
        { id: 'LT', title: 'lateral tibia' },
      ],
      scale: { kind: 'grades', grades: extent },
    },
    {
      ...{ id: 'jsn', title: 'Joint-space narrowing' },
      sites: [
        { id: 'M', title: 'medial' },
        { id: 'L', title: 'lateral' },
      ],
      scale: { kind: 'grades', grades: extent, step: 'oarsi.jsnIncrement' },
    },
    {
      ...{ id: 'attrition', title: 'Attrition' },
      sites: [{ id: 'MT', title: 'medial tibia' }],
      scale: { kind: 'grades', grades: presence },
    },
    {
      ...{ id: 'sclerosis', title: 'Sclerosis' },
      sites: [
        { id: 'MT', title: 'medial tibia' },
        { id: 'LF', title: 'lateral femur' },
      ],
      scale: { kind: 'grades', grades: presence },
    },
  ],
  metrics: [
    {
      ...{ id: 'osteophytes', title: 'Sum of osteophytes', kind: 'sum', missing: 'complete' },
      of: { features: ['osteophyte'] },
    },
    {
      ...{ id: 'jsn', title: 'Sum of narrowing', kind: 'sum', missing: 'complete' },
      of: { features: ['jsn'] },
    },
  ],
  total: null,
  consistency: [],
};

/** Minimum width of the joint space of one knee, measured by the reader. A closed joint is 0. */
export const jointSpaceWidth: Instrument = {
  id: 'jsw',
  title: 'Joint space width',
  source: ['Osteoarthritis Initiative, radiographic practice'],
  parameters: {
    'jsw.type': {
      values: ['minimum'],
      default: 'minimum',
      meaning: 'where the width is measured: at the narrowest point',
    },
  },
  features: [
    {
      ...{ id: 'jsw', title: 'Width', bare: true },
      sites: [
        { id: 'medial', title: 'medial compartment' },
        { id: 'lateral', title: 'lateral compartment' },
      ],
      scale: { kind: 'measure', unit: 'mm', from: 0 },
    },
  ],
  metrics: [
    {
      ...{ id: 'medial', title: 'Medial width', kind: 'item', item: 'medial' },
      ...{ unit: 'mm', decimals: 1 },
    },
    {
      ...{ id: 'lateral', title: 'Lateral width', kind: 'item', item: 'lateral' },
      ...{ unit: 'mm', decimals: 1 },
    },
  ],
  total: null,
  consistency: [],
  worse: 'lower',
};
