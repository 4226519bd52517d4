import { deflateSync } from 'node:zlib';
import { pngChunk } from '../../platform/server/src/testing/handmade-png.ts';

// What a reader does to a read's document, one step for each save.

const locations = ['LIVER', 'LIVER', 'SPLEEN', 'PANCREAS'];
const tenth = value => Math.round(10 * value) / 10;

function mark({ study, series, sop }, random) {
  const mm = tenth(15 + 25 * random());
  const short = tenth(mm / 2);
  return {
    tool: 'Bidirectional',
    pointsLps: [
      [-20, 0, 5],
      [-20 + mm, 0, 5],
      [0, 0, 5],
      [0, short, 5],
    ],
    ...{ studyInstanceUid: study, seriesInstanceUid: series, sopInstanceUid: sop },
    ...{ frameNumber: 1, longestDiameterMm: mm, shortAxisMm: short },
    ...{ sliceThicknessMm: 5, calibration: null },
  };
}

const measured = (lesion, image, random) => ({
  ...lesion,
  ...{ state: 'measured', reason: null, mark: mark(image, random) },
});

const newTarget = (number, image, random) =>
  measured(
    {
      trackingUid: `2.25.${1 + Math.floor(random() * 1e15)}`,
      id: `T0${number}`,
      ...{ role: 'target', location: locations[number - 1], laterality: null },
      ...{ mergedInto: null, splitFrom: null, comment: '', createdInThisRead: true },
    },
    image,
    random
  );

/** Steps without which a read can't be signed: targets of a baseline, and lesions that were carried forward. */
export const stepsLeft = (document, baseline) =>
  baseline
    ? locations.length - document.lesions.length
    : document.lesions.filter(({ state }) => state === 'toDo').length;

const replaced = (lesions, index, lesion) =>
  lesions.map((one, at) => (at === index ? lesion : one));

/** The document after one more step: the next lesion, else another look at one, with the pane where it was. */
export function nextStep(document, { baseline, images, label }, random) {
  const image = images[Math.floor(random() * images.length)];
  const view = {
    ...document.view,
    panes: [
      {
        timepoint: label,
        ...{ studyInstanceUid: image.study, seriesInstanceUid: image.series },
        ...{ sopInstanceUid: image.sop, windowCenter: 40, windowWidth: 400, zoom: 1, pan: null },
      },
    ],
  };
  // A longer number would look like somebody's.
  const comment = `looked at ${Math.floor(random() * 900)}`;
  const { lesions } = document;
  if (stepsLeft(document, baseline) > 0) {
    const open = lesions.findIndex(({ state }) => state === 'toDo');
    const next = baseline
      ? [...lesions, newTarget(lesions.length + 1, image, random)]
      : replaced(lesions, open, measured(lesions[open], image, random));
    return { ...document, lesions: next, view };
  }
  if (random() < 0.5) return { ...document, comment, view };
  const again = Math.floor(random() * lesions.length);
  return {
    ...{ ...document, comment, view },
    lesions: replaced(lesions, again, measured(lesions[again], image, random)),
  };
}

const side = 512;
/** A picture's bytes: each row begins with its filter. */
const pictureBytes = side * (side + 1);
const noise = Buffer.alloc(side * side + pictureBytes);
for (let index = 0; index < noise.length; index += 1) noise[index] = (index * 7919) % 251;

/** Pictures of the panes that a document shows, each 512 by 512 and another one each time. */
export function picturesOf({ view }, random) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const png = () => {
    const from = Math.floor(random() * side * side);
    const rows = Buffer.from(noise.subarray(from, from + pictureBytes));
    for (let row = 0; row < side; row += 1) rows[row * (side + 1)] = 0;
    rows.writeUInt32BE(Math.floor(random() * 2 ** 32), 1);
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      pngChunk('IHDR', header),
      // Without compression, which would be this process's work.
      pngChunk('IDAT', deflateSync(rows, { level: 0 })),
      pngChunk('IEND', new Uint8Array()),
    ]);
  };
  return {
    panes: view.panes.map(({ sopInstanceUid }) => ({
      sopInstanceUid,
      png: png().toString('base64'),
      ...{ cornersLps: null, words: { topPx: 0, bottomPx: 0 } },
    })),
  };
}
