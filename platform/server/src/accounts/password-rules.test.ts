import { describe, expect, it } from '@jest/globals';
import { CodedError } from '../http/coded-error.js';
import { refusePoorPassword } from './password-rules.js';

const person = { user: 'j.doe', name: 'Johanna Doerte-Maria Doe' };
const codeOf = (password: string, passwordLength = 15): string => {
  try {
    refusePoorPassword(password, person, { passwordLength });
    return 'taken';
  } catch (reason) {
    if (reason instanceof CodedError) return reason.code;
    throw reason;
  }
};

describe('a new password', () => {
  it.each([
    ['fourteen chars', 'CL_PASSWORD_SHORT'],
    ['fifteen chars !', 'taken'],
    ['ä'.repeat(3) + ' grüne Bären', 'taken'],
    // Characters, not bytes or halves of them.
    ['🦊🐻🐼 drei Tie', 'CL_PASSWORD_SHORT'],
    ['all lower case without a number', 'taken'],
    ['4729105836274902', 'taken'],
    [`${'correct horse '.repeat(20)}`, 'CL_PASSWORD_LONG'],
    ['passwordpassword', 'CL_PASSWORD_COMMON'],
    ['Password12345678!', 'CL_PASSWORD_COMMON'],
    ['qwertyuiopasdfghjkl', 'CL_PASSWORD_COMMON'],
    ['aaaaaaaaaaaaaaaaaaaa', 'CL_PASSWORD_COMMON'],
    ['abcabcabcabcabcabc', 'CL_PASSWORD_COMMON'],
    ['987654321987654321', 'CL_PASSWORD_COMMON'],
    ['Welcome to Corelab 2026', 'taken'],
    ['welcome corelab 2026', 'CL_PASSWORD_COMMON'],
    ['Johanna Doe Johanna', 'CL_PASSWORD_NAME'],
    ['JohannaDoe123456', 'CL_PASSWORD_NAME'],
    ['johanna keeps brown bees', 'taken'],
  ])('"%s": %s', (password, code) => {
    expect(codeOf(password)).toBe(code);
  });

  it('is as long as the installation says', () => {
    expect(codeOf('brown bee', 8)).toBe('taken');
    expect(codeOf('brown bee', 9)).toBe('taken');
    expect(codeOf('brown bee', 10)).toBe('CL_PASSWORD_SHORT');
  });
});
