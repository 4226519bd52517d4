// What `@jest/globals` is for tests that run outside of jest's virtual machine, with the limits of time that the runner
// itself does not have.

const { afterAll, afterEach, beforeAll, beforeEach, describe, expect } = globalThis;

/** Milliseconds a test may take. Whoever waits for ever is told so; a busy machine is no failure. A file may ask for more. */
const usualLimit = Number(process.env['CORELAB_TEST_LIMIT_MS'] ?? '120000');
const limits = new Map();
const file = () => expect.getState().testPath;

/** A function of a test that fails when it takes too long. */
function limited(fn, ms) {
  if (fn === undefined) return undefined;
  const path = file();
  return async (...args) => {
    const limit = ms ?? limits.get(path) ?? usualLimit;
    let timer;
    const late = new Promise((_, fail) => {
      const error = new Error(`it takes longer than ${limit / 1000} s`);
      timer = setTimeout(() => fail(error), limit);
    });
    try {
      return await Promise.race([fn(...args), late]);
    } catch (error) {
      throw withCause(error);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The runner prints the stack alone: what made a property fail is in the error's cause. */
function withCause(error) {
  if (error instanceof Error && error.cause instanceof Error)
    error.stack += `\nCaused by: ${error.cause.stack}`;
  return error;
}

const limitedTest = test => {
  const own = (name, fn, ms) => test(name, limited(fn, ms));
  own.each =
    (...table) =>
    (name, fn, ms) =>
      test.each(...table)(name, limited(fn, ms));
  return own;
};

// Neither `only` nor `skip`: a test that is left out is an error of its file.
const it = limitedTest(globalThis.it);
const hook = given => (fn, ms) => given(limited(fn, ms));

const jest = {
  ...globalThis.jest,
  setTimeout(ms) {
    limits.set(file(), ms);
    return jest;
  },
};

const [beforeAllLimited, beforeEachLimited, afterEachLimited, afterAllLimited] = [
  beforeAll,
  beforeEach,
  afterEach,
  afterAll,
].map(hook);

export {
  afterAllLimited as afterAll,
  afterEachLimited as afterEach,
  beforeAllLimited as beforeAll,
  beforeEachLimited as beforeEach,
  describe,
  expect,
  it,
  it as test,
  jest,
};
