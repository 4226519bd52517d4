import { type Static, Type } from '@sinclair/typebox';
import { closed, listOf, text, words, yesNo } from './parts.js';

const pixels = (description: string, least: number, examples: readonly number[]) =>
  Type.Integer({ minimum: least, maximum: 65_535, description, examples });

export const MaskSchema = Type.Object(
  {
    modality: Type.String({
      pattern: '^[A-Z]{2,3}$',
      description: 'DICOM modality of the images that it is for.',
      examples: ['CT'],
    }),
    manufacturer: Type.Optional(
      text('Manufacturer of the scanner, case ignored; of any where it is left out.', {
        examples: ['Example Medical'],
      })
    ),
    model: Type.Optional(
      text('Model name of the scanner, case ignored; any where it is left out.', {
        examples: ['Scan 64'],
      })
    ),
    rows: Type.Optional(pixels('Rows of the images; any where it is left out.', 1, [512])),
    columns: Type.Optional(pixels('Columns of the images; any where it is left out.', 1, [512])),
    rectangle: Type.Array(pixels('A number of pixels.', 0, [0]), {
      minItems: 4,
      maxItems: 4,
      description:
        'What is blacked in every frame: left, top, width and height in pixels, from the upper left corner.',
      examples: [[0, 0, 512, 40]],
    }),
    reason: text('What stands there.', {
      examples: ['the scanner writes the name of the patient'],
    }),
  },
  { ...closed, description: 'One rectangle.' }
);

export const DeidentificationSchema = Type.Object(
  {
    off: Type.Optional(
      Type.Object(
        {
          reason: text('Why images are kept as they come.', {
            examples: ['sites send images that a trusted third party has de-identified'],
          }),
        },
        {
          ...closed,
          description:
            'Images are kept as they come; it is said wherever the trial is. Readers are blinded all the same.',
          examples: [{ reason: 'a trusted third party has de-identified what sites send' }],
        }
      )
    ),
    dates: words(
      {
        full: 'kept',
        shifted: 'moved by whole days; not possible, since visit windows need true dates',
        removed: 'taken out; not possible, since visit windows need true dates',
      },
      'Dates and times of the images; what readers see of them is `blinding.dates`.'
    ),
    retainUids: yesNo(
      'UIDs are kept, which images sent again and queries name; false is not possible. Readers get others in every read.'
    ),
    retainPatientCharacteristics: yesNo('Sex, age, size, weight and the like are kept.'),
    retainDeviceIdentity: yesNo('Serial numbers and names of devices are kept.'),
    retainInstitutionIdentity: yesNo('Names of institutions and sites are kept.'),
    retainSafePrivate: yesNo('Private elements on the list of safe ones are kept.'),
    cleanDescriptors: yesNo(
      'Of descriptions, words of the controlled list and of `series` are kept; false: descriptions go.'
    ),
    cleanStructuredContent: yesNo('Of content items, coded parts and listed words are kept.'),
    cleanGraphics: yesNo('Of annotations, graphics and listed words are kept; overlays never.'),
    masks: listOf(
      MaskSchema,
      50,
      'Rectangles that are blacked before images are kept. An image that says that identity is burned into it is let in with them, and goes to quarantine without.'
    ),
  },
  {
    ...closed,
    description:
      'De-identification of what arrives, before it is kept: DICOM PS3.15, annex E, basic profile with these options ([what is done to which attribute](deidentification.md)).',
  }
);

export type Deidentification = Static<typeof DeidentificationSchema>;
export type Mask = Static<typeof MaskSchema>;
