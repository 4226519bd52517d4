import type { Course } from './course.testdata.js';

export const percistCourses: readonly Course[] = [];
