import type { Course } from './course.testdata.js';

export const rano2Courses: readonly Course[] = [];
