import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { criteria } from '../assess.js';
import { courses } from './courses.testdata.js';
import { blocksOf, courseBlock } from './page.testdata.js';

// The pages were read against the sources by hand. A change of what they say is made with `npm run docs:criteria` and
// read again.

describe('courses', () => {
  it('are there for every criterion of the registry', () => {
    expect(Object.keys(courses).sort()).toEqual(Object.keys(criteria).sort());
  });
});

describe.each(Object.entries(courses))('courses of %s', (id, all) => {
  const page = readFileSync(
    new URL(`../../../../docs/criteria/courses/${id}.md`, import.meta.url),
    'utf8'
  );
  const blocks = blocksOf(page);

  it('are those of the page', () => {
    expect([...blocks.keys()]).toEqual(all.map(({ title }) => title));
  });

  it.each(all.map(course => [course.title, course] as const))('%s', (title, course) => {
    expect(courseBlock(course)).toBe(blocks.get(title));
  });
});
