import { finding } from '../course/baselineFindings.js';
import type { Revision } from '../course/equivocalRevisions.js';
import { dayNumber, earliest } from '../dates.js';
import { increasedBy, percentChange } from '../decimal.js';
import type { Evaluated, Facts, Rated, Subject } from '../lymphoma/facts.js';
import { sizeOf } from '../lymphoma/measure.js';
import type { Finding, Trace } from '../schemas.js';
import type { CtRating } from './ct.js';
import type { Metabolic, Overall } from './grid.js';
import { incrementMm } from './growthLimits.js';
import { luganoOf } from './inputs.js';
import type { Parameters } from './parameters.js';
import type { PetRating } from './pet.js';

const source = 'Cheson 2016 (LYRIC)';
const windowDays = 84;

export type Indeterminate = 'IR1' | 'IR2a' | 'IR2b' | 'IR3';
const indeterminate: readonly string[] = ['IR1', 'IR2a', 'IR2b', 'IR3'];

export interface LuganoRated extends Rated {
  readonly metabolic: Metabolic | null;
  /** Measured lesions that progressed by themselves, and new ones. */
  readonly progressed: readonly string[];
  /** Progression that confirms the first indeterminate response of the run. */
  readonly confirmsIndeterminate: boolean;
}

export interface LyricRating {
  readonly overall: Overall | Indeterminate;
  readonly confirms: boolean;
  readonly trace: readonly Trace[];
  readonly findings: readonly Finding[];
}

/** The first indeterminate response since the last response or progression; null when none is open. */
export function openRun(earlier: readonly Evaluated<LuganoRated>[]): Evaluated<LuganoRated> | null {
  let first: Evaluated<LuganoRated> | null = null;
  for (const one of earlier) {
    if (indeterminate.includes(one.rated.overall)) first ??= one;
    else if (['CR', 'PR', 'PD'].includes(one.rated.overall)) first = null;
  }
  return first;
}

/** Sum of products of these lesions, targets, parts and new ones; null when one has no size. */
function sumOfSet(
  ids: readonly string[],
  { readings, visit }: Facts,
  subject: Subject<Parameters>
) {
  let sum = 0n;
  for (const id of ids) {
    const lesion = visit.lesions.get(id);
    const size = readings.get(id)?.size ?? (lesion ? sizeOf(lesion, subject.scale) : null);
    if (size === null && lesion?.status !== 'absent') return null;
    sum += size?.ppd ?? 0n;
  }
  return sum;
}

/** SPD a further 10 % and one diameter a further 5 mm (10 mm over 20 mm) since the indeterminate response. */
function grewFurther(facts: Facts, then: Facts, { scale }: Subject<Parameters>): boolean {
  const [now, was] = [facts.references.current, then.references.current];
  if (!was.complete || !increasedBy(now.known, was.known, 10n)) return false;
  return [...facts.readings.values()].some(({ id, size }) => {
    const before = then.readings.get(id)?.size;
    if (!before) return false;
    const least = scale.of(incrementMm(before.ldi, scale));
    return size.ldi - before.ldi >= least || size.sdi - before.sdi >= least;
  });
}

/** Days from the start of treatment to the visit; null without both dates. */
function daysOnTreatment(
  { visit }: Facts,
  { input, baseline }: Subject<Parameters>
): number | null {
  const dayOf = (date: string | null | undefined, path: string): number | null =>
    date == null ? null : dayNumber(date, path);
  const start =
    dayOf(input.firstDoseDate, '/firstDoseDate') ??
    dayOf(input.startDate, '/startDate') ??
    dayOf(baseline?.date, '/timepoints');
  const now = dayOf(visit.date, '/timepoints');
  return start === null || now === null ? null : now - start;
}

