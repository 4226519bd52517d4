/** A text without what is written now this way, now that: each unit with the stretch of the text that it stands for. */
export interface FoldedText {
  readonly folded: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Spaces, dashes, dots, quotes and what is not seen at all: no two people set them alike. */
const separators = /[\s\p{Pd}\p{Cf}_.'’]/u;

const foldSymbol = (symbol: string): string => {
  if (separators.test(symbol)) return '';
  return symbol.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');
};

/** Folds case, diacritics, dashes, dots and spaces; lone surrogates stay what they are. */
export function foldText(text: string): FoldedText {
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const symbol of text) {
    const behind = at + symbol.length;
    for (const unit of foldSymbol(symbol).split('')) {
      folded += unit;
      from.push(at);
      to.push(behind);
    }
    at = behind;
  }
  return { folded, from, to };
}

/** The folded units alone. Of a trial with many subjects most names are plain, and go the short way. */
const foldedUnits = (name: string): string =>
  /^[\x20-\x7e]*$/.test(name)
    ? name.toLowerCase().replace(/[\s\-_.']/g, '')
    : foldText(name).folded;

/** The ways in which a known name may come: with its umlauts plain, or written out. */
export function foldedForms(name: string): string[] {
  const plain = foldedUnits(name);
  const forms = [plain];
  if (/[äöüÄÖÜ]/u.test(name)) {
    const written = name.replace(/[äÄ]/gu, 'ae').replace(/[öÖ]/gu, 'oe').replace(/[üÜ]/gu, 'ue');
    forms.push(foldedUnits(written));
  }
  if (/[aou]e/.test(plain)) forms.push(plain.replace(/([aou])e/g, '$1'));
  return forms.filter(form => form !== '');
}
