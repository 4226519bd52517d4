import type { Feature, Grade, Instrument, Metric, Site } from '../instrument.js';

const mcp1 = { parameter: 'ramris.mcp1', is: true } as const;
const wrist = (sites: Readonly<Record<string, string>>): Site[] =>
  Object.entries(sites).map(([id, title]) => ({ id, title, group: 'wrist' }));
const mcp = (sites: Readonly<Record<string, string>>): Site[] =>
  Object.entries(sites).map(([id, title]) => ({ id, title, group: 'mcp' }));
const firstMcp = (sites: Readonly<Record<string, string>>): Site[] =>
  mcp(sites).map(site => ({ ...site, when: mcp1 }));

const bones: readonly Site[] = [
  ...wrist({
    DR: 'distal radius',
    DU: 'distal ulna',
    SCA: 'scaphoid',
    LUN: 'lunate',
    TRQ: 'triquetrum',
    PIS: 'pisiform',
    TRM: 'trapezium',
    TRD: 'trapezoid',
    CAP: 'capitate',
    HAM: 'hamate',
    MC1B: 'base of metacarpal 1',
    MC2B: 'base of metacarpal 2',
    MC3B: 'base of metacarpal 3',
    MC4B: 'base of metacarpal 4',
    MC5B: 'base of metacarpal 5',
  }),
  ...firstMcp({ MC1H: 'head of metacarpal 1', PP1B: 'base of proximal phalanx 1' }),
  ...mcp({
    MC2H: 'head of metacarpal 2',
    PP2B: 'base of proximal phalanx 2',
    MC3H: 'head of metacarpal 3',
    PP3B: 'base of proximal phalanx 3',
    MC4H: 'head of metacarpal 4',
    PP4B: 'base of proximal phalanx 4',
    MC5H: 'head of metacarpal 5',
    PP5B: 'base of proximal phalanx 5',
  }),
];

const mcpJoints: readonly Site[] = [
  ...firstMcp({ MCP1: 'metacarpophalangeal joint 1' }),
  ...mcp({
    MCP2: 'metacarpophalangeal joint 2',
    MCP3: 'metacarpophalangeal joint 3',
    MCP4: 'metacarpophalangeal joint 4',
    MCP5: 'metacarpophalangeal joint 5',
  }),
];

const grades = (...meanings: readonly string[]): Grade[] =>
  meanings.map((meaning, value) => ({ value, meaning }));

/** Shares of the assessed bone volume in tenths, as ceil(percent / 10). */
const erosionGrades = grades(
  'no erosion',
  '1 to 10 % of the assessed bone volume eroded',
  ...[2, 3, 4, 5, 6, 7, 8, 9].map(tenth => `${10 * (tenth - 1) + 1} to ${10 * tenth} % eroded`),
  '91 to 100 % eroded, or fused with another bone'
);

const step = 'ramris.increment';

