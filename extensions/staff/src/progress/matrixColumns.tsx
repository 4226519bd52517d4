import type { ReactNode } from 'react';
import { text } from '@corelab/ui';
import { cellText, MatrixCell } from './MatrixCell.js';
import { courseName, subjectStatusName } from './progressWords.js';
import { looks, type Cell, type Page, type Row } from './standings.js';

/** A column of the matrix: what is in its cells, and what they say to who does not see them. */
export interface MatrixColumn {
  readonly id: string;
  readonly header: string;
  /** In CSS pixels. */
  readonly width: number;
  /** The timepoint that a cell is about; null where it is about the subject. */
  readonly timepoint: string | null;
  content(row: Row): ReactNode;
  name(row: Row): string;
  /** Colour of the standing, repeated on the cell's edge. */
  colour(row: Row): string | null;
}

const siteText = ({ site }: Row): string =>
  site === null ? text('progress.noSite') : text('progress.siteOf', { site });

const subjectText = (row: Row): string =>
  row.status === 'enrolled' ? siteText(row) : subjectStatusName(row.status);

const subjectColumn = (): MatrixColumn => ({
  id: 'subject',
  header: text('progress.subject'),
  width: 208,
  timepoint: null,
  content: row => (
    <>
      <span className="cl-medium">{row.subject}</span>
      <span className="cl-second">{subjectText(row)}</span>
    </>
  ),
  name: row => `${row.subject}, ${subjectText(row)}`,
  colour: () => null,
});

const cellColumn = (
  id: string,
  header: string,
  timepoint: string | null,
  cellOf: (row: Row) => Cell | null
): MatrixColumn => ({
  id,
  header,
  width: 152,
  timepoint,
  content: row => {
    const cell = cellOf(row);
    return cell === null ? (
      <span className="cl-second">{text('progress.notPlanned')}</span>
    ) : (
      <MatrixCell cell={cell} />
    );
  },
  name: row => {
    const cell = cellOf(row);
    const content = cell === null ? text('progress.notPlanned') : cellText(cell);
    return text('progress.cell', { subject: row.subject, timepoint: header, content });
  },
  colour: row => {
    const cell = cellOf(row);
    return cell === null ? null : looks[cell.standing].colour;
  },
});

const courseText = ({ course }: Row): string =>
  course.state === null ? text('progress.noCourse') : courseName(course.state);

const courseColumn = (): MatrixColumn => ({
  id: 'course',
  header: text('progress.course'),
  width: 136,
  timepoint: null,
  content: row => courseText(row),
  name: row =>
    text('progress.cell', {
      subject: row.subject,
      timepoint: text('progress.course'),
      content: courseText(row),
    }),
  colour: () => null,
});

/** The columns of the pages that are here: the charter's timepoints first, then those that only some subjects have. */
export function matrixColumns(pages: readonly Page[]): MatrixColumn[] {
  const all = new Map(
    pages.flatMap(page => page.timepoints).map(one => [one.timepoint, one] as const)
  );
  const timepoints = [...all.values()];
  const ordered = [
    ...timepoints.filter(({ planned }) => planned),
    ...timepoints.filter(({ planned }) => !planned),
  ];
  const hasWhole = pages.some(({ rows }) => rows.some(({ whole }) => whole !== null));
  return [
    subjectColumn(),
    ...ordered.map(({ timepoint, label }) =>
      cellColumn(
        `timepoint ${timepoint}`,
        label,
        timepoint,
        ({ cells }) => cells.find(cell => cell.timepoint === timepoint) ?? null
      )
    ),
    ...(hasWhole ? [cellColumn('whole', text('progress.whole'), null, ({ whole }) => whole)] : []),
    courseColumn(),
  ];
}
