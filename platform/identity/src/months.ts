import { oneOf } from './rule.js';

/** Names of months, English and German, in the twelve places of the year. */
const names: readonly (readonly string[])[] = [
  ['January', 'Januar', 'Jänner'],
  ['February', 'Februar', 'Feber'],
  ['March', 'März', 'Maerz'],
  ['April'],
  ['May', 'Mai'],
  ['June', 'Juni'],
  ['July', 'Juli'],
  ['August'],
  ['September'],
  ['October', 'Oktober'],
  ['November'],
  ['December', 'Dezember'],
];

const shortNames = [
  ...['Jan', 'Jän', 'Feb', 'Mar', 'Mär', 'Mrz', 'Apr', 'Jun', 'Jul', 'Aug', 'Sep', 'Sept'],
  ...['Oct', 'Okt', 'Nov', 'Dec', 'Dez'],
];

const upper = (word: string): string => word.toUpperCase();
const lower = (word: string): string => word.toLowerCase();

const long = names.flat();
/** In small letters these are verbs as well. */
const verbs = ['may', 'march'];

/** As months are written: with a capital, all in capitals, and the long ones in small letters. */
export const monthWord = oneOf([
  ...long.flatMap(word => [word, upper(word)]),
  ...long.map(lower).filter(word => !verbs.includes(word)),
  ...shortNames.flatMap(word => [word, upper(word)]),
]);

/** Every form: only a year beside it makes "mar" or "may" a month. */
export const monthBesideYear = oneOf([
  ...long.flatMap(word => [word, upper(word), lower(word)]),
  ...shortNames.flatMap(word => [word, upper(word), lower(word)]),
]);

export const longMonth = oneOf(long);

/** "2 MAY BE": what follows the verb and never the month. */
export const afterVerb =
  /^\s+(?:be|have|represent|reflect|not|also|indicate|suggest|correspond|show|well|still|contain|only|now|just|need|affect|explain|cause|mimic|simulate)(?!\p{L})/iu;
