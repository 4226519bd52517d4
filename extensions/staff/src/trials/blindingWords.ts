import { text, type TextKey } from '@corelab/ui';
import type { Blinding } from './versions.js';

type Row = Blinding['attributes'][number];
type Variant = Blinding['variant'];

const forms: Readonly<Record<Row['form'], TextKey>> = {
  numbers: 'blinding.form.numbers',
  rounded: 'blinding.form.rounded',
  nearest: 'blinding.form.nearest',
  window: 'blinding.form.window',
  codes: 'blinding.form.codes',
  names: 'blinding.form.names',
  standardUid: 'blinding.form.standardUid',
  mappedUid: 'blinding.form.mappedUid',
  ordinal: 'blinding.form.ordinal',
  moved: 'blinding.form.moved',
  movedShifted: 'blinding.form.movedShifted',
  movedConstant: 'blinding.form.movedConstant',
  asItIs: 'blinding.form.asItIs',
  items: 'blinding.form.items',
  timepointDate: 'blinding.form.timepointDate',
  role: 'blinding.form.role',
  subjectCode: 'blinding.form.subjectCode',
  age: 'blinding.form.age',
  study: 'blinding.form.study',
  seriesNumber: 'blinding.form.seriesNumber',
  imagePlace: 'blinding.form.imagePlace',
  transferSyntax: 'blinding.form.transferSyntax',
};

const reasons: Readonly<Record<Row['why'], TextKey>> = {
  identity: 'blinding.why.identity',
  subject: 'blinding.why.subject',
  role: 'blinding.why.role',
  order: 'blinding.why.order',
  kind: 'blinding.why.kind',
  decoding: 'blinding.why.decoding',
  pixelValues: 'blinding.why.pixelValues',
  geometry: 'blinding.why.geometry',
  distances: 'blinding.why.distances',
  measurability: 'blinding.why.measurability',
  display: 'blinding.why.display',
  compression: 'blinding.why.compression',
  splitting: 'blinding.why.splitting',
  weighting: 'blinding.why.weighting',
  density: 'blinding.why.density',
  uptake: 'blinding.why.uptake',
  decay: 'blinding.why.decay',
  leanBodyMass: 'blinding.why.leanBodyMass',
  sexAge: 'blinding.why.sexAge',
  time: 'blinding.why.time',
  scanner: 'blinding.why.scanner',
};

const keys: Readonly<Record<NonNullable<Row['by']>, TextKey>> = {
  dates: 'blinding.dates',
  sexAge: 'blinding.sexAge',
  manufacturer: 'blinding.manufacturer',
  leanBodyMass: 'blinding.leanBodyMass',
};

const dates: Readonly<Record<Variant['dates'], TextKey>> = {
  shifted: 'blinding.dates.shifted',
  offsets: 'blinding.dates.offsets',
  removed: 'blinding.dates.removed',
  shown: 'blinding.dates.shown',
};

const labels: Readonly<Record<Variant['labels'], TextKey>> = {
  timepoint: 'blinding.labels.timepoint',
  day: 'blinding.labels.day',
  letters: 'blinding.labels.letters',
};

/** In which form an attribute passes. */
export const formText = ({ form, values }: Row): string =>
  text(forms[form], { values: values.join(', ') });

/** Why it passes, and what of the charter decides that. */
export const reasonText = ({ why, by }: Row): string =>
  by === null
    ? text(reasons[why])
    : text('blinding.by', { why: text(reasons[why]), key: text(keys[by]) });

/** An attribute by its keyword, and where it stands. */
export const attributeText = ({ keyword, within }: Row): string =>
  within.length === 0
    ? keyword
    : text('blinding.within', { keyword, sequences: within.join(', ') });

/** What the variant says, part by part. */
export const variantFacts = (
  variant: Variant
): readonly (readonly [name: TextKey, is: TextKey])[] => [
  ['blinding.dates', dates[variant.dates]],
  ['blinding.labels', labels[variant.labels]],
  ['blinding.sexAge', variant.sexAge ? 'blinding.yes' : 'blinding.no'],
  ['blinding.manufacturer', variant.manufacturer ? 'blinding.yes' : 'blinding.no'],
  ['blinding.leanBodyMass', variant.leanBodyMass ? 'blinding.asked' : 'blinding.notAsked'],
];
