import { burdenOutput } from '../course/burden.js';
import type { Visit } from '../course/subject.js';
import type { Burden } from '../schemas.js';
import { glycolysisOf, glycolysisPair } from './glycolysis.js';
import { sulReferences, sumOfHottest } from './hottest.js';
import type { PercistSubject, Reading } from './reading.js';

/** What a scan is followed by: the hottest lesion decides, the others are reported. */
export interface Burdens {
  readonly sulPeak: Burden | null;
  readonly sulPeakSum: Burden | null;
  readonly tlg: Burden | null;
}

const unreferenced = {
  nadir: null,
  changeFromBaselinePct: null,
  changeFromNadirPct: null,
  changeFromNadir: null,
};

/** `earlier`: the scans that this one can be compared with, baseline first; none leaves the numbers alone. */
export function burdensOf(
  reading: Reading,
  earlier: readonly Reading[],
  history: readonly Visit[],
  { own: parameters, scale }: PercistSubject
): Burdens {
  const { measure } = reading;
  const references = sulReferences(reading, earlier, parameters);
  const withReferences = (burden: Burden): Burden =>
    earlier.length > 0 ? burden : { ...burden, ...unreferenced };
  const current = sumOfHottest(reading, history, parameters);
  const past = earlier.map(one =>
    sumOfHottest(one, history.slice(0, history.indexOf(one.visit) + 1), parameters)
  );
  const first = past[0]?.known ?? 0n;
  const least = past
    .filter(({ complete }) => complete || parameters.nadirFromPartial)
    .reduce((lowest, { known }) => (known < lowest ? known : lowest), first);
  const sums = { current, baseline: first, nadir: least, counted: references.counted };
  const own = glycolysisOf(reading, scale);
  const [pair, lowest] = (['baseline', 'nadir'] as const).map(reference =>
    glycolysisPair(reading, earlier, reference, scale)
  );
  const alone = pair?.current ?? own.total ?? own.lesions;
  const grams = { ...measure, unit: 'g' };
  const glycolysis = (known: bigint): Burden => {
    const shown = burdenOutput(
      {
        current: { known, complete: true },
        baseline: pair?.reference ?? 0n,
        nadir: lowest?.reference ?? 0n,
        counted: 1,
      },
      grams,
      scale
    );
    return pair ? shown : { ...shown, ...unreferenced };
  };
  const measured = references.counted > 0;
  return {
    sulPeak: measured ? withReferences(burdenOutput(references, measure, scale)) : null,
    sulPeakSum: measured ? withReferences(burdenOutput(sums, measure, scale)) : null,
    tlg: alone === null ? null : glycolysis(alone),
  };
}

/** The burdens of the baseline: numbers without references. */
export function baselineBurdens(reading: Reading, subject: PercistSubject): Burdens {
  const bare = (burden: Burden | null): Burden | null => {
    if (burden === null) return null;
    const { value, unit, lowerBound } = burden;
    return { value, unit, ...(lowerBound === undefined ? {} : { lowerBound }) };
  };
  const { sulPeak, sulPeakSum, tlg } = burdensOf(reading, [], [reading.visit], subject);
  return { sulPeak: bare(sulPeak), sulPeakSum: bare(sulPeakSum), tlg: bare(tlg) };
}