const features: readonly Feature[] = [
  {
    ...{ id: 'erosion', title: 'Erosion', sites: bones },
    scale: { kind: 'grades', grades: erosionGrades, step },
  },
  {
    ...{ id: 'oedema', title: 'Bone oedema', sites: bones },
    scale: {
      ...{ kind: 'grades', step },
      grades: grades(
        'no oedema',
        '1 to 33 % of the assessed bone volume',
        '34 to 66 %',
        '67 to 100 %'
      ),
    },
  },
  {
    ...{ id: 'synovitis', title: 'Synovitis' },
    sites: [
      ...wrist({
        DRUJ: 'distal radioulnar joint',
        RCJ: 'radiocarpal joint',
        ICC: 'intercarpal and carpometacarpal joints, without the first',
      }),
      ...mcpJoints,
    ],
    scale: {
      ...{ kind: 'grades', step },
      grades: grades(
        'no enhancing tissue',
        'lowest third of the presumed maximal volume',
        'middle third',
        'highest third'
      ),
    },
  },
  {
    ...{ id: 'tenosynovitis', title: 'Tenosynovitis' },
    sites: [
      ...wrist({
        E1: 'extensor compartment 1: APL, EPB',
        E2: 'extensor compartment 2: ECRL, ECRB',
        E3: 'extensor compartment 3: EPL',
        E4: 'extensor compartment 4: EDC, EIP',
        E5: 'extensor compartment 5: EDM',
        E6: 'extensor compartment 6: ECU',
        F1: 'flexor compartment 1: common sheath of FDS and FDP',
        F2: 'flexor compartment 2: FPL',
        F3: 'flexor compartment 3: FCR',
      }),
      ...firstMcp({ MF1: 'flexor sheath at MCP 1' }),
      ...mcp({
        MF2: 'flexor sheath at MCP 2',
        MF3: 'flexor sheath at MCP 3',
        MF4: 'flexor sheath at MCP 4',
        MF5: 'flexor sheath at MCP 5',
      }),
    ],
    scale: {
      ...{ kind: 'grades', step },
      grades: grades(
        'no effusion or enhancement around the tendon',
        'widest less than 1.5 mm',
        'widest from 1.5 to less than 3 mm',
        'widest 3 mm or more'
      ),
    },
  },
  {
    ...{ id: 'jsn', title: 'Joint-space narrowing' },
    sites: [
      ...wrist({
        'DR-SCA': 'radius to scaphoid',
        'DR-LUN': 'radius to lunate',
        'SCA-LUN': 'scaphoid to lunate',
        'LUN-TRQ': 'lunate to triquetrum',
        'SCA-TRM': 'scaphoid to trapezium',
        'SCA-TRD': 'scaphoid to trapezoid',
        'SCA-CAP': 'scaphoid to capitate',
        'CAP-LUN': 'capitate to lunate',
        'TRQ-HAM': 'triquetrum to hamate',
        'TRM-TRD': 'trapezium to trapezoid',
        'TRD-CAP': 'trapezoid to capitate',
        'CAP-HAM': 'capitate to hamate',
        CMC1: 'carpometacarpal joint 1',
        CMC2: 'carpometacarpal joint 2',
        CMC3: 'carpometacarpal joint 3',
        CMC4: 'carpometacarpal joint 4',
        CMC5: 'carpometacarpal joint 5',
      }),
      ...mcpJoints,
    ],
    scale: {
      ...{ kind: 'grades', step },
      grades: grades(
        'no narrowing',
        'focal, or less than 34 %',
        '34 to 66 %',
        '67 to 99 %',
        'ankylosis'
      ),
    },
  },
];

const sums: readonly Metric[] = features.flatMap(({ id, title }): Metric[] => [
  {
    ...{ id: `${id}.wrist`, title: `${title}, wrist`, kind: 'sum', missing: 'prorate' },
    of: { features: [id], group: 'wrist' },
  },
  {
    ...{ id: `${id}.mcp`, title: `${title}, MCP joints`, kind: 'sum', missing: 'prorate' },
    of: { features: [id], group: 'mcp' },
  },
  { ...{ id, title, kind: 'sum', missing: 'prorate' }, of: { features: [id] } },
]);

const normalisedWhen = { parameter: 'ramris.combine', is: 'normalised' } as const;

/** Rheumatoid arthritis MRI score, OMERACT 2016 update with tenosynovitis and joint-space narrowing. */
export const ramris: Instrument = {
  id: 'ramris',
  title: 'RAMRIS',
  source: [
    'OMERACT RAMRIS update 2016, J Rheumatol 2017, Table 2',
    'OMERACT joint-space narrowing score, J Rheumatol, Table 1',
    'Glinatsi 2017 (tenosynovitis)',
  ],
  parameters: {
    'ramris.increment': {
      values: [1, 0.5],
      default: 1,
      meaning: 'step between grades; 0.5 where the charter permits half steps',
    },
    'ramris.mcp1': {
      values: [false, true],
      default: false,
      meaning: 'the first metacarpophalangeal joint is scored too',
    },
    'ramris.combine': {
      values: ['raw', 'normalised'],
      default: 'raw',
      meaning: 'inflammation and damage are sums, or means of each part by its maximum',
    },
  },
  features,
  metrics: [
    ...sums,
    {
      ...{ id: 'inflammation', title: 'Inflammation', kind: 'composite', normalisedWhen },
      parts: ['oedema', 'synovitis', 'tenosynovitis'],
    },
    {
      ...{ id: 'damage', title: 'Damage', kind: 'composite', normalisedWhen },
      parts: ['erosion', 'jsn'],
    },
  ],
  total: null,
  consistency: [],
};
