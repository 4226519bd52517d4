import { markdownTable } from './markdownTable.mjs';

// The page about de-identification as the code has it: for a sponsor or a data protection officer who asks what leaves a
// site's files, what stays, and why.

const code = text => `\`${text}\``;
const tagOf = tag => `(${tag.slice(0, 4)},${tag.slice(4)})`;

/** Short names of options for the columns of the long table. */
const optionNames = columns =>
  Object.entries(columns ?? {})
    .map(([name, letter]) => `${code(name)} ${letter}`)
    .join(', ');

const says = {
  X: 'removed',
  Z: 'emptied',
  D: 'dummy',
  U: 'UID replaced',
};

/** What happens to a row under the product's defaults. */
function byDefault(row, { chosenOptions, defaultOptions, resolveAction, stricterAttributes }) {
  if (row[0] < '0008') return 'removed';
  const stricter = stricterAttributes.find(([tag]) => tag === row[0]);
  const [, keyword, , action, columns = {}, type] = stricter ?? row;
  const chosen = chosenOptions(defaultOptions);
  const kept = chosen.find(({ name }) => columns[name] === 'K');
  if (kept !== undefined) return 'kept';
  const cleaned = chosen.find(({ name }) => columns[name] === 'C');
  if (cleaned !== undefined && !keyword.endsWith('CodeSequence')) return 'cleaned';
  return says[resolveAction(action, type)];
}

const optionsTable = ({ optionRows }) =>
  markdownTable(
    ['Option', 'CID 7050', 'Meaning', 'Chosen', 'Why'],
    optionRows.map(({ name, code: method, byDefault: chosen, reason }) => [
      code(name),
      method.value,
      method.meaning,
      chosen ? 'yes' : 'no',
      reason,
    ])
  );

const attributesTable = data =>
  markdownTable(
    ['Tag', 'Attribute', 'VR', 'Basic profile', 'Type', 'Options', 'By default'],
    data.attributes.map(row => {
      const [tag, keyword, vr, action, columns, type] = row;
      return [
        tagOf(tag),
        keyword,
        vr,
        action.replace('*', '\\*'),
        type ?? (action.includes('/') ? 3 : ''),
        optionNames(columns),
        byDefault(row, data),
      ];
    })
  );

const repeatingTable = ({ repeatingRows }) =>
  markdownTable(
    ['Tags', 'What', 'Basic profile', 'Options'],
    repeatingRows.map(({ pattern, name, action, columns }) => [
      pattern,
      name,
      action,
      optionNames(columns),
    ])
  );

const safeTable = ({ safePrivateElements }) =>
  markdownTable(
    ['Creator', 'Element', 'VR', 'What'],
    safePrivateElements.map(({ creator, group, element, vr, what }) => [
      creator,
      `(${group},xx${element})`,
      vr,
      what,
    ])
  );

const wordsTable = ({ descriptorWords }) =>
  markdownTable(
    ['Of', 'Words'],
    Object.entries(descriptorWords).map(([group, words]) => [
      group,
      words.trim().split(/\s+/).sort().join(' '),
    ])
  );

/** The page; `data` is what `@corelab/deidentification` exports. */
export const deidentificationPage = data =>
  `${[
    '# De-identification',
    `Files are de-identified by DICOM PS3.15 ${data.edition}, annex E: the basic application level confidentiality profile with the options below. This page is written from the tables the code uses (\`npm run docs:deidentification\`).`,
    '## Options',
    optionsTable(data),
    `Where several chosen options name an attribute, keeping comes before cleaning. ${code('retainFullDates')} and ${code('retainModifiedDates')} exclude each other; with neither, dates go. The codes of the profile and of each option used are written into DeidentificationMethodCodeSequence (0012,0064), with ${code(data.cleanPixelData.value)} (${data.cleanPixelData.meaning}) when rectangles were blacked.`,
    '## How actions are read',
    [
      '- X removed, Z emptied, D a dummy of the VR, U the UID replaced, everywhere by the same; K kept, of a sequence with what is in it de-identified; C cleaned.',
      '- X/Z, X/D, Z/D, X/Z/D, X/Z/U\\*: by the strictest type that the attribute has in the admitted IODs (CT, MR, PET and their enhanced forms), in the dataset itself or a functional group: type 3 or absent the first, type 2 emptied, type 1 a dummy or another UID. One reading for all IODs: a CT keeps an emptied attribute that only PET needs.',
      '- A dummy of a sequence is one item with nothing in it.',
      '- Cleaned text keeps listed words and numbers with units. Where nothing is left, it is emptied, or a dummy where the basic profile wants one. Sequences of codes are not cleaned: the basic profile decides.',
      '- UIDs that DICOM defines (1.2.840.10008) are never replaced.',
      '- PatientName and PatientID hold the identifier of the subject, wherever they are. Clinical trial attributes hold the trial of the plan.',
    ].join('\n'),
    '## Beyond the table',
    [
      ...data.stricterAttributes.map(
        ([tag, keyword, , action]) =>
          `- ${keyword} ${tagOf(tag)} is ${action === 'D' ? 'replaced by a dummy' : says[action]} whatever is chosen.`
      ),
      '- Commands, file meta and directory elements (groups below 0008) in the dataset go.',
      '- Of attributes that the table does not have: a tag that is not in PS3.6 goes; names of persons are emptied; long text (LT, ST, UT) is cleaned; addresses (UR) and opaque bytes (OB, UN) go, a colour profile apart; dates and UIDs are treated as listed ones. All else is kept.',
      '- A value that is none of its VR is emptied, an element of another kind of VR than PS3.6 has goes: it may hold anything.',
      '- The meaning of a code from a private scheme (99..., L, none) is cleaned.',
      '- All elements of curves and overlays go, and pixels inside of items. Overlays in unused bits of native pixels are set to 0.',
      '- Comments and application segments of JPEG, JPEG-LS and JPEG 2000 frames go, and what follows a frame’s end. All other pixels are byte for byte what they were, but for masks.',
      '- Text comes out in UTF-8. Preamble, file meta, group lengths, trailing padding and digital signatures are not kept.',
    ].join('\n'),
    '## Files that are refused',
    [
      '- BurnedInAnnotation (0028,0301) is YES, nobody cleared it and no rectangle masks it.',
      '- The bytes are no DICOM Part 10 file, or not what they say; the transfer syntax or the character set is not known. Video and JPEG XL are not admitted.',
      '- A mask is wanted in compressed pixels, or in pixels that have no black; an overlay stands in compressed pixels, or among the bits of the values.',
    ].join('\n'),
    'Read are:',
    markdownTable(
      ['Transfer syntax', 'Name'],
      data.transferSyntaxes.map(({ uid, name }) => [uid, name])
    ),
    '## The report',
    'Each file has a report and an exam the merged one of its files: for each element, by the path of its tags, what became of it, by which rule, in how many files, and keyed digests of the values before and after, the first 128 bits of HMAC-SHA-256, at most four of each (the least ones, and whether there were others). No value is in it: who has the key and a value can check whether it was there.',
    '## Private elements that are kept',
    'Under their creator and in their VR alone, from PS3.15, table E.3.10-1; all other private elements go.',
    safeTable(data),
    '## Words of descriptions that are kept',
    'Beside these, words by which a charter recognises its series, and numbers with units or the names of reconstruction kernels, which match:',
    data.descriptorPatterns.map(one => `- ${code(one.source)}`).join('\n'),
    wordsTable(data),
    '## The table',
    'Type is said where an action depends on it.',
    repeatingTable(data),
    attributesTable(data),
  ].join('\n\n')}\n`;
