import type { Course } from './course.testdata.js';

export const iwcll2018Courses: readonly Course[] = [];
