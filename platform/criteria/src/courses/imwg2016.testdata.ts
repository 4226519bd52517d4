import type { Course } from './course.testdata.js';

export const imwg2016Courses: readonly Course[] = [];
