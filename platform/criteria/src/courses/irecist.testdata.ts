import type { Course } from './course.testdata.js';

export const irecistCourses: readonly Course[] = [];
