import type { Answer, Answers, MissingCode } from './answer.js';
import type { Feature, Instrument, Parameters, Scale, Selection, Site } from './instrument.js';
import { holds } from './parameters.js';
import { ScoreError } from './scoreError.js';

/** An item of an instrument under its parameters. */
export interface Item {
  readonly id: string;
  readonly feature: Feature;
  readonly site: Site;
}

/** An item with what its reader said: a value, or why there is none. */
export interface ScoredItem extends Item {
  readonly value: number | null;
  readonly missing: MissingCode | null;
  readonly reason: string | null;
}

export const itemsOf = (instrument: Instrument, parameters: Parameters): Item[] =>
  instrument.features.flatMap(feature =>
    feature.sites
      .filter(({ when }) => holds(when, parameters))
      .map(site => ({
        id: feature.bare === true ? site.id : `${feature.id}.${site.id}`,
        feature,
        site,
      }))
  );

const equal = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

/** Whether a scale has the value; between two grades where the parameter of its step is less than 1. */
export const isOnScale = (scale: Scale, value: number, parameters: Parameters): boolean => {
  if (!Number.isFinite(value)) return false;
  if (scale.kind === 'measure') return value >= scale.from;
  const values = scale.grades.map(grade => grade.value);
  const step = scale.step === undefined ? 1 : Number(parameters[scale.step]);
  const low = Math.min(...values);
  const steps = (value - low) / step;
  if (value < low || value > Math.max(...values) || !equal(steps, Math.round(steps))) return false;
  return step < 1 || values.includes(value);
};

const scored = (item: Item, answer: Answer | undefined, parameters: Parameters): ScoredItem => {
  if (answer === undefined) return { ...item, value: null, missing: 'ND', reason: null };
  if (typeof answer === 'object' && 'missing' in answer) {
    const { missing, reason = null } = answer;
    if (missing === 'NE' && reason === null)
      throw new ScoreError(
        'E-VALUE',
        `${item.id} is not evaluable, and no reason says why`,
        item.id
      );
    return { ...item, value: null, missing, reason };
  }
  const value = typeof answer === 'number' ? answer : answer.value;
  if (!isOnScale(item.feature.scale, value, parameters))
    throw new ScoreError('E-VALUE', `${item.id} can not be ${value}`, item.id);
  return { ...item, value, missing: null, reason: null };
};

/**
 * Every item with its answer, in the instrument's order.
 * @throws ScoreError E-ITEM for an answer to what is no item under these parameters, E-VALUE for a value off its scale
 */
export const scoredItems = (
  instrument: Instrument,
  parameters: Parameters,
  answers: Answers
): ScoredItem[] => {
  const items = itemsOf(instrument, parameters);
  const known = new Set(items.map(({ id }) => id));
  const unknown = Object.keys(answers).find(id => !known.has(id));
  if (unknown !== undefined)
    throw new ScoreError('E-ITEM', `${instrument.id} has no item ${unknown} here`, unknown);
  return items.map(item => scored(item, answers[item.id], parameters));
};

export const selected = <T extends Item>(items: readonly T[], selection: Selection): T[] =>
  items.filter(
    ({ feature, site }) =>
      selection.features.includes(feature.id) &&
      (selection.group === undefined || site.group === selection.group) &&
      (selection.sites === undefined || selection.sites.includes(site.id))
  );
