import { text } from '@corelab/ui';
import type { Exam } from './qcData.js';

/** By id: what a series of the exam is called on the page. */
export const seriesNames = ({
  seriesList,
}: Pick<Exam, 'seriesList'>): ReadonlyMap<string, string> =>
  new Map(
    seriesList.map(({ id, modality, role }, place) => [
      id,
      role === null
        ? text('qc.series.name', { modality, place: place + 1, of: seriesList.length })
        : text('qc.series.nameRole', { role, place: place + 1, of: seriesList.length }),
    ])
  );
