import type { Course } from './course.testdata.js';

export const imrecistCourses: readonly Course[] = [];
