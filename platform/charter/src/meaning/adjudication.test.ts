import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { changed, errorsOf, loadedOf } from '../testing/changing.js';
import { expectRefusal, type Refusal } from '../testing/refusals.js';

const recist = readFileSync(
  new URL('../../examples/recist-two-readers-adjudication.yaml', import.meta.url),
  'utf8'
);
const written = '{ counterfactual: true }';
const at = '/tracks/0/adjudication';

const under = (adjudication: string): readonly [string, string] => [written, adjudication];
const byCriterion = (id: string, adjudication: string) =>
  changed(
    changed(
      // Not by every criterion may a reader differ.
      changed(
        changed(recist, '    readerMayDiffer: true\n', ''),
        '  - { id: recist-1.1, parameters: { confirmation: responses } }\n',
        ''
      ),
      '{ id: irecist }',
      id
    ),
    written,
    adjudication
  );

describe('adjudication', () => {
  it.each<Refusal>([
    [
      'a variable that the criterion does not have',
      under('{ triggers: [bor, newLesions] }'),
      `${at}/triggers/1/variable`,
      /recist-1.1 has no newLesions to compare; did you mean newLesion\?/,
      'triggers',
    ],
    [
      'a variable of something else',
      under('{ triggers: [{ variable: total, of: ramris }] }'),
      `${at}/triggers/0/of`,
      /ramris is no criterion or instrument of this trial/,
      'triggers',
    ],
    [
      'a number without a threshold',
      under('{ triggers: [burden] }'),
      `${at}/triggers/0/variable`,
      /burden is a number.*absolute or relativePct/,
      'triggers',
    ],
    [
      'a threshold of a category',
      under('{ triggers: [{ variable: bor, absolute: 1 }] }'),
      `${at}/triggers/0/absolute`,
      /bor is no number, so it has no threshold/,
      'triggers',
    ],
    [
      'a threshold of a date',
      under('{ triggers: [{ variable: pdDate, absolute: 7 }] }'),
      `${at}/triggers/0/absolute`,
      /set dateToleranceDays for dates/,
      'triggers',
    ],
    [
      'a trigger twice',
      under('{ triggers: [bor, bor] }'),
      `${at}/triggers/1/variable`,
      /bor is a trigger already/,
      'triggers',
    ],
    [
      'a best response at a timepoint',
      under('{ scope: timepoint, triggers: [visitResponse, bor] }'),
      `${at}/triggers/1/variable`,
      /bor is known when the course is closed.*use visitResponse, or scope: subject/,
      'triggers',
    ],
    [
      'what one read would have given to an adjudicator who reads anew',
      under('{ mode: thirdRead, counterfactual: true }'),
      `${at}/counterfactual`,
      /reads anew sees neither read/,
      'counterfactual',
    ],
    [
      'a third read that is never made',
      under('{ thirdReadFinal: adjudicator }'),
      `${at}/thirdReadFinal`,
      /with mode selectRead there is no third read/,
      'thirdReadFinal',
    ],
    [
      'a median of responses',
      under('{ mode: thirdRead, thirdReadFinal: medianOf3 }'),
      `${at}/thirdReadFinal`,
      /no mean or median; set thirdReadFinal: adjudicator/,
      'thirdReadFinal',
    ],
    [
      'a mean of responses',
      under('{ concordantSource: mean }'),
      `${at}/concordantSource`,
      /has no mean; set concordantSource: reader1/,
      'concordantSource',
    ],
  ])('refuses %s', (...refusal) => {
    expectRefusal(recist, refusal);
  });

  it('takes the optional triggers of 16.5, by name or with a threshold', () => {
    const text = changed(
      recist,
      written,
      '{ dateToleranceDays: 7, triggers: [visitResponse, neThroughout, measurability, newLesion, { variable: burden, relativePct: 20 }, { variable: pdDate, of: irecist }] }'
    );
    expect(loadedOf(text).charter.tracks[0]?.adjudication).toMatchObject({
      dateToleranceDays: 7,
      triggers: [
        { variable: 'visitResponse', of: 'recist-1.1' },
        { variable: 'neThroughout', of: 'recist-1.1' },
        { variable: 'measurability', of: 'recist-1.1' },
        { variable: 'newLesion', of: 'recist-1.1' },
        { variable: 'burden', of: 'recist-1.1', relativePct: 20 },
        { variable: 'pdDate', of: 'irecist' },
      ],
    });
  });

  // Myeloma is rated without targets and new lesions; PCWG2 has no categories of response.
  it.each([
    ['{ id: imwg-2016 }', 'newLesion', false],
    ['{ id: imwg-2016 }', 'measurability', false],
    ['{ id: imwg-2016 }', 'respDate', true],
    ['{ id: pcwg3 }', 'measurability', true],
    ['{ id: pcwg3 }', 'newLesion', false],
    ['{ id: pcwg3 }', 'respDate', true],
    ['{ id: pcwg3, parameters: { standard: pcwg2 } }', 'respDate', false],
    ['{ id: lugano-2014 }', 'newLesion', true],
  ])('under %s %s is a trigger: %s', (criterion, variable, is) => {
    const paths = errorsOf(byCriterion(criterion, `{ triggers: [${variable}] }`)).map(
      ({ path }) => path
    );
    expect(paths).toEqual(is ? [] : [`${at}/triggers/0/variable`]);
  });

  it('wants its triggers named where they do not follow from a criterion', () => {
    const text = changed(
      changed(recist, 'criteria:', 'instruments:'),
      '{ id: recist-1.1, parameters: { confirmation: responses } }',
      '{ id: sescd }'
    )
      .replace('  - { id: irecist }\n', '')
      .replace('endpoints: { intervalDays: 56, windowDays: 7 }\n', '');
    expect(errorsOf(text).map(({ path }) => path)).toEqual([`${at}/triggers`]);
    const named = changed(text, written, '{ triggers: [{ variable: total, absolute: 4 }] }');
    expect(loadedOf(named).charter.tracks[0]?.adjudication).toMatchObject({
      triggers: [{ variable: 'total', of: 'sescd', absolute: 4 }],
      concordantSource: 'mean',
    });
  });

  it('lets a third read stand unless numbers say otherwise', () => {
    const text = changed(recist, written, '{ mode: thirdRead }');
    expect(loadedOf(text).charter.tracks[0]?.adjudication).toMatchObject({
      thirdReadFinal: 'adjudicator',
      counterfactual: false,
    });
  });
});
