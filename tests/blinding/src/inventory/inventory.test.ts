import { beforeAll, describe, expect, it } from '@jest/globals';
import { accessMatrix, buildApp, type ServerDeps } from '@corelab/server';
import { endsSession } from './apiRequests.js';
import { inventoryOf, routesLeftOut, type Inventory } from './inventory.js';
import { sampleOf, type OpenApi } from './openApi.js';
import {
  asRecorded,
  fill,
  filled,
  isFillable,
  nameOf,
  placesOf,
  templatesOf,
  withPlaces,
} from './request.js';

/** Every place there is, each a value of its own. */
const places: Record<string, string> = {};
let openApi: OpenApi;
let inventory: Inventory;

beforeAll(async () => {
  // Routes say what they take and answer without a database: nothing of these is called.
  const deps = {
    archive: { state: () => 'ready', register: () => Promise.resolve() },
    ...{
      jobs: {},
      policy: { loginsPerMinute: 1, costlyPerMinute: 1 },
      now: () => new Date(0),
      logger: false,
    },
    ...{ siteFolder: null, pluginsFolder: null, secureCookie: false },
  } as unknown as ServerDeps;
  const { app } = await buildApp(deps);
  openApi = (app as unknown as { swagger(): OpenApi }).swagger();
  await app.close();
  const names = new Proxy(places, { has: () => true });
  inventory = inventoryOf(openApi, ['/app.js', '/plugins/manifest.json'], [], names);
  for (const request of inventory.requests) {
    for (const name of templatesOf(request).flatMap(placesOf)) places[name] = `value-of-${name}`;
  }
});

describe('the inventory of requests', () => {
  it('has something for every route of the server', () => {
    expect(routesLeftOut(accessMatrix, [inventory])).toEqual([]);
  });

  it('does not pass over a route that is new', () => {
    const fresh = [...accessMatrix, { method: 'GET', url: '/api/secrets' }];
    expect(routesLeftOut(fresh, [inventory])).toEqual(['GET /api/secrets']);
  });

  it('asks each thing once, in a session that the last ones end', () => {
    const names = inventory.requests.map(request => `${nameOf(request)} ${request.body ?? ''}`);
    expect(new Set(names).size).toBe(names.length);
    expect(inventory.requests.filter(endsSession).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/login', '/api/logout'])
    );
  });

  it('has the forms of DICOMweb that a viewer could try', () => {
    const paths = inventory.requests.map(({ path }) => path);
    for (const part of [
      'includefield=all',
      'fuzzymatching=true',
      'PatientName={real.patientName}',
      '00100010=*',
      '/frames/999999',
      '/rendered',
      '/thumbnail',
      '/bulkdata/7FE00010',
      '%2e%2e',
      '/localbasic',
      'configUrl=',
      '/app.js.map',
    ]) {
      expect([part, paths.some(path => path.includes(part))]).toEqual([part, true]);
    }
    const headers = inventory.requests.flatMap(one => Object.values(one.headers ?? {}));
    expect(headers).toEqual(expect.arrayContaining(['application/dicom', 'bytes=0-99']));
    const methods = new Set(inventory.requests.map(({ method }) => method));
    expect([...methods].sort()).toEqual(
      ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'].sort()
    );
  });

  it('pairs what is there with what is not, in the same form', () => {
    expect(inventory.pairs.length).toBeGreaterThan(300);
    for (const { there, none } of inventory.pairs) {
      expect([none.method, none.route]).toEqual([there.method, there.route]);
      expect(nameOf(none) + none.body).not.toBe(nameOf(there) + there.body);
      expect(none.path.split(/[/?]/).length).toBe(there.path.split(/[/?]/).length);
    }
  });

  it('leaves out what names a thing that the trial does not have', () => {
    const own = Object.fromEntries(
      Object.entries(places).filter(([name]) => !name.startsWith('adjudication.'))
    );
    const { requests } = inventoryOf(openApi, [], [], own);
    expect(requests.length).toBeGreaterThan(1000);
    expect(requests.filter(({ path }) => path.includes('{adjudication.'))).toEqual([]);
    for (const request of requests) expect(filled(request, own).path).not.toMatch(/\{\w+\.\w+\}/);
  });
});

describe('places', () => {
  const some = { 'own.read': 'abcdefgh', 'own.readAgain': 'abcdefghijk' };
  it('are filled, and put back, the longer value first', () => {
    const text = '/reads/{own.readAgain}/x/{own.read}';
    expect(fill(text, some)).toBe('/reads/abcdefghijk/x/abcdefgh');
    expect(withPlaces(fill(text, some), some)).toBe(text);
  });
  it('that are not known are said', () => {
    expect(() => fill('/{real.study}', some)).toThrow('no place real.study');
    expect(isFillable({ method: 'GET', path: '/{real.study}', route: null }, some)).toBe(false);
  });
});

describe('what a browser asked for', () => {
  it.each([
    [
      '/reads/CUmc81cP-rLx9QH9-vsc4Q/dicomweb/studies/2.25.1/series/2.25.22/instances/2.25.333/frames/1',
      '/reads/{own.read}/dicomweb/studies/{own.study}/series/{own.series}/instances/{own.instance}/frames/1',
    ],
    ['/api/adjudications/CUmc81cP-rLx9QH9-vsc4Q/images', '/api/adjudications/{own.read}/images'],
    [
      '/oncology-recist?StudyInstanceUIDs=2.25.1,2.25.2&read=CUmc81cP-rLx9QH9-vsc4Q',
      '/oncology-recist?StudyInstanceUIDs={own.study}&read={own.read}',
    ],
    ['/api/reads', '/api/reads'],
  ])('can be sent again: %s', (path, recorded) => {
    expect(asRecorded(path)).toBe(recorded);
  });
});

describe('a sample of a schema', () => {
  it('has what must be there, in the types that are asked', () => {
    const schema = {
      type: 'object',
      required: ['user', 'kind', 'sites', 'count', 'sure'],
      properties: {
        user: { type: 'string' },
        kind: { anyOf: [{ const: 'a' }, { const: 'b' }] },
        sites: { type: 'array', minItems: 2, items: { type: 'string' } },
        count: { type: 'integer', minimum: 3 },
        sure: { type: 'boolean' },
        more: { type: 'string' },
      },
    };
    expect(sampleOf(schema)).toEqual({
      ...{ user: '{person.other}', kind: 'a', count: 3, sure: true },
      sites: ['{real.siteCode}', '{real.siteCode}'],
    });
  });
});
