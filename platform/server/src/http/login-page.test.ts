import { describe, expect, it } from '@jest/globals';
import { inlineScriptHashes } from './content-policy.js';
import { loginLanguage, loginPages } from './login-page.js';

describe('the login page', () => {
  it.each([
    ['de-CH,de;q=0.9,en;q=0.8', 'de'],
    ['en-GB,de;q=0.5', 'en'],
    ['den', 'en'],
    [undefined, 'en'],
  ])('speaks the first language of %s', (header, language) => {
    expect(loginLanguage(header)).toBe(language);
  });

  it('has one script in both languages, so that the policy needs one hash', () => {
    const [english, german] = Object.values(loginPages).map(inlineScriptHashes);
    expect(english).toHaveLength(1);
    expect(german).toEqual(english);
  });

  it('says what it is for, and takes password managers', () => {
    expect(loginPages.en).toContain('For investigational use only. Not for patient care.');
    expect(loginPages.de).toContain('Nicht für die Patientenversorgung.');
    expect(loginPages.de).toContain('autocomplete="current-password"');
  });
});
