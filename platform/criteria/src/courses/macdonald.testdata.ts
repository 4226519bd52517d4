import type { Course } from './course.testdata.js';

export const macdonaldCourses: readonly Course[] = [];
