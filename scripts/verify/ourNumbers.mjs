import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { agree } from '../../platform/agreement/dist/agree.js';
import {
  chiSquareQuantile,
  fQuantile,
  normalQuantile,
  tQuantile,
} from '../../platform/agreement/dist/distributions.js';

const tails = [0.005, 0.025, 0.05, 0.5, 0.95, 0.975, 0.995];
const shapes = [
  [1, 1],
  [5, 15],
  [4.79, 5],
  [19, 57],
  [2.3, 999],
  [99, 13.37],
  [999, 8991],
];
const freedoms = [1, 2, 3, 5, 10, 29, 59, 200, 500, 501, 2000, 20000];

/** What R is asked for: distribution, probability, and its one or two parameters. */
export const quantiles = tails.flatMap(p => [
  ...shapes.flatMap(([first, second]) => [
    ['f', p, first, second],
    ['beta', p, first, second],
  ]),
  ...freedoms.flatMap(df => [
    ['t', p, df, 0],
    ['chisq', p, df, 0],
  ]),
  ['normal', p, 0, 0],
]);

const quantileOf = {
  f: fQuantile,
  beta: betaQuantile,
  t: tQuantile,
  chisq: chiSquareQuantile,
  normal: normalQuantile,
};

/** `[name, value]` of every number that agreement.R prints too. */
export function ourNumbers({ measured, grades, missing, repeated }) {
  const numbers = [];
  const add = (name, result, keys) =>
    keys.forEach(key => numbers.push([`${name}.${key}`, result[key]]));
  const limits = ['value', 'lower', 'upper'];
  const withError = ['value', 'standardError', 'lower', 'upper'];
  const categories = [1, 2, 3, 4, 5];

  for (const model of ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'])
    add(`icc.${model}`, agree({ statistic: 'icc', model, ratings: measured }), [...limits, 'f']);
  for (const weights of ['none', 'linear', 'quadratic']) {
    const kappa = agree({ statistic: 'kappa', weights, ratings: grades, categories });
    add(`kappa.${weights}`, kappa, withError);
    if (weights === 'none') add('psych.kappa.none', kappa, ['standardError']);
  }
  for (const statistic of ['fleiss', 'ac1'])
    add(statistic, agree({ statistic, ratings: missing, categories }), withError);
  for (const weights of ['linear', 'quadratic']) {
    const ac2 = agree({ statistic: 'ac2', weights, ratings: missing, categories });
    add(`ac2.${weights}`, ac2, withError);
  }
  for (const level of ['nominal', 'ordinal', 'interval', 'ratio']) {
    const alpha = agree({ statistic: 'alpha', level, ratings: missing, categories });
    add(`alpha.${level}`, alpha, ['value']);
  }

  const pairs = measured.map(([first, second]) => [first, second]);
  const plain = agree({ statistic: 'bland-altman', ratings: pairs });
  add('bland-altman', plain, ['bias', 'lower', 'upper']);
  add('bland-altman.bias', plain.biasLimits, ['lower', 'upper']);
  add('bland-altman.lower', plain.lowerLimits, ['lower', 'upper']);
  add('bland-altman.upper', plain.upperLimits, ['lower', 'upper']);
  const subjects = repeated.map(([subject]) => subject);
  const ratings = repeated.map(([, first, second]) => [first, second]);
  for (const truth of ['varies', 'constant']) {
    const result = agree({ statistic: 'bland-altman', ratings, subjects, truth });
    add(
      `bland-altman.${truth}`,
      result,
      truth === 'varies' ? ['bias', 'lower', 'upper'] : ['lower', 'upper']
    );
  }

  const within = agree({ statistic: 'within-subject-sd', ratings: measured });
  add('within-subject-sd', within, limits);
  numbers.push(['within-subject-sd.detectable', within.smallestDetectableDifference]);
  add('ccc', agree({ statistic: 'ccc', ratings: pairs }), limits);
  add('percent', agree({ statistic: 'percent', ratings: grades, categories }), limits);
  quantiles.forEach(([distribution, ...parameters], index) =>
    numbers.push([`quantile.${index + 1}`, quantileOf[distribution](...parameters)])
  );
  return numbers;
}
