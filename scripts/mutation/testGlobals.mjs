import { expect } from 'expect';
import { describe, it, test } from 'jest-circus';

// What the rule packages' tests import from `@jest/globals`, without jest around it.

export { describe, expect, it, test };

/** One process runs thousands of mutants under the runner's own time limit. */
export const jest = { setTimeout() {} };
