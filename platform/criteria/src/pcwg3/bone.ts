import type { Reason } from '../reason.js';
import type { Margin } from '../schemas.js';
import { daysBetween } from '../dates.js';
import type { BoneScanInput } from './inputs.js';

const sources = {
  pcwg3: 'Scher 2016 (PCWG3), bone: Tables 3 and 4',
  pcwg2: 'Scher 2008 (PCWG2), bone: Table 3',
} as const;

export type BoneCategory = 'NED' | 'NON-PD' | 'PDu' | 'PD' | 'NE';

/** One bone scan after baseline. */
export interface BoneScan {
  readonly timepoint: string;
  readonly date: string | null;
  readonly input: BoneScanInput | null;
  /** Why nothing is counted on it, whatever it shows; null: nothing stands against it. */
  readonly problem: string | null;
}

export interface BoneRules {
  readonly standard: 'pcwg3' | 'pcwg2';
  /** A first scan up to this many days after the start can be flare. */
  readonly flareDays: number;
  readonly boneConfirmDays: number;
  /** Whether progression after the first scan waits for a second scan. */
  readonly laterConfirm: boolean;
  /** Date that the window counts from; null without dates. */
  readonly start: string | null;
  /** The baseline scan shows disease; null: not stated. */
  readonly baselineLesions: boolean | null;
}

export interface BoneRevision {
  readonly value: BoneCategory;
  readonly byTimepoint: string;
  readonly date: string | null;
  readonly rule: string;
}

/** What a bone scan showed when it was read, and what a later one made of it. */
export interface BoneRating {
  readonly category: BoneCategory;
  readonly date: string | null;
  readonly trace: readonly Reason[];
  revised: BoneRevision | null;
}

/** A scan of unconfirmed progression, and what it is if nothing confirms that. */
interface Member {
  readonly rating: BoneRating;
  readonly quiet: BoneCategory;
}

interface Run {
  readonly first: BoneScan;
  readonly members: Member[];
  /** New lesions against baseline that progression must exceed by two. */
  readonly over: number;
  readonly inWindow: boolean;
}

const needed = 2;

function settled(count: number, present: boolean | null, rules: BoneRules) {
  if (count === 0 && (present ?? rules.baselineLesions) === false) return 'NED' as const;
  return 'NON-PD' as const;
}

function marginOf(more: number, category: string): Margin {
  return { value: more - needed, unit: 'new lesions', category };
}

const newLesions = (count: number): string =>
  `${count} new bone ${count === 1 ? 'lesion' : 'lesions'}`;

interface Reading {
  readonly count: number;
  readonly present: boolean | null;
}

/** What a scan says, or the reason why it says nothing. */
function readingOf({ input, problem }: BoneScan): Reading | string {
  if (problem !== null) return problem;
  if (!input) return 'no bone scan';
  if (input.evaluable === false) return input.reason ?? 'not readable';
  const count = input.newLesions ?? null;
  const present = input.lesionsPresent ?? null;
  if (count === null) return 'the number of new lesions is not given';
  if (count > 0 && present === false)
    return 'new lesions are counted, but none is said to be present';
  return { count, present };
}

/**
 * Bone scans in time order by the two-plus-two rule. Counts are of lesions new against baseline. A scan's `category`
 * is what was known then; `revised` is what a later scan made of unconfirmed progression.
 */
