/** Uniform numbers below 1 from a seed (mulberry32): the same everywhere. */
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Random ratings with agreement in them: readings, grades 1 to 5, grades with missing ones, and repeated pairs. */
export function randomTables(seed) {
  const next = uniform(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const rows = (n, row) => Array.from({ length: n }, (_, index) => row(index));
  const biases = [0, 0.6, -0.4, 0.2];
  const measured = rows(40, () => {
    const truth = 50 + 4 * normal();
    return biases.map(bias => truth + bias + 1.5 * normal());
  });
  const grade = truth => Math.max(1, Math.min(5, Math.round(truth + 0.8 * normal())));
  const graded = raters => () => {
    const truth = 0.5 + 5 * next();
    return rows(raters, () => grade(truth));
  };
  const grades = rows(60, graded(2));
  const missing = rows(50, graded(4)).map(row => row.map(one => (next() < 0.25 ? null : one)));
  const repeated = rows(15, subject => {
    const truth = 20 + 3 * normal();
    const apart = normal();
    return rows(1 + Math.floor(5 * next()), () => [
      subject,
      truth + apart + 0.7 * normal(),
      truth + 0.5 * normal(),
    ]);
  }).flat();
  return { measured, grades, missing, repeated };
}
