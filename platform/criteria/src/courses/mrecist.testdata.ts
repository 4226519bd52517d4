import type { Course } from './course.testdata.js';

export const mrecistCourses: readonly Course[] = [];
