import { describe, expect, it } from '@jest/globals';
import { composeConfiguration, dataSourceOfRead, readIdOf } from '../suite/configuration.js';

const mode = { id: '@corelab/mode-a', modeFactory: () => null };
const common = { id: '@corelab/mode-common', modeFactory: () => null };
const given = {
  site: { modes: [{ id: '@corelab/mode-a', route: 'a' }] },
  stop: () => undefined,
  extensions: [{ id: '@corelab/extension-a' }],
  modes: [mode],
  commonModes: [common],
  headerStrip: 'strip',
};

describe('readIdOf', () => {
  it('reads the id from either form of query', () => {
    expect(readIdOf(new URLSearchParams('read=r1'))).toBe('r1');
    expect(readIdOf({ read: 'r1' })).toBe('r1');
  });

  it('lets nothing through that is no id', () => {
    expect(readIdOf(new URLSearchParams('read=../other'))).toBeNull();
    expect(readIdOf(new URLSearchParams(''))).toBeNull();
    expect(readIdOf(undefined)).toBeNull();
  });
});

describe('dataSourceOfRead', () => {
  it('points all three roots at the read of this visit', () => {
    const first = dataSourceOfRead({ name: 'x' }, { query: new URLSearchParams('read=r1') });
    expect(dataSourceOfRead(first, { query: new URLSearchParams('read=r2') })).toEqual({
      name: 'x',
      wadoUriRoot: '/reads/r2/dicomweb',
      qidoRoot: '/reads/r2/dicomweb',
      wadoRoot: '/reads/r2/dicomweb',
    });
  });
});

it('points the data source at the images of a replay where the address is of one', () => {
  const query = new URLSearchParams('read=r1&task=replay');
  expect(dataSourceOfRead({}, { query })).toMatchObject({ wadoRoot: '/replays/r1/dicomweb' });
  const other = new URLSearchParams('read=r1&task=globalRead');
  expect(dataSourceOfRead({}, { query: other })).toMatchObject({ qidoRoot: '/reads/r1/dicomweb' });
});

it('points the data source at an exam where the address names no read', () => {
  const root = '/qc/exams/e1/dicomweb';
  expect(dataSourceOfRead({}, { query: new URLSearchParams('exam=e1') })).toEqual({
    ...{ wadoUriRoot: root, qidoRoot: root, wadoRoot: root },
  });
  const both = dataSourceOfRead({}, { query: new URLSearchParams('exam=e1&read=r1') });
  expect(both).toMatchObject({ wadoRoot: '/reads/r1/dicomweb' });
  const none = dataSourceOfRead({}, { query: new URLSearchParams('exam=../e1') });
  expect(none).toMatchObject({ wadoRoot: '/reads/none/dicomweb' });
});

describe('composeConfiguration', () => {
  const configuration = composeConfiguration(given);

  it('lists the stubs of the host modes before those of every site and the deployed ones', () => {
    expect(configuration.modes).toHaveLength(9);
    expect(configuration.modes.slice(-2)).toEqual([common, mode]);
  });

  it('switches off what blinding forbids, in the scope nothing overrides', () => {
    expect(configuration).toMatchObject({
      showStudyList: false,
      showPatientInfo: 'disabled',
      investigationalUseDialog: { option: 'never' },
    });
    expect(configuration.customizationService.global).toMatchObject({
      'viewportOverlay.topLeft': { $set: [] },
    });
  });

  it('puts the case strip in the place of the logo', () => {
    const { createLogoComponentFn } = configuration.whiteLabeling;
    expect(createLogoComponentFn({ createElement: component => [component] })).toEqual(['strip']);
  });

  it('checks registration last', () => {
    expect(configuration.extensions.map(({ id }) => id)).toEqual([
      '@corelab/extension-a',
      '@corelab/extension-startup-check',
    ]);
  });

  it('refuses a mode this build does not hold', () => {
    const site = { modes: [{ id: '@corelab/mode-b', route: 'b' }] };
    expect(() => composeConfiguration({ ...given, site })).toThrow('CL_MODE_UNKNOWN');
  });
});
