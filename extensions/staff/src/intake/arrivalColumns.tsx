import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import { countText } from '../progress/countText.js';
import {
  arrivalStateName,
  howName,
  siteOf,
  subjectOf,
  timepointOf,
  type Arrival,
} from './intakeWords.js';
import { reasonText } from './reasonText.js';

/** What is the matter with a study, in one line. */
export const problemText = ({ reasons, apart, state }: Arrival): string =>
  [
    ...(state === 'waiting' ? reasons.map(reasonText) : []),
    ...(apart === 0 ? [] : [text('intake.apartOf', { count: apart })]),
  ].join(' ');

const colours: Readonly<Record<string, string>> = {
  waiting: 'cl-attention',
  refused: 'cl-second',
};

/** A word where nothing is said. */
const said = (value: string | null): string => value ?? text('intake.notSaid');

/** State, whose and when, how it came and what is the matter. */
export const arrivalColumns = (): ColumnDef<Arrival, unknown>[] => [
  {
    id: 'state',
    header: text('intake.state'),
    cell: ({ row: { original } }) => (
      <span className={colours[original.state] ?? ''}>{arrivalStateName(original)}</span>
    ),
    meta: { width: '124px' },
  },
  {
    id: 'subject',
    header: text('intake.subject'),
    accessorFn: row => said(subjectOf(row)),
    meta: { width: 'minmax(110px, 0.4fr)' },
  },
  {
    id: 'timepoint',
    header: text('intake.timepoint'),
    accessorFn: row => said(timepointOf(row)),
    meta: { width: '96px' },
  },
  {
    id: 'site',
    header: text('intake.site'),
    accessorFn: row => said(siteOf(row)),
    meta: { width: '76px' },
  },
  {
    id: 'problem',
    header: text('intake.problem'),
    cell: ({ row: { original } }) => {
      const problem = problemText(original);
      return <span title={problem}>{problem}</span>;
    },
    meta: { width: 'minmax(200px, 1fr)' },
  },
  {
    id: 'date',
    header: text('intake.dateShort'),
    accessorFn: ({ acquisitionDate, place }) => said(place?.date ?? acquisitionDate),
    meta: { width: '112px' },
  },
  {
    id: 'images',
    header: text('intake.images'),
    accessorFn: ({ images }) => countText(images),
    meta: { width: '68px' },
  },
  {
    id: 'how',
    header: text('intake.how'),
    accessorFn: ({ source }) => howName(source),
    meta: { width: '92px' },
  },
  {
    id: 'arrived',
    header: text('intake.arrived'),
    accessorFn: ({ arrivedAt }) => instantText(arrivedAt),
    meta: { width: '182px' },
  },
];
