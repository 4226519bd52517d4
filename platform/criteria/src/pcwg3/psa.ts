import { dayNumber } from '../dates.js';
import {
  decimalPlaces,
  decreasedBy,
  increasedBy,
  percentChange,
  ratio,
  scaled,
} from '../decimal.js';
import type { Trace } from '../schemas.js';

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
  readonly startDay: number | null;
}

/** PD: progression confirmed. PDu: not yet. PSA50/PSA90: at least that much below baseline. NE: no value here or at baseline. */
export type PsaCategory = 'PD' | 'PDu' | 'PSA90' | 'PSA50' | 'NON-PD' | 'NE';

export interface PsaRating {
  readonly category: PsaCategory;
  /** Whether a decline at an earlier visit is confirmed by this one. */
  readonly trace: readonly Trace[];
}

const dayOf = (date: string | null): number | null =>
  date === null ? null : dayNumber(date, '/timepoints');

const apart = (from: string | null, to: string | null): number | null => {
  const [a, b] = [dayOf(from), dayOf(to)];
  return a === null || b === null ? null : b - a;
};

/** PSA at each visit, in time order, apart from imaging: what was known at that visit. Values in ng/mL. */
export function ratePsa(
  baseline: number | null,
  values: readonly PsaValue[],
  rules: PsaRules
): PsaRating[] {
  const places = Math.max(
    0,
    ...[baseline, ...values.map(({ value }) => value)].map(value =>
      value === null ? 0 : decimalPlaces(value)
    )
  );
  const one = 10n ** BigInt(places);
  const start = baseline === null ? null : scaled(baseline, places);
  let nadir = start;
  let rise: { readonly nadir: bigint; readonly first: PsaValue } | null = null;
  let progressed = false;
  const declines: { readonly percent: bigint; readonly visit: PsaValue }[] = [];
  return values.map((visit): PsaRating => {
    if (visit.value === null || start === null || nadir === null) {
      const text = visit.value === null ? 'No PSA at this visit.' : 'No PSA at baseline.';
      return { category: 'NE', trace: [{ rule: 'psa.ne', text, numbers: {}, source }] };
    }
    const current = scaled(visit.value, places);
    const against = rise?.nadir ?? nadir;
    const elapsed =
      rules.startDay === null || visit.date === null
        ? null
        : dayNumber(visit.date, '/timepoints') - rules.startDay;
    const declined = against < start;
    const counts = declined || (elapsed !== null && elapsed > rules.psaNoDeclineDays);
    const meets = counts && increasedBy(current, against, 25n) && current - against >= 2n * one;
    const numbers = {
      psaNgMl: visit.value,
      baselineNgMl: baseline,
      nadirNgMl: ratio(against, one),
      changeFromBaselinePct: percentChange(current, start),
      changeFromNadirPct: percentChange(current, against),
      changeFromNadirNgMl: ratio(current - against, one),
    };
    const result = (
      category: PsaCategory,
      rule: string,
      text: string,
      threshold?: string
    ): PsaRating => ({
      category,
      trace: [{ rule, text, numbers, ...(threshold === undefined ? {} : { threshold }), source }],
    });
    if (meets) rise ??= { nadir: against, first: visit };
    else rise = null;
    if (current < nadir) nadir = current;
    const below = ([90n, 50n] as const).find(percent => decreasedBy(current, start, percent));
    const confirmedDeclines = [90n, 50n].filter(percent =>
      declines.some(
        earlier =>
          earlier.percent >= percent &&
          decreasedBy(current, start, percent) &&
          (apart(earlier.visit.date, visit.date) ?? -1) >= rules.psaConfirmDays
      )
    );
    if (below !== undefined) declines.push({ percent: below, visit });
    const pd = 'at least 25 % and 2 ng/mL over the lowest value';
    if (progressed) {
      return result('PD', 'psa.pd.since', 'PSA progression was confirmed before.');
    }
    if (meets && rise) {
      const gap = apart(rise.first.date, visit.date);
      progressed = gap !== null && gap >= rules.psaConfirmDays;
      return progressed
        ? result(
            'PD',
            'psa.pd.confirmed',
            `PSA progression of ${rise.first.timepoint} is confirmed ${gap ?? 0} days later (at least ${rules.psaConfirmDays}).`,
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
        `PSA ${visit.value} ng/mL is at least ${below} % below the baseline of ${baseline ?? 0} ng/mL${confirmed}.`,
        `at least ${below} % below baseline`
      );
    }
    return result(
      'NON-PD',
      'psa.nonPd',
      `PSA ${visit.value} ng/mL: neither 50 % below baseline nor 25 % and 2 ng/mL over the lowest value.`,
      pd
    );
  });
}
