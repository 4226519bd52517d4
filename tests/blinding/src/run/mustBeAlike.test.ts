import { describe, expect, it } from '@jest/globals';
import { accessMatrix } from '@corelab/server';
import type { Viewer } from '../canaries/canary.js';
import { mustBeAlike } from './sendInventory.js';

const pair = (route: string, there: string, none: string) => ({
  there: { method: 'GET', path: there, route },
  none: { method: 'GET', path: none, route },
});
const read = 'GET /api/reads/:readId';
const files = 'GET /api/admin/trials/:trial/deliveries/:id/files';
const trials = '/api/admin/trials';

describe('answers about something and about nothing', () => {
  it.each<[Viewer, string, ReturnType<typeof pair>, boolean]>([
    [
      'R1',
      'another read',
      pair(read, '/api/reads/{other.read}', '/api/reads/{none.publicId}'),
      true,
    ],
    [
      'R1',
      'the own read',
      pair(read, '/api/reads/{own.read}', '/api/reads/{none.publicId}'),
      false,
    ],
    [
      'trainer',
      'any read',
      pair(read, '/api/reads/{other.read}', '/api/reads/{none.publicId}'),
      true,
    ],
    [
      ...(['siteCoordinator', "another's delivery"] as const),
      pair(
        files,
        `${trials}/{trial.code}/deliveries/{staff.receipt}/files`,
        `${trials}/{trial.code}/deliveries/{none.id}/files`
      ),
      true,
    ],
    [
      ...(['siteCoordinator', 'the own trial'] as const),
      pair(
        files,
        `${trials}/{trial.code}/deliveries/{staff.receipt}/files`,
        `${trials}/{none.trial}/deliveries/{staff.receipt}/files`
      ),
      false,
    ],
    [
      ...(['R1', 'a trial in which one reads'] as const),
      pair(
        files,
        `${trials}/{trial.code}/deliveries/{staff.receipt}/files`,
        `${trials}/{none.trial}/deliveries/{staff.receipt}/files`
      ),
      true,
    ],
  ])('for %s of %s', (viewer, _, asked, alike) => {
    expect(mustBeAlike(asked, viewer, accessMatrix)).toBe(alike);
  });
});
