import type { Course } from './course.testdata.js';

export const cheson2007Courses: readonly Course[] = [];
