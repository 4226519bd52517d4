import { marginTo, type Threshold } from '../course/margin.js';
import {
  decimalPlaces,
  decreasedBy,
  increasedBy,
  percentChange,
  ratio,
  scaled,
} from '../decimal.js';
import type { Reason } from '../reason.js';
import type { Margin } from '../schemas.js';
import { daysBetween, isDaysLater } from '../dates.js';

const source = 'Scher 2016 (PCWG3), PSA: Tables 3 and 4';

export interface PsaValue {
  readonly timepoint: string;
  readonly date: string | null;
  readonly value: number | null;
}

export interface PsaRules {
  /** Days between a rise or a decline and its confirmation. */
  readonly psaConfirmDays: number;
  /** Without any decline, rises up to this many days after the start do not count. */
  readonly psaNoDeclineDays: number;
  readonly start: string | null;
}

/** PD: progression confirmed. PDu: not yet. PSA50/PSA90: at least that much below baseline. NE: no value here or at baseline. */
export type PsaCategory = 'PD' | 'PDu' | 'PSA90' | 'PSA50' | 'NON-PD' | 'NE';

export interface PsaRating {
  readonly category: PsaCategory;
  /** Whether a decline at an earlier visit is confirmed by this one. */
  readonly trace: readonly Reason[];
}

interface PsaNumbers {
  readonly current: bigint;
  readonly start: bigint;
  readonly lowest: bigint;
  /** A rise counts: there was a decline, or the first weeks are over. */
  readonly counts: boolean;
  readonly meets: boolean;
  /** What a rise to the threshold would be. */
  readonly beyond: 'PD' | 'PDu';
}

/** Distance to the rise over the lowest value and to the declines from baseline, ng/mL; `one`: units in one ng/mL. */
function psaMargin(
  { current, start, lowest, counts, meets, beyond }: PsaNumbers,
  one: bigint
): Margin | null {
  const [quarter, absolute] = [125n * lowest, 100n * (lowest + 2n * one)];
  const rise = quarter > absolute ? quarter : absolute;
  const declines = [
    { category: 'PSA90', numerator: 10n * start, denominator: 100n },
    { category: 'PSA50', numerator: 50n * start, denominator: 100n },
  ] as const;
  const declineAt = (value: bigint): string =>
    declines.find(({ numerator }) => value <= numerator)?.category ?? 'NON-PD';
  const pd = { numerator: rise, denominator: 100n };
  if (meets) return marginTo(current, [{ ...pd, category: declineAt(rise) }], 'ng/mL', one);
  const edges = declines.map(({ category, ...edge }): Threshold => {
    const isMet = 100n * current <= edge.numerator;
    return { ...edge, category: !isMet ? category : category === 'PSA90' ? 'PSA50' : 'NON-PD' };
  });
  // Progression first: where both begin at the same value it goes before the decline that ends there.
  const around = [...(counts ? [{ ...pd, category: beyond }] : []), ...(start > 0n ? edges : [])];
  return marginTo(current, around, 'ng/mL', one);
}

/** PSA at each visit, in time order, apart from imaging: what was known at that visit. Values in ng/mL. */
export function ratePsa(
  baseline: number | null,
  values: readonly PsaValue[],
  rules: PsaRules
): PsaRating[] {
  const places = Math.max(
    0,
    ...[baseline, ...values.map(({ value }) => value)].map(value => decimalPlaces(value ?? 0))
  );
  const one = 10n ** BigInt(places);
  const notEvaluable = (text: string): PsaRating => ({
    category: 'NE',
    trace: [{ rule: 'psa.ne', text, numbers: {}, source }],
  });
  const noValue = 'No PSA at this visit.';
  if (baseline === null)
    return values.map(({ value }) =>
      notEvaluable(value === null ? noValue : 'No PSA at baseline.')
    );
  const start = scaled(baseline, places);
  let nadir = start;
  let rise: { readonly nadir: bigint; readonly first: PsaValue } | null = null;
  let progressed = false;
  const before: { readonly value: bigint; readonly date: string | null }[] = [];
  return values.map((visit): PsaRating => {
    if (visit.value === null) return notEvaluable(noValue);
    const current = scaled(visit.value, places);
    const against = rise?.nadir ?? nadir;
    const elapsed = daysBetween(rules.start, visit.date);
    const declined = against < start;
    const counts = declined || (elapsed !== null && elapsed > rules.psaNoDeclineDays);
    const rose = increasedBy(current, against, 25n) && current - against >= 2n * one;
    const meets = counts && rose;
    const numbers = {
      psaNgMl: visit.value,
      baselineNgMl: baseline,
      nadirNgMl: ratio(against, one),
      changeFromBaselinePct: percentChange(current, start),
      changeFromNadirPct: percentChange(current, against),
      changeFromNadirNgMl: ratio(current - against, one),
    };
    const confirms =
      rise !== null && isDaysLater(rise.first.date, visit.date, rules.psaConfirmDays);
    const margin = psaMargin(
      { current, start, lowest: against, counts, meets, beyond: confirms ? 'PD' : 'PDu' },
      one
    );
    const result = (
      category: PsaCategory,
      rule: string,
      text: string,
      threshold?: string
    ): PsaRating => {
      const decided = threshold === undefined ? {} : { threshold, margin };
      return { category, trace: [{ rule, text, numbers, ...decided, source }] };
    };
    if (meets) rise ??= { nadir: against, first: visit };
    else rise = null;
    if (current < nadir) nadir = current;
    const below = ([90n, 50n] as const).find(percent => decreasedBy(current, start, percent));
    const confirmedDeclines = [90n, 50n].filter(percent =>
      before.some(
        earlier =>
          decreasedBy(earlier.value, start, percent) &&
          decreasedBy(current, start, percent) &&
          isDaysLater(earlier.date, visit.date, rules.psaConfirmDays)
      )
    );
    before.push({ value: current, date: visit.date });
    const pd = 'at least 25 % and 2 ng/mL over the lowest value';
    if (progressed) {
      return result('PD', 'psa.pd.since', 'PSA progression was confirmed before.');
    }
    if (rise !== null) {
      progressed = isDaysLater(rise.first.date, visit.date, rules.psaConfirmDays);
      return progressed
        ? result(
            'PD',
            'psa.pd.confirmed',
            `PSA progression of ${rise.first.timepoint} is confirmed ${daysBetween(rise.first.date, visit.date)} days later (at least ${rules.psaConfirmDays}).`,
            pd
          )
        : result(
            'PDu',
            'psa.pdu',
            `PSA ${visit.value} ng/mL is at least 25 % and 2 ng/mL over ${ratio(against, one) ?? 0} ng/mL; a value at least ${rules.psaConfirmDays} days later must confirm it.`,
            pd
          );
    }
    if (below !== undefined) {
      const confirmed =
        confirmedDeclines.length > 0
          ? `; confirmed: ${confirmedDeclines.map(p => `PSA${p}`).join(', ')}`
          : '';
      return result(
        below === 90n ? 'PSA90' : 'PSA50',
        `psa.${below}`,
        `PSA ${visit.value} ng/mL is at least ${below} % below the baseline of ${baseline} ng/mL${confirmed}.`,
        `at least ${below} % below baseline`
      );
    }
    return result(
      'NON-PD',
      'psa.nonPd',
      rose
        ? `PSA ${visit.value} ng/mL: at least 25 % and 2 ng/mL over the baseline, but without any decline that counts only more than ${rules.psaNoDeclineDays} days after the start.`
        : `PSA ${visit.value} ng/mL: neither 50 % below baseline nor 25 % and 2 ng/mL over the lowest value.`,
      pd
    );
  });
}
