import type { Course } from './course.testdata.js';

export const pcwg3Courses: readonly Course[] = [];
