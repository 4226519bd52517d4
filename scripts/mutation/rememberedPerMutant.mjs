// In the place of a rule package's `remembered.ts` (its address is `of`): what was made under one mutant is not kept for
// the next, nor what was made without any. Otherwise the code that makes it would run once for all mutants.

const { remembered: kept } = await import(new URL(import.meta.url).searchParams.get('of'));

export function remembered(make) {
  let madeUnder;
  let known = null;
  return key => {
    const mutant = globalThis.__stryker__?.activeMutant;
    if (known === null || mutant !== madeUnder) {
      known = kept(make);
      madeUnder = mutant;
    }
    return known(key);
  };
}
