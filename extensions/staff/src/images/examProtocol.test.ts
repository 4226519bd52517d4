import { expect, it } from '@jest/globals';
import { examPlaceOf, imagesAddress } from './examAddress.js';
import { examProtocol } from './examProtocol.js';

const layoutOf = (series: number): unknown => {
  const [stage] = examProtocol(series).stages as {
    viewportStructure: { properties: object };
    viewports: object[];
  }[];
  return [stage?.viewportStructure.properties, stage?.viewports.length];
};

it.each([
  [1, { rows: 1, columns: 1 }, 1],
  [2, { rows: 1, columns: 2 }, 2],
  [3, { rows: 2, columns: 2 }, 3],
  [4, { rows: 2, columns: 2 }, 4],
  [9, { rows: 2, columns: 2 }, 4],
])('hangs %i series', (series, properties, panes) => {
  expect(layoutOf(series)).toEqual([properties, panes]);
});

it('reads from the address what it wrote there, and nothing from any other', () => {
  const series = { series: 's', seriesInstanceUid: '2.25.2', images: 1 };
  const address = imagesAddress('T 1', 'e1', { studyInstanceUid: '2.25.1', series: [series] });
  expect(examPlaceOf(address.slice(address.indexOf('?')))).toEqual({
    ...{ trial: 'T 1', exam: 'e1', study: '2.25.1', series: 1 },
  });
  expect(examPlaceOf('?read=r1&StudyInstanceUIDs=2.25.1')).toBeNull();
});
