import { expect, it } from '@jest/globals';
import { windowsOf } from './windowPresets.js';

it('gives the digits their windows, with the charter’s values and its further ones after them', () => {
  const windows = windowsOf({
    windowPresets: { Lung: { center: -500, width: 1400 }, Mediastinum: { center: 50, width: 350 } },
  });
  expect(windows.map(({ id, width, center }) => [id, width, center])).toEqual([
    ['softTissue', 400, 40],
    ['lung', 1400, -500],
    ['liver', 150, 90],
    ['bone', 1800, 400],
    ['brain', 80, 40],
    ['Mediastinum', 350, 50],
  ]);
});
