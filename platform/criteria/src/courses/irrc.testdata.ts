import { irrcBurdenCourses } from './irrcBurden.testdata.js';
import { irrcNewCourses } from './irrcNew.testdata.js';
import { irrcStateCourses } from './irrcState.testdata.js';

export const irrcCourses = [...irrcBurdenCourses, ...irrcNewCourses, ...irrcStateCourses];
