import type { RunPart } from './run.js';
import {
  type Confirmation,
  confirmation,
  daysInRun,
  improvement,
  keepRun,
  newLesionsUnknown,
  newTargetGrowth,
  openRun,
  type Run,
  type RunRules,
  type RunVisit,
  targetGrowth,
  windowState,
  type WindowState,
} from './run.js';

/** What the state machine makes of one visit. `grid`: the combination table without new lesions decides. */
export interface RunStep {
  readonly overall: 'IUPD' | 'ICPD' | 'NE' | 'grid';
  readonly rule: string;
  readonly text: string;
  readonly run: Run | null;
  /** The test that was true, confirmed or not. */
  readonly confirmation: Confirmation | null;
  readonly window: WindowState | null;
  /** Growth at this visit would have been in the window of confirmation. */
  readonly inWindow: boolean;
  /** Days since the first iUPD of the run; null without a run or a date. */
  readonly daysInRun: number | null;
  /** Growth within the run that was compared with 5 mm, scaled; null where none was. */
  readonly growth: bigint | null;
  /** The run that this visit confirmed, and by what. */
  readonly confirms: { readonly run: Run; readonly part: RunPart } | null;
}

const names: Readonly<Record<RunPart, string>> = {
  target: 'targets',
  nonTarget: 'non-targets',
  newLesion: 'new lesions',
};

const windowWords = (
  window: WindowState,
  { windowMinDays, windowToleranceDays, windowMaxDays }: RunRules
): string =>
  window === 'early'
    ? `less than ${windowMinDays} days (tolerance ${windowToleranceDays}) after the first iUPD`
    : window === 'late'
      ? `more than ${windowMaxDays} days (tolerance ${windowToleranceDays}) after the first iUPD`
      : 'at an unknown distance from the first iUPD since a date is missing';

/** One visit with the run as it was before it; `reappeared`: non-targets back after a complete response. */
export function rateVisit(
  run: Run | null,
  visit: RunVisit,
  reappeared: readonly string[],
  rules: RunRules
): RunStep {
  const base = {
    confirmation: null,
    window: null,
    inWindow: false,
    daysInRun: null,
    growth: null,
    confirms: null,
  };
  if (run === null) {
    const parts = new Set<RunPart>();
    if (visit.target === 'PD') parts.add('target');
    if (visit.nonTarget === 'PD' || reappeared.length > 0) parts.add('nonTarget');
    if (visit.newLesions.event !== null) parts.add('newLesion');
    if (parts.size === 0) {
      return { ...base, overall: 'grid', rule: 'overall.grid', text: 'No progression.', run: null };
    }
    const { event } = visit.newLesions;
    const why = (part: RunPart): string => (part === 'newLesion' && event ? ` (${event})` : '');
    const by = [...parts].map(part => `${names[part]}${why(part)}`).join(', ');
    const text = `Unconfirmed progression by ${by}: it opens a run that the next assessment confirms or resolves.`;
    return { ...base, overall: 'IUPD', rule: 'run.opened', text, run: openRun(parts, visit) };
  }
  const found = confirmation(run, visit, rules);
  const window = windowState(run, visit, rules);
  const inWindow = window === 'met';
  if (found) {
    const step = {
      confirmation: found,
      window,
      inWindow,
      daysInRun: daysInRun(run, visit),
      growth: found.growth,
    };
    if (inWindow) {
      const text = `${found.text} Progression first seen at ${run.openedBy} is confirmed.`;
      const confirms = { run, part: found.part };
      return { ...step, overall: 'ICPD', rule: found.rule, text, run: null, confirms };
    }
    const text = `${found.text} The scan, ${windowWords(window, rules)}, cannot confirm.`;
    const kept = keepRun(run, visit, false);
    return { ...step, overall: 'IUPD', rule: 'run.windowNotMet', text, run: kept, confirms: null };
  }
  const step = { ...base, inWindow, daysInRun: daysInRun(run, visit) };
  const unread = visit.target === 'NE' || (run.parts.has('nonTarget') && visit.nonTarget === 'NE');
  if (unread) {
    const what = visit.target === 'NE' ? 'targets' : 'non-targets';
    const text = `The ${what} are not evaluable and nothing that was read confirms; the run stays open.`;
    return { ...step, overall: 'NE', rule: 'run.notEvaluable', text, run };
  }
  if (visit.target === 'PD' || visit.nonTarget === 'PD') {
    const text = 'Still progression, without the further increase that would confirm it.';
    const kept = keepRun(run, visit, true);
    const growth = visit.target === 'PD' ? targetGrowth(run, visit, rules) : null;
    return { ...step, overall: 'IUPD', rule: 'run.unchanged', text, run: kept, growth };
  }
  const better = improvement(run, visit);
  if (run.parts.has('newLesion') && rules.leaveRule === 'improved' && better === null) {
    if (newLesionsUnknown(run, visit)) {
      const text = 'The new lesions of the run could not all be judged; the run stays open.';
      return { ...step, overall: 'NE', rule: 'run.notEvaluable', text, run };
    }
    const text =
      'Nothing improved, and the new lesions that keep the run open did not grow enough to confirm it.';
    const kept = keepRun(run, visit, true);
    const growth = newTargetGrowth(run, visit);
    return { ...step, overall: 'IUPD', rule: 'run.newLesionsStay', text, run: kept, growth };
  }
  const why = better === null ? 'no progression any more' : better;
  const text = `The run that ${run.openedBy} opened is closed unconfirmed: ${why}; a new one needs a new confirmation.`;
  return { ...step, overall: 'grid', rule: 'run.reset', text, run: null };
}