/** LYRIC: an indeterminate response in the place of a progression, or the progression that confirms one. */
export function applyLyric(
  overall: Overall,
  { facts, ct, pet }: { facts: Facts; ct: CtRating; pet: PetRating },
  earlier: readonly Evaluated<LuganoRated>[],
  subject: Subject<Parameters>
): LyricRating {
  const run = openRun(earlier);
  const { biopsy, clinicalStatus } = luganoOf(facts.visit);
  const { references, states } = facts;
  const { current, nadir } = references;
  const { scale, parameters } = subject;
  const measured = states.length > 0;
  const numbers = measured
    ? {
        spdMm2: current.complete ? scale.toMm2(current.known) : null,
        nadirMm2: scale.toMm2(nadir),
        changeFromNadirPct: current.complete ? percentChange(current.known, nadir) : null,
      }
    : {};
  const findings: Finding[] = [];
  const result = (
    value: Overall | Indeterminate,
    rule: string,
    text: string,
    more: Partial<LyricRating> = {},
    since: Trace['numbers'] = {}
  ): LyricRating => ({
    overall: value,
    confirms: false,
    trace: [{ rule, text, numbers: { ...numbers, ...since }, source }],
    findings,
    ...more,
  });
  const note = (rule: string, text: string): void => {
    findings.push(finding(rule, 'block', null, text, source));
  };
  if (run !== null && biopsy === 'lymphoma')
    return result('PD', 'lyric.pd.biopsy', 'A biopsy proved lymphoma.', { confirms: true });
  if (overall !== 'PD' || !parameters.lyric)
    return { overall, confirms: false, trace: [], findings };
  if (biopsy === 'lymphoma') return result('PD', 'lyric.pd.biopsy', 'A biopsy proved lymphoma.');
  const growth = ct.growth.map(({ id }) => id);
  const fresh = ct.newLesions;
  const isNew = fresh.length > 0 || pet.newFocus;
  if (ct.otherPd || pet.marrow)
    return result('PD', 'lyric.pd.other', 'Progression of a kind that LYRIC leaves as it is.');
  const burdenUp = measured && increasedBy(current.known, nadir, 50n);
  if (run !== null) {
    const kind = run.rated.overall as Indeterminate;
    const confirmed = (rule: string, text: string, since?: Trace['numbers']) =>
      result('PD', rule, text, { confirms: true }, since);
    const days = daysOnTreatment(facts, subject);
    const then = daysOnTreatment(run.facts, subject);
    const ids = run.rated.progressed;
    const stay = (since?: Trace['numbers']): LyricRating => {
      const text = `Not confirmed: stays ${kind} since ${run.facts.visit.id}.`;
      return result(kind, `lyric.${kind}.open`, text, {}, since);
    };
    const imaged = earlier
      .slice(earlier.indexOf(run) + 1)
      .some(({ rated }) => rated.overall !== 'NE');
    if (!imaged && days !== null && then !== null && days - then > windowDays)
      findings.push(
        finding(
          'lyric.late',
          'warning',
          null,
          `Imaged ${days - then} days after the indeterminate response, which asks for ${windowDays} at most.`,
          source
        )
      );
    if (kind === 'IR1') {
      const thenMm2 = scale.toMm2(run.facts.references.current.known);
      const text =
        'SPD at least 10 % and a diameter at least 5 mm (10 mm where it was over 20 mm) up since IR1.';
      return grewFurther(facts, run.facts, subject)
        ? confirmed('lyric.pd.IR1', text, { thenMm2 })
        : stay({ thenMm2 });
    }
    if (kind === 'IR3')
      return growth.length > 0 || isNew
        ? confirmed('lyric.pd.IR3', 'Progression by size or number after IR3.')
        : stay();
    if (burdenUp)
      return confirmed('lyric.pd.IR2', 'SPD of all targets at least 50 % over the nadir.');
    const [now, was] = [sumOfSet(ids, facts, subject), sumOfSet(ids, run.facts, subject)];
    if (now === null || was === null || ids.length === 0) {
      note(
        'lyric.setNotMeasured',
        'The new or growing lesions are not all measured: growth since the indeterminate response cannot be told.'
      );
      return stay();
    }
    const since = { setMm2: scale.toMm2(now), setThenMm2: scale.toMm2(was) };
    const text = 'SPD of the new and growing lesions at least 50 % up since IR2.';
    return increasedBy(now, was, 50n) ? confirmed('lyric.pd.IR2', text, since) : stay(since);
  }
  if (growth.length === 0 && !isNew)
    return result('IR3', 'lyric.IR3', 'Higher uptake without growth or new lesions.');
  if (burdenUp) {
    const days = daysOnTreatment(facts, subject);
    if (days === null || days > windowDays)
      return result(
        'PD',
        'lyric.pd.late',
        `SPD at least 50 % over the nadir, ${days ?? 'an unknown number of'} days after the start: IR1 needs at most ${windowDays}.`
      );
    if (clinicalStatus == null) {
      const text = `SPD at least 50 % over the nadir on day ${days}, but the clinical course is not stated: IR1 cannot be told from PD, PD stands.`;
      note('lyric.clinicalStatusMissing', text);
      return result('PD', 'lyric.pd.clinicalStatusMissing', text);
    }
    return clinicalStatus === 'worse'
      ? result('PD', 'lyric.pd.decline', 'SPD at least 50 % over the nadir with clinical decline.')
      : result(
          'IR1',
          'lyric.IR1',
          `SPD at least 50 % over the nadir on day ${days} of at most ${windowDays}, clinically ${clinicalStatus}.`
        );
  }
  if (measured && !current.complete) {
    const text =
      'Not every target was read: an overall increase of 50 % cannot be ruled out, PD stands.';
    note('lyric.burdenNotEvaluable', text);
    return result('PD', 'lyric.pd.burdenNotEvaluable', text);
  }
  const steady = measured
    ? 'while the SPD of all targets is less than 50 % up'
    : 'without a target whose SPD could rise';
  return isNew
    ? result('IR2a', 'lyric.IR2a', `New disease ${steady}.`)
    : result('IR2b', 'lyric.IR2b', `${growth.join(', ')} grew ${steady}.`);
}

/** Confirmed progression is dated to the first indeterminate response of its run. */
export function lyricRevisions(
  evaluated: readonly Evaluated<LuganoRated>[]
): Map<string, Revision> {
  const revisions = new Map<string, Revision>();
  evaluated.forEach(({ rated, output }, index) => {
    const first = rated.confirmsIndeterminate ? openRun(evaluated.slice(0, index)) : null;
    if (first === null) return;
    revisions.set(first.output.id, {
      revised: { value: 'PD', byTimepoint: output.id, rule: 'lyric.confirmed' },
      date: earliest(first.rated.pdDates),
    });
  });
  return revisions;
}
