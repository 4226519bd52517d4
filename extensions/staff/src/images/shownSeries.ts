import { createContext } from 'react';

/** Where the images of an exam are shown beside its series. */
export interface ShownSeries {
  /** Ids of the series that can be brought into a pane. */
  readonly offered: readonly string[];
  /** Ids of those in a pane now. */
  readonly inPane: readonly string[];
  show(series: string): void;
}

/** Null on the QC page, where there are no images beside. */
export const ShownSeriesContext = createContext<ShownSeries | null>(null);
