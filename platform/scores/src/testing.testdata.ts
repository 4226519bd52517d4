import type { Answers } from './answer.js';
import { itemsOf } from './items.js';
import { withDefaults } from './parameters.js';
import { instrumentOf, scoreBy, type ScoreOutput } from './score.js';

type Given = Parameters<typeof scoreBy>[1];

/** All items of an instrument 0, or the lowest there is, but those that are said. */
export const answersOf = (
  id: string,
  said: Answers,
  parameters: NonNullable<Given['parameters']> = {}
): Answers => {
  const instrument = instrumentOf(id);
  const items = itemsOf(instrument, withDefaults(instrument, parameters));
  const lowest = items.flatMap(item => {
    const { scale, optional } = item.feature;
    if (scale.kind !== 'grades' || optional === true) return [];
    return [[item.id, Math.min(...scale.grades.map(({ value }) => value))] as const];
  });
  return { ...Object.fromEntries(lowest), ...said };
};

export const scored = (id: string, said: Answers, more: Omit<Given, 'answers'> = {}): ScoreOutput =>
  scoreBy(instrumentOf(id), { ...more, answers: answersOf(id, said, more.parameters) });

/** The value of a metric; the test fails where there is no such metric. */
export const valueOf = (output: ScoreOutput, metric: string): number | string | null => {
  const all = [...output.subscores, ...(output.total === null ? [] : [output.total])];
  const found = all.find(one => one.metric === metric);
  if (found === undefined) throw new Error(`${output.instrument} has no metric ${metric}`);
  return found.value;
};

/** The highest grade of every item. */
export const highestAnswers = (
  id: string,
  parameters: NonNullable<Given['parameters']> = {}
): Answers => {
  const instrument = instrumentOf(id);
  return Object.fromEntries(
    itemsOf(instrument, withDefaults(instrument, parameters)).flatMap(item => {
      const { scale } = item.feature;
      if (scale.kind !== 'grades') return [];
      return [[item.id, Math.max(...scale.grades.map(({ value }) => value))] as const];
    })
  );
};
