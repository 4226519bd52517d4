import type { LesionInput, Margin, TimepointInput, TimepointOutput } from '../schemas.js';

/** A number of one visit that margins of some rules are about. */
export interface Movable {
  readonly rule: RegExp;
  /** The visit with the number moved by so much; null where it can not be moved by itself. */
  move(
    input: TimepointInput,
    output: TimepointOutput,
    margin: Margin,
    by: number
  ): TimepointInput | null;
  /** What the number makes of a visit; null where that can not be told from one rule. */
  categoryOf(output: TimepointOutput): string | null;
  /**
   * Whether one number alone decides, so that one hair less than the margin changes nothing; otherwise another number may
   * have to change with it.
   */
  readonly nearest: boolean;
}

type Values = Readonly<Record<string, unknown>>;
const sum = (a: number, b: number): number => Math.round((a + b) * 1e6) / 1e6;
const withLesion = (visit: TimepointInput, lesion: LesionInput): TimepointInput => ({
  ...visit,
  lesions: visit.lesions.map(one => (one.id === lesion.id ? lesion : one)),
});

const single = ['viableDiameterMm', 'longestDiameterMm', 'shortAxisMm', 'volumeMl'];

/** One measured target that is larger or smaller: by its own diameter or volume, or by its product. */
function movedTarget(
  input: TimepointInput,
  { lesions }: TimepointOutput,
  { unit, lesion: own }: Margin,
  by: number
): TimepointInput | null {
  if (unit === 'HU') {
    const denser = (lesion: LesionInput): LesionInput => {
      const { densityHu } = lesion as LesionInput & { densityHu?: number | null };
      return { ...lesion, ...(typeof densityHu === 'number' && { densityHu: sum(densityHu, by) }) };
    };
    return { ...input, lesions: input.lesions.map(denser) };
  }
  for (const { id, status, value } of lesions) {
    const lesion = input.lesions.find(one => one.id === id);
    if (status !== 'measured' || value === null || !lesion || lesion.locallyTreated) continue;
    if (own === undefined ? lesion.role !== 'target' || lesion.node === true : own !== id) continue;
    const values = lesion as Values;
    if (unit === 'mm2') {
      const { longestDiameterMm: longest, perpendicularDiameterMm: across } = lesion;
      if (typeof longest !== 'number' || typeof across !== 'number') return null;
      const longestDiameterMm = sum(longest, by / across);
      return longestDiameterMm > 0 ? withLesion(input, { ...lesion, longestDiameterMm }) : null;
    }
    const field = single.find(name => values[name] === value);
    if (field === undefined) return null;
    const moved = sum(value, by);
    return moved > 0 ? withLesion(input, { ...lesion, [field]: moved }) : null;
  }
  return null;
}

/** The only rule of a visit that starts so, by its second part: 'target.pd.partial' is PD. */
const ofOnlyRule =
  (start: string) =>
  ({ trace }: TimepointOutput): string | null => {
    const [first, another] = trace.filter(({ rule }) => rule.startsWith(`${start}.`));
    return first && !another ? (first.rule.split('.')[1] ?? '').toUpperCase() : null;
  };

const immuneTargets: Readonly<Record<string, string>> = {
  CR: 'ICR',
  PR: 'IPR',
  SD: 'ISD',
  PD: 'IUPD',
};
const sums: Movable = {
  rule: /^target\./,
  move: movedTarget,
  categoryOf: ofOnlyRule('target'),
  nearest: true,
};
/** iRECIST's margins are in its own codes. */
const sumsOfIrecist: Movable = {
  ...sums,
  categoryOf: output => {
    const category = sums.categoryOf(output);
    return category === null ? null : (immuneTargets[category] ?? category);
  },
};
/** Size and density are compared as parts of what each is compared with. */
const sizeAndDensity: Movable = { ...sums, nearest: false };
/** Without targets at baseline a burden of new lesions below progression is not rated. */
const sumsOfImrecist: Movable = {
  ...sums,
  categoryOf: output => {
    const category = sums.categoryOf(output);
    return category === 'NONE' ? 'NA' : category;
  },
};
/** The nadir that a void progression starts again from is the visit's own. */
const sumsOfRano: Movable = {
  ...sums,
  categoryOf: output =>
    output.flags?.includes('PSEUDOPROGRESSION') ? null : sums.categoryOf(output),
};

type Diameter = 'shortAxisMm' | 'longestDiameterMm' | 'perpendicularDiameterMm';

/**
 * The lesion that the margin names, by the longest or the shortest of its diameters, larger or smaller; others may have to
 * change with it.
 */
const namedLesion = (
  rule: RegExp,
  categories: Readonly<Record<string, string>>,
  fields: readonly Diameter[],
  which = Math.max
): Movable => ({
  rule,
  move: (input, _output, { lesion: named }, by) => {
    const lesion = input.lesions.find(({ id }) => id === named);
    const given = fields.filter(one => typeof lesion?.[one] === 'number');
    const mm = which(...given.map(one => lesion?.[one] ?? 0));
    const field = given.find(one => lesion?.[one] === mm);
    const size = sum(mm, by);
    return lesion && field && size > 0 ? withLesion(input, { ...lesion, [field]: size }) : null;
  },
  categoryOf: ({ trace }) => categories[trace.find(one => rule.test(one.rule))?.rule ?? ''] ?? null,
  nearest: false,
});
const newStates = {
  'newLesion.none': 'NO',
  'newLesion.ne': 'NE',
  'newLesion.equivocal': 'EQUIVOCAL',
  'newLesion.unequivocal': 'YES',
  'newLesion.yes': 'YES',
};
const newLesion = (fields: readonly Diameter[], which = Math.max): Movable =>
  namedLesion(/^newLesion\.(none|ne|equivocal|unequivocal|yes)$/, newStates, fields, which);
