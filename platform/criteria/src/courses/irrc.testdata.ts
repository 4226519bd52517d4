import type { Course } from './course.testdata.js';

export const irrcCourses: readonly Course[] = [];