export function rateBone(scans: readonly BoneScan[], rules: BoneRules): BoneRating[] {
  const source = sources[rules.standard];
  const rated: BoneRating[] = [];
  let reference: number | null = null;
  let run: Run | null = null;
  let progressed: string | null = null;

  for (const scan of scans) {
    const { date } = scan;
    const put = (
      category: BoneCategory,
      rule: string,
      text: string,
      numbers: Reason['numbers'] = {},
      decided: { threshold: string; margin: Margin } | null = null
    ): BoneRating => {
      const trace = [{ rule, text, numbers, ...(decided ?? {}), source }];
      const rating: BoneRating = { category, date, revised: null, trace };
      rated.push(rating);
      return rating;
    };
    const read = readingOf(scan);
    if (typeof read === 'string') {
      put('NE', 'bone.ne', `Bone not evaluable: ${read}.`);
      continue;
    }
    const { count } = read;
    if (progressed !== null) {
      put('PD', 'bone.pd.since', `Bone progression was confirmed at ${progressed}.`, {
        newLesions: count,
      });
      continue;
    }
    const quiet = settled(count, read.present, rules);
    if (run !== null) {
      const { first, members, over, inWindow }: Run = run;
      const gap = daysBetween(first.date, date);
      const more = count - over;
      const numbers: Reason['numbers'] = {
        newLesions: count,
        reference: over,
        more,
        daysSinceFirst: gap,
      };
      if (gap === null || gap < rules.boneConfirmDays) {
        const rating = put(
          'PDu',
          'bone.pdu.tooEarly',
          gap === null
            ? `Unconfirmed progression stays open: without dates the ${rules.boneConfirmDays} days that confirm it can't be counted.`
            : `Unconfirmed progression stays open: ${gap} days after the first scan, at least ${rules.boneConfirmDays} are needed to confirm.`,
          numbers
        );
        members.push({ rating, quiet });
        continue;
      }
      const confirmed = more >= needed;
      const what = inWindow ? 'more than on the first scan' : 'more than on the reference scan';
      const rule = confirmed ? 'bone.pd.confirmed' : 'bone.notConfirmed';
      for (const { rating, quiet: quietThen } of members)
        rating.revised = {
          value: confirmed ? 'PD' : quietThen,
          byTimepoint: scan.timepoint,
          date: confirmed ? first.date : rating.date,
          rule,
        };
      run = null;
      if (confirmed) {
        progressed = scan.timepoint;
        put(
          'PD',
          rule,
          `${newLesions(count)}, ${more} ${what}, ${gap} days later: progression of ${first.timepoint} is confirmed.`,
          numbers,
          {
            threshold: `at least ${needed} ${what}, at least ${rules.boneConfirmDays} days later`,
            margin: marginOf(more, quiet),
          }
        );
        continue;
      }
      put(
        quiet,
        inWindow ? 'bone.flare' : 'bone.notPersisting',
        `${newLesions(count)}, ${over} on the ${inWindow ? 'first' : 'reference'} scan, ${gap} days later: not ${needed} more, ${inWindow ? 'flare' : 'not persisting'}, no progression.`,
        numbers,
        {
          threshold: `at least ${needed} ${what}`,
          margin: marginOf(more, 'PD'),
        }
      );
      continue;
    }
    const elapsed = daysBetween(rules.start, date);
    const isFirst: boolean = reference === null;
    const inWindow: boolean = isFirst && (elapsed === null || elapsed <= rules.flareDays);
    const over: number = reference ?? 0;
    reference ??= inWindow ? count : 0;
    const more = count - over;
    const numbers = { newLesions: count, reference: over, more, daysSinceStart: elapsed };
    const against = over === 0 ? 'against baseline' : 'against the reference scan';
    const threshold = `at least ${needed} new lesions ${against}`;
    const seen = `${newLesions(count)} against baseline${over === 0 ? '' : `, ${over} on the reference scan`}`;
    if (more < needed) {
      put(
        quiet,
        quiet === 'NED' ? 'bone.ned' : 'bone.nonPd',
        quiet === 'NED'
          ? 'No bone lesion on this scan.'
          : `${seen}: ${over === 0 ? `fewer than ${needed}` : `not ${needed} more`}.`,
        numbers,
        { threshold, margin: marginOf(more, inWindow || rules.laterConfirm ? 'PDu' : 'PD') }
      );
      continue;
    }
    if (!inWindow && !rules.laterConfirm) {
      progressed = scan.timepoint;
      const text = `${seen}: progression without a second scan (pcwg2.laterConfirm).`;
      put('PD', 'bone.pd', text, numbers, { threshold, margin: marginOf(more, quiet) });
      continue;
    }
    const wait = inWindow
      ? `${needed} more on the next scan at least ${rules.boneConfirmDays} days later confirm it`
      : `they must persist on the next scan at least ${rules.boneConfirmDays} days later`;
    const rating = put(
      'PDu',
      inWindow ? 'bone.pdu.window' : 'bone.pdu',
      `${seen}: unconfirmed progression; ${wait}.`,
      numbers,
      { threshold, margin: marginOf(more, quiet) }
    );
    run = { first: scan, members: [{ rating, quiet }], over: inWindow ? count : over, inWindow };
  }
  return rated;
}
