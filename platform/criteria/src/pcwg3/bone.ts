import { dayNumber } from '../dates.js';
import type { Reason } from '../reason.js';
import type { Margin } from '../schemas.js';
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
  /** Day that the window counts from; null without dates. */
  readonly startDay: number | null;
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

interface Run {
  readonly first: number;
  readonly members: number[];
  /** New lesions against baseline that progression must exceed by two. */
  readonly over: number;
  readonly inWindow: boolean;
}

const needed = 2;

function settled(count: number, present: boolean | null | undefined, rules: BoneRules) {
  if (count === 0 && (present ?? rules.baselineLesions) === false) return 'NED' as const;
  return 'NON-PD' as const;
}

function marginOf(more: number, category: string): Margin {
  return { value: more - needed, unit: 'new lesions', category };
}

const newLesions = (count: number): string =>
  `${count} new bone ${count === 1 ? 'lesion' : 'lesions'}`;

/** Reason why a scan says nothing, or null. */
function unreadable({ input, problem }: BoneScan): string | null {
  if (problem !== null) return problem;
  if (!input) return 'no bone scan';
  if (input.evaluable === false) return input.reason ?? 'not readable';
  if (input.newLesions === null || input.newLesions === undefined)
    return 'the number of new lesions is not given';
  if (input.newLesions > 0 && input.lesionsPresent === false)
    return 'new lesions are counted, but none is said to be present';
  return null;
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

  for (const [index, scan] of scans.entries()) {
    const { date } = scan;
    const count = scan.input?.newLesions ?? null;
    const day = date === null ? null : dayNumber(date, '/timepoints');
    const put = (
      category: BoneCategory,
      rule: string,
      text: string,
      numbers: Reason['numbers'] = {},
      decided: { threshold: string; margin: Margin } | null = null
    ): void => {
      rated.push({
        category,
        date,
        revised: null,
        trace: [{ rule, text, numbers, ...(decided ?? {}), source }],
      });
    };
    const problem = unreadable(scan);
    if (problem !== null || count === null) {
      put('NE', 'bone.ne', `Bone not evaluable: ${problem ?? 'no count'}.`);
      continue;
    }
    if (progressed !== null) {
      put('PD', 'bone.pd.since', `Bone progression was confirmed at ${progressed}.`, {
        newLesions: count,
      });
      continue;
    }
    const quiet = settled(count, scan.input?.lesionsPresent, rules);
    if (run !== null) {
      const start = scans[run.first];
      const startDay: number | null =
        start === undefined || start.date === null ? null : dayNumber(start.date, '/timepoints');
      const gap = startDay === null || day === null ? null : day - startDay;
      const more: number = count - run.over;
      const numbers: Reason['numbers'] = {
        newLesions: count,
        reference: run.over,
        more,
        daysSinceFirst: gap,
      };
      if (gap === null || gap < rules.boneConfirmDays) {
        run.members.push(index);
        put(
          'PDu',
          'bone.pdu.tooEarly',
          gap === null
            ? `Unconfirmed progression stays open: without dates the ${rules.boneConfirmDays} days that confirm it can't be counted.`
            : `Unconfirmed progression stays open: ${gap} days after the first scan, at least ${rules.boneConfirmDays} are needed to confirm.`,
          numbers
        );
        continue;
      }
      const confirmed: boolean = more >= needed;
      const what: string = run.inWindow
        ? 'more than on the first scan'
        : 'more than on the reference scan';
      const rule: string = confirmed ? 'bone.pd.confirmed' : 'bone.notConfirmed';
      for (const member of run.members) {
        const one = rated[member];
        const quietThen = settled(
          scans[member]?.input?.newLesions ?? 0,
          scans[member]?.input?.lesionsPresent,
          rules
        );
        if (one)
          one.revised = {
            value: confirmed ? 'PD' : quietThen,
            byTimepoint: scan.timepoint,
            date: confirmed ? (start?.date ?? null) : one.date,
            rule,
          };
      }
      const { inWindow, over } = run;
      run = null;
      if (confirmed) {
        progressed = scan.timepoint;
        put(
          'PD',
          rule,
          `${newLesions(count)}, ${more} ${what}, ${gap} days later: progression of ${start?.timepoint ?? ''} is confirmed.`,
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
    const elapsed: number | null =
      day === null || rules.startDay === null ? null : day - rules.startDay;
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
    run = { first: index, members: [index], over: inWindow ? count : over, inWindow };
    const wait = inWindow
      ? `${needed} more on the next scan at least ${rules.boneConfirmDays} days later confirm it`
      : `they must persist on the next scan at least ${rules.boneConfirmDays} days later`;
    put(
      'PDu',
      inWindow ? 'bone.pdu.window' : 'bone.pdu',
      `${seen}: unconfirmed progression; ${wait}.`,
      numbers,
      { threshold, margin: marginOf(more, quiet) }
    );
  }
  return rated;
}
