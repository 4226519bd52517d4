import { marginTo } from '../course/margin.js';
import { decimalPlaces, scaled } from '../decimal.js';
import type { Trace } from '../schemas.js';
import type { Labs } from './inputs.js';
import { type MarkerName, source } from './markers.js';

export interface CompleteItems {
  readonly labs: Labs;
  /** Marrow of this visit, or the last one after baseline where it need not be repeated. */
  readonly marrowPct: number | null;
  readonly clonal: boolean | null;
  readonly plasmacytomaRemains: boolean | null;
  /** null: whether there is one is not known. */
  readonly newLesion: boolean | null;
  readonly required: readonly MarkerName[];
}

export interface CompleteRating {
  readonly level: 'sCR' | 'CR' | null;
  readonly trace: Trace;
}

const marrowItem = 'marrow plasma cells below 5 %';
type Item = readonly [name: string, met: boolean | null];

const negative = (value: string | null | undefined): boolean | null =>
  value === null || value === undefined ? null : value === 'negative';
const undetected = (value: number | null | undefined): boolean =>
  value === null || value === undefined || value === 0;

/** Whether the visit is a complete or a stringent complete response; what is missing keeps it from either. */
export function rateComplete(items: CompleteItems): CompleteRating {
  const { labs, marrowPct, clonal, plasmacytomaRemains, newLesion, required } = items;
  const cr: Item[] = [
    ['serum immunofixation negative', negative(labs.serumImmunofixation)],
    ['urine immunofixation negative', negative(labs.urineImmunofixation)],
    [
      'no M-protein by electrophoresis',
      undetected(labs.serumMGPerDl) && undetected(labs.urineMMgPer24h),
    ],
    [
      'no plasmacytoma',
      [newLesion, plasmacytomaRemains].includes(true)
        ? false
        : newLesion === null || plasmacytomaRemains === null
          ? null
          : true,
    ],
    [marrowItem, marrowPct === null ? null : marrowPct < 5],
  ];
  if (required.includes('flc')) cr.push(['normal light chain ratio', labs.flcRatioNormal ?? null]);
  const stringent: Item[] = [
    ['normal light chain ratio', labs.flcRatioNormal ?? null],
    ['no clonal marrow cells', clonal === null ? null : !clonal],
  ];
  const unmet = (list: readonly Item[]): string =>
    list
      .filter(([, met]) => met !== true)
      .map(([name, met]) => `${name} (${met === null ? 'not known' : 'no'})`)
      .join(', ');
  // Only where the marrow alone keeps a complete response, or is all that could take it away.
  const others = cr.filter(([name]) => name !== marrowItem).every(([, met]) => met === true);
  const edge = { category: (marrowPct ?? 0) < 5 ? 'VGPR' : 'CR', numerator: 5n, denominator: 1n };
  const margin = (): Pick<Trace, 'margin'> => {
    if (marrowPct === null || !others) return {};
    const places = decimalPlaces(marrowPct);
    const one = 10n ** BigInt(places);
    const at = { ...edge, numerator: edge.numerator * one };
    return { margin: marginTo(scaled(marrowPct, places), [at], '%', one) };
  };
  const result = (level: 'sCR' | 'CR' | null, text: string): CompleteRating => ({
    level,
    trace: {
      rule: `complete.${level === null ? 'no' : level.toLowerCase()}`,
      text,
      numbers: { marrowPlasmaCellsPct: marrowPct },
      threshold:
        'immunofixation negative in serum and urine, no plasmacytoma, marrow plasma cells below 5 %',
      ...margin(),
      source,
    },
  });
  const missingCr = unmet(cr);
  if (missingCr !== '') return result(null, `Not a complete response: ${missingCr}.`);
  const missingStringent = unmet(stringent);
  return missingStringent === ''
    ? result('sCR', 'Complete response with a normal light chain ratio and no clonal marrow cells.')
    : result('CR', `Complete response; not stringent: ${missingStringent}.`);
}
