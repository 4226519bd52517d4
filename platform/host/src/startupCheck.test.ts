import { describe, expect, it } from '@jest/globals';
import { startupCheck } from './startupCheck.js';
import { stockModeStubs } from './stockModeStubs.js';

describe('startupCheck', () => {
  it('goes on when every extension is registered', () => {
    const stop = () => {
      throw new Error('stopped');
    };
    expect(startupCheck({ registeredExtensionIds: ['a', 'b', 'c'] }, ['a', 'c'], stop)).toBe(true);
  });

  it('stops with the names of what is missing', () => {
    const said: string[] = [];
    const goesOn = startupCheck(
      { registeredExtensionIds: ['a'] },
      ['a', 'b', 'c'],
      (_title, detail) => said.push(detail)
    );
    expect(goesOn).toBe(false);
    expect(said.join()).toContain('CL_EXTENSION_MISSING: b, c');
  });
});

describe('stockModeStubs', () => {
  it('drop all seven modes of the host', () => {
    expect(stockModeStubs).toHaveLength(7);
    const loadModules = () => Promise.resolve([]);
    expect(stockModeStubs.map(stub => stub.modeFactory({ loadModules }))).toEqual(
      Array(7).fill(null)
    );
  });
});
