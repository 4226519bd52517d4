import type { Course } from './course.testdata.js';
import { rano2Course } from './rano2Course.testdata.js';
import { rano2Response } from './rano2Response.testdata.js';

export const rano2Courses: readonly Course[] = [...rano2Response, ...rano2Course];
