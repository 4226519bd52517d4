import { irecistNewLesionCourses } from './irecistNewLesions.testdata.js';
import { irecistOtherCourses } from './irecistOther.testdata.js';
import { irecistRunCourses } from './irecistRun.testdata.js';
import type { Course } from './course.testdata.js';

export const irecistCourses: readonly Course[] = [
  ...irecistRunCourses,
  ...irecistNewLesionCourses,
  ...irecistOtherCourses,
];
