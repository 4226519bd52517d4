import type { Course } from './course.testdata.js';

export const ranoHgg2010Courses: readonly Course[] = [];
