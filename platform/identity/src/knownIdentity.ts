import { eponymNouns, genericWords, ordinaryWords } from './clinicalWords.js';
import type { Finding, IdentityKind, KnownIdentifiers } from './finding.js';
import { foldedForms, foldText, type FoldedText } from './foldText.js';
import { measuredAfter } from './measureWords.js';

/** Names of lesions, timepoints and vertebrae, which an identifier may look like. */
const readingName = /^(?:(?:nt|nl|t)\d{2,3}[a-z]?|(?:tp|v|c|l|s|th|r)\d{1,2})$/;

/** Says of a short number or code behind it that it is of a subject, a site or a person. */
const saidBefore =
  /(?:subject|patient|patientin|pat|pt|proband\p{L}*|screening\p{L}*|randomi\p{L}*|sites?|cent(?:er|re)|\p{L}*zentrum|clinic|klinik|case|fall|user|id)[\s.:#-]*(?:(?:no|nr|number|nummer|code|id)[\s.:#-]*)?$/iu;

const wordSign = /[\p{L}\p{N}]/u;

/** Whether an identifier is found wherever it stands, or only where the words before it say what it is. */
const standsAlone = (folded: string): boolean => {
  if (/^\d+$/.test(folded)) return folded.length >= 6;
  return folded.length >= 4 && !readingName.test(folded);
};

function* placesOf(text: string, fold: FoldedText, form: string): Generator<[number, number]> {
  for (let at = fold.folded.indexOf(form); at >= 0; at = fold.folded.indexOf(form, at + 1)) {
    const from = fold.from[at];
    const to = fold.to[at + form.length - 1];
    if (from === undefined || to === undefined) continue;
    // The name may begin or end in the middle of what one sign was folded to.
    if (at > 0 && fold.from[at - 1] === from) continue;
    if (fold.from[at + form.length] === fold.from[at + form.length - 1]) continue;
    if (wordSign.test(text.slice(0, from).slice(-1)) || wordSign.test(text.charAt(to))) continue;
    yield [from, to];
  }
}

const isOneWord = (name: string): boolean => /^\p{L}+$/u.test(name.trim());

/** Words of a name that tell of it alone; a title, an initial or "hospital" does not. */
const tellingWords = (name: string): string[] =>
  name
    .split(/[\s,.()/&-]+/u)
    .filter(word => /^[\p{L}'’]{3,}$/u.test(word))
    .filter(word => !genericWords.has(word.toLowerCase()));

function* wholeNames(
  text: string,
  fold: FoldedText,
  kind: IdentityKind,
  name: string
): Generator<Finding> {
  for (const form of foldedForms(name)) {
    if (!fold.folded.includes(form)) continue;
    for (const [from, to] of placesOf(text, fold, form)) {
      const stretch = text.slice(from, to);
      // "in no" is not the site INNO.
      if (isOneWord(name) && /\s/.test(stretch)) continue;
      const number = /^\d+$/.test(form);
      if (number && measuredAfter.test(text.slice(to))) continue;
      if (!standsAlone(form) && !saidBefore.test(text.slice(Math.max(0, from - 40), from)))
        continue;
      yield { kind, from, to };
    }
  }
}

function* partsOfNames(text: string, fold: FoldedText, name: string): Generator<Finding> {
  for (const word of tellingWords(name)) {
    if (ordinaryWords.has(word.toLowerCase())) continue;
    for (const form of foldedForms(word)) {
      for (const [from, to] of placesOf(text, fold, form)) {
        const stretch = text.slice(from, to);
        if (!/^\p{Lu}/u.test(stretch) || /\s/.test(stretch)) continue;
        if (eponymNouns.test(text.slice(to))) continue;
        yield { kind: 'name', from, to };
      }
    }
  }
}

/**
 * What of a text the trial knows: identifiers of subjects, sites and people, whatever their case, dashes, spaces and
 * diacritics, and single words of the names of its people and sites. A short number or code is found behind a word that
 * says what it is of: "site 12", and not "12 mm".
 */
export function knownIn(text: string, known: KnownIdentifiers): Finding[] {
  const fold = foldText(text);
  if (fold.folded === '') return [];
  const found: Finding[] = [];
  for (const name of known.subject) found.push(...wholeNames(text, fold, 'subject', name));
  for (const kind of ['site', 'account'] as const) {
    for (const name of known[kind]) {
      // One ordinary word may be of the report itself: a person says then whether it is the name.
      if (!isOneWord(name)) found.push(...wholeNames(text, fold, kind, name));
      else if (kind === 'site' && !/^\p{Ll}/u.test(name) && !isOrdinary(name)) {
        found.push(...wholeNames(text, fold, kind, name));
      }
      found.push(...partsOfNames(text, fold, name));
    }
  }
  return found;
}

const isOrdinary = (name: string): boolean => {
  const word = name.trim().toLowerCase();
  return ordinaryWords.has(word) || genericWords.has(word);
};
