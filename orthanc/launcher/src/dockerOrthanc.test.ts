import { describe, expect, it } from '@jest/globals';
import { orthancConfiguration } from './configuration.js';
import { containerName, dockerRunArguments, orthancImage } from './dockerOrthanc.js';

describe('Orthanc in Docker', () => {
  it('is pinned, published on the loopback address alone and removed when it ends', () => {
    const given = dockerRunArguments('/srv/corelab', 18042);
    expect(orthancImage).toMatch(/:\d+\.\d+\.\d+$/);
    expect(given).toContain('127.0.0.1:18042:8042');
    expect(given).toContain('--rm');
    expect(given).toContain('/srv/corelab/orthanc/db:/var/lib/orthanc/db');
    expect(given.at(-1)).toBe(orthancImage);
  });

  it('has one container for each home', () => {
    expect(containerName('/srv/a')).toBe(containerName('/srv/a/'));
    expect(containerName('/srv/a')).not.toBe(containerName('/srv/b'));
  });
});

describe('the configuration', () => {
  it('answers this machine only, to known users, and keeps what was received', () => {
    const place = { httpPort: 1, storage: '/s', plugins: ['/p'], acceptsOtherHosts: false };
    expect(orthancConfiguration(place, { username: 'u', password: 'p' })).toMatchObject({
      RemoteAccessAllowed: false,
      AuthenticationEnabled: true,
      RegisteredUsers: { u: 'p' },
      OverwriteInstances: false,
      DicomServerEnabled: false,
    });
  });
});
