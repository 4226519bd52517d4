import { marginTo } from '../course/margin.js';
import { type LengthScale, ratio } from '../decimal.js';
import type { Trace } from '../schemas.js';
import { type Category, type Level, levels, source } from './markers.js';

export interface Parts {
  /** Levels of what the response must show: required markers and plasmacytomas; NE: not known. */
  readonly required: readonly { readonly name: string; readonly level: Level }[];
  readonly complete: 'sCR' | 'CR' | null;
  /** A very good response also needs urine below 100 mg per 24 h; null: not known. */
  readonly urineBelow100: boolean | null;
  /** The urine that says so, where it was measured here and the response needs it. */
  readonly urine: bigint | null;
  readonly scale: LengthScale;
  readonly progressions: readonly string[];
  readonly missingItem: 'dropOne' | 'NE';
}

/** The level of a visit: progression, complete response, else the lowest of what is required. */
export function rateOverall(parts: Parts): { readonly value: Category; readonly trace: Trace } {
  const { required, complete, urineBelow100, progressions, missingItem } = parts;
  const result = (
    value: Category,
    rule: string,
    text: string,
    decided: Partial<Pick<Trace, 'numbers' | 'threshold' | 'margin'>> = {}
  ) => ({ value, trace: { rule, text, numbers: {}, ...decided, source } });
  if (progressions.length > 0)
    return result('PD', 'overall.pd', `Progression by ${progressions.join(', ')}.`);
  if (complete !== null)
    return result(complete, 'overall.complete', `${complete} by its own items.`);
  const known = required.filter(({ level }) => level !== 'NE');
  const missing = required.filter(({ level }) => level === 'NE').map(({ name }) => name);
  const lowest = levels.findLast(level => known.some(one => one.level === level));
  if (lowest === undefined)
    return result('NE', 'overall.ne', 'Nothing that the response goes by was measured.');
  const each = known.map(({ name, level }) => `${name} ${level}`).join(', ');
  if (missing.length > 0) {
    const dropped: Level =
      missingItem === 'NE' ? 'NE' : (levels[levels.indexOf(lowest) + 1] ?? 'NE');
    return result(
      dropped,
      'overall.missingItem',
      `${each}; ${missing.join(', ')} missing: ${missingItem === 'NE' ? 'not evaluable' : 'one level lower'}.`
    );
  }
  if (lowest === 'VGPR' && urineBelow100 !== true)
    return result(
      'PR',
      'overall.urine',
      `${each}, but urine M-protein below 100 mg/24 h is ${urineBelow100 === null ? 'not known' : 'not reached'}.`,
      byUrine(parts, 'VGPR')
    );
  return result(
    lowest,
    'overall.lowest',
    `Lowest of what is required: ${each}.`,
    lowest === 'VGPR' ? byUrine(parts, 'PR') : {}
  );
}

/** The urine that decides between a very good and a partial response, which is `category` on the other side. */
function byUrine(
  { urine, scale }: Parts,
  category: Level
): Partial<Pick<Trace, 'numbers' | 'threshold' | 'margin'>> {
  if (urine === null) return {};
  const limit = { category, numerator: scale.of(100), denominator: 1n };
  return {
    numbers: { urineMMgPer24h: ratio(urine, scale.one) },
    threshold: 'VGPR: urine M-protein below 100 mg/24 h',
    margin: marginTo(urine, [limit], 'mg/24 h', scale.one),
  };
}
