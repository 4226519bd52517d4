import { markdownTable } from './markdownTable.mjs';

// The page about what of an image header passes to a reader, for whoever asks for a trial.

const modalities = ['CT', 'MR', 'PT'];

/** @throws Error for a key without words, so that a new form or reason is not left out silently. */
const saying = words => key => {
  if (!Object.hasOwn(words, key)) throw new Error(`the page has no words for ${key}`);
  return words[key];
};

const variants = [
  [
    '`dates: shifted`',
    'Every date is moved by a number of days that was drawn for the course: intervals hold, dates do not. The default.',
  ],
  [
    '`dates: offsets`',
    'No date is in anything that a reader gets. The server counts the days from the baseline, and the page says *Day +56*.',
  ],
  [
    '`dates: removed`',
    'No dates and no days; the order of the timepoints alone. Not with criteria by which a response depends on days: such a charter is refused.',
  ],
  ['`dates: shown`', 'Real dates. Whoever approves such a charter is told that it can unblind.'],
  ['`labels: timepoint`', 'A timepoint is called by its label, such as *TP 3*. The default.'],
  ['`labels: day`', 'By its label and its day, such as *TP 3, Day +56*.'],
  [
    '`labels: letters`',
    'Refused in this release: a criterion goes by the baseline and what came after it, so its readers know which timepoint is which.',
  ],
  [
    '`sexAge: true`',
    'Sex, and age in whole years at the timepoint (90 for all above 89), stand in the header and above the images. By default neither does.',
  ],
  [
    '`manufacturer: true`',
    'The maker and the product line of the scanner pass, each as a name of a closed list. By default neither does.',
  ],
];

const always = [
  'UIDs of studies, series, images and frames of reference are random and differ in every read, so that the same image can not be known again by its name.',
  'A timepoint is one study, whatever was received; series come by modality and role and are numbered anew, images by their place in the series. The number of an acquisition or a phase is its place among those of its series.',
  'Moments of PET keep their intervals, also over midnight, and are moved together: the earliest of a series stands at some time of the morning that follows from the random name of the timepoint, and so is another one in every read. The time zone is dropped. Where no dates are told, the day is 2000-01-01 for every series.',
  'Numbers that display does not need exactly are rounded, or given as the nearest usual value; windows of CT are the nearest usual window.',
  'Frames come under the random names of their images; comment and application segments are cut out of compressed ones. No name and no header of an answer is made from the bytes of an image.',
  'Private attributes, overlays, curves, free text and whatever is not in the tables below are dropped, in sequences too.',
];

const remaining = [
  'Pixels, and where they lie in the body, are what is read: two reads of the same image can be compared by them.',
  'Of PET the dose, the half-life and the intervals between injection and acquisition pass, because the uptake value is computed from them; the weight of the subject too.',
  'The number of images of a series, the kind of compression and the size of compressed frames are those of the images.',
];

/** Values that stand in a table; more make a list of their own. */
const inTable = 6;

const list = lines => lines.map(line => `- ${line}`).join('\n');

const attribute = ({ keyword, within }) =>
  within.length === 0 ? keyword : `${within.join(' / ')} / ${keyword}`;
const tagText = tag => `(${tag.slice(0, 4)},${tag.slice(4)})`;

/** The page in Markdown. */
export function blindingPage({ table, version, iods, words }) {
  const say = saying(words);
  const form = row =>
    say(`blinding.form.${row.form}`).replace(
      '{{values}}',
      row.values.length > inTable ? '[listed below](#closed-lists)' : row.values.join(', ')
    );
  const long = new Map(
    table.filter(row => row.values.length > inTable).map(row => [row.keyword, row.values])
  );
  const why = row =>
    row.by === null
      ? say(`blinding.why.${row.why}`)
      : `${say(`blinding.why.${row.why}`)} Decided by \`${row.by}\`.`;
  const section = modality => [
    `## ${modality}`,
    iods
      .filter(iod => iod.modality === modality)
      .map(({ name, sopClass }) => `${name} (${sopClass})`)
      .join(', '),
    markdownTable(
      ['Tag', 'Attribute', 'Form', 'Why'],
      table
        .filter(row => row.modalities.includes(modality))
        .map(row => [tagText(row.tag), attribute(row), form(row), why(row)])
    ),
  ];
  return [
    '# Blinding policy',
    'What of a received image passes to a reader, an adjudicator or a meeting of readers, in which form, and why. Made from the data in `platform/server/src/blinding` by `npm run docs:blinding`; the server has no other list, and a trial with its variant is at `GET /api/admin/trials/{trial}/blinding` and on the page *Trials*, for its sponsor too.',
    `Policy \`${version}\`: the hash over that data. Every presentation of images keeps under which policy and variant it was made.`,
    'Who does QC sees an exam through the same list, with real dates, the windows of its site, and under the identifier that the trial has for the subject.',
    '## Variants',
    'A charter chooses, part by part, under `blinding`:',
    markdownTable(['Key', 'What readers get'], variants),
    '`leanBodyMass` is no key: it is on where a criterion takes uptake by lean body mass (PERCIST), which is computed from sex, size and weight.',
    '## Always',
    list(always),
    '## What a header can not hide',
    list(remaining),
    '## Kinds of images',
    'Only the kinds named below are admitted. Any other, such as a secondary capture or a dose report of the same modality, is refused at intake and never shown.',
    ...modalities.flatMap(section),
    '## Closed lists',
    list([...long].map(([keyword, values]) => `${keyword}: ${values.join(', ')}`)),
  ].join('\n\n');
}