const bothDiameters: readonly Diameter[] = ['longestDiameterMm', 'perpendicularDiameterMm'];
const byAnyAxis = newLesion(['shortAxisMm', ...bothDiameters]);
const nonTargetNode = namedLesion(
  /^nonTarget\./,
  {
    'nonTarget.cr': 'CR',
    'nonTarget.nn': 'NON-CR/NON-PD',
    'nonTarget.ne': 'NE',
    'nonTarget.pd': 'PD',
  },
  ['shortAxisMm']
);
const nodes = [newLesion(['shortAxisMm']), nonTargetNode];

const psaCategories: Readonly<Record<string, string>> = {
  'psa.90': 'PSA90',
  'psa.50': 'PSA50',
  'psa.nonPd': 'NON-PD',
  'psa.pdu': 'PDu',
  'psa.pd.confirmed': 'PD',
};
const psa: Movable = {
  rule: /^psa\./,
  move: (input, _output, _margin, by) => {
    const { psaNgMl } = input as TimepointInput & { psaNgMl?: number | null };
    const moved = typeof psaNgMl === 'number' ? sum(psaNgMl, by) : -1;
    return moved >= 0 ? ({ ...input, psaNgMl: moved } as TimepointInput) : null;
  },
  categoryOf: ({ trace }) =>
    psaCategories[trace.find(({ rule }) => rule.startsWith('psa.'))?.rule ?? ''] ?? null,
  nearest: true,
};

const movedLab =
  (name: string): Movable['move'] =>
  (input, _output, _margin, by) => {
    const { labs } = input as TimepointInput & { labs?: Values | null };
    const value = labs?.[name];
    const moved = typeof value === 'number' ? sum(value, by) : -1;
    return moved >= 0 ? ({ ...input, labs: { ...labs, [name]: moved } } as TimepointInput) : null;
  };
const marker = (name: string, lab: string): Movable => ({
  rule: new RegExp(`^(marker|pd)\\.${name}(\\.|$)`),
  move: movedLab(lab),
  categoryOf: ({ trace }) => {
    if (trace.some(({ rule }) => rule === `pd.${name}`)) return 'PD';
    const level = trace.find(({ rule }) => rule.startsWith(`marker.${name}.`));
    return level?.rule.split('.')[2]?.toUpperCase() ?? 'SD';
  },
  nearest: true,
});
const count = (name: string, lab: string): Movable => ({
  rule: new RegExp(`^${name}\\.`),
  move: movedLab(lab),
  categoryOf: ofOnlyRule(name),
  nearest: true,
});

const spleenStates: Readonly<Record<string, string>> = {
  'spleen.normal': 'NORMAL',
  'spleen.regressed': 'REGRESSED',
  'spleen.enlarged': 'ENLARGED',
  'spleen.new': 'PD',
  'spleen.recurrent': 'PD',
  'spleen.growth': 'PD',
};
const spleen: Movable = {
  rule: /^spleen\./,
  move: (input, _output, _margin, by) => {
    const { spleenLengthMm } = input as TimepointInput & { spleenLengthMm?: number | null };
    const moved = typeof spleenLengthMm === 'number' ? sum(spleenLengthMm, by) : -1;
    return moved >= 0 ? ({ ...input, spleenLengthMm: moved } as TimepointInput) : null;
  },
  categoryOf: ({ trace }) =>
    spleenStates[trace.find(({ rule }) => rule.startsWith('spleen.'))?.rule ?? ''] ?? null,
  nearest: true,
};

/** By criterion: the numbers that its margins can be tried on. */
export const movable: Readonly<Record<string, readonly Movable[]>> = {
  'recist-1.1': [sums, ...nodes],
  irecist: [sumsOfIrecist, ...nodes],
  imrecist: [sumsOfImrecist, ...nodes],
  mrecist: [sums, newLesion(['shortAxisMm', 'longestDiameterMm']), nonTargetNode],
  choi: [sizeAndDensity],
  pcwg3: [sums, ...nodes, psa],
  irrc: [sums],
  macdonald: [sums],
  'rano-hgg-2010': [sums],
  'rano-2.0': [sumsOfRano, newLesion(bothDiameters, Math.min)],
  'lugano-2014': [spleen, byAnyAxis],
  'cheson-2007': [byAnyAxis],
  'imwg-2016': [
    marker('serum', 'serumMGPerDl'),
    marker('urine', 'urineMMgPer24h'),
    marker('flc', 'involvedFlcMgPerDl'),
  ],
  'iwcll-2018': [
    newLesion(['longestDiameterMm']),
    count('lymphocytes', 'lymphocytes10e9PerL'),
    count('platelets', 'platelets10e9PerL'),
    count('haemoglobin', 'haemoglobinGPerDl'),
  ],
};
