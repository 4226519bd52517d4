import {
  namedVariables,
  type Reading,
  type SideName,
  type VariableComparison,
} from '@corelab/adjudication';
import type { AdjudicationContext } from '@corelab/client';
import { formatNumber, text, type TextKey } from '@corelab/ui';
import { entryText, pdStatusText } from '../compared/saySentence.js';
import { dayNumberText, timepointLabel } from '../compared/timepointNames.js';

/** One line of what the two reads come to. */
export interface OutcomeRow {
  key: string;
  label: string;
  /** What each read comes to, in words; never blank. */
  cells: Readonly<Record<SideName, string>>;
  differs: boolean;
  /** It is what sent the reads to an adjudicator. */
  fired: boolean;
}

/** Always listed: what a read of a subject comes to. */
const always: readonly string[] = ['bor', 'pdStatus', 'pdDate', 'respDate'];
const dates: readonly string[] = ['pdDate', 'respDate'];

type Given = Pick<AdjudicationContext, 'timepoints' | 'studies' | 'case'>;

const isNamed = (variable: string): boolean =>
  (namedVariables as readonly string[]).includes(variable);

function whenText(given: Given, { day, timepoint }: Reading): string | null {
  const visit = timepoint === null ? null : timepointLabel(given, timepoint);
  if (day === null) return visit;
  const days = dayNumberText(day);
  return visit === null ? days : text('adj.when', { days, visit });
}

function cellText(
  given: Given,
  { variable, unit }: VariableComparison,
  reading: Reading | null
): string {
  if (reading === null) return text('adj.notRead');
  const { value } = reading;
  if (dates.includes(variable)) return whenText(given, reading) ?? text('adj.none');
  if (variable === 'pdStatus') return pdStatusText(value);
  if (typeof value === 'number') {
    return unit === null
      ? formatNumber(value)
      : text('adj.valueUnit', { value: formatNumber(value), unit });
  }
  return entryText(value);
}

function labelOf(given: Given, { variable, timepoint }: VariableComparison): string {
  const name = isNamed(variable) ? text(`adj.variable.${variable}` as TextKey) : variable;
  return timepoint === null
    ? name
    : text('adj.variableAt', { name, timepoint: timepointLabel(given, timepoint) });
}

/** Best response, progression and dates of both reads, then whatever else made them differ. */
export function outcomeRows(given: Given): OutcomeRow[] {
  const { variables } = given.case.comparison;
  const rank = ({ variable }: VariableComparison): number => {
    const at = always.indexOf(variable);
    return at < 0 ? always.length : at;
  };
  return variables
    .filter(
      ({ variable, timepoint, fired }) => (timepoint === null && always.includes(variable)) || fired
    )
    .sort((one, two) => rank(one) - rank(two))
    .map(row => ({
      key: `${row.variable} ${row.timepoint ?? ''}`,
      label: labelOf(given, row),
      cells: { a: cellText(given, row, row.a), b: cellText(given, row, row.b) },
      differs: row.differs,
      fired: row.fired,
    }));
}
