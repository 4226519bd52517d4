import type { Course } from './course.testdata.js';

export const recist11Courses: readonly Course[] = [];
