import type { Course } from './course.testdata.js';

export const lugano2014Courses: readonly Course[] = [];
