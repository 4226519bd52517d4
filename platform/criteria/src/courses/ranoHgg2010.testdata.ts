import type { Course } from './course.testdata.js';
import { ranoHgg2010Course } from './ranoHgg2010Course.testdata.js';
import { ranoHgg2010Response } from './ranoHgg2010Response.testdata.js';

export const ranoHgg2010Courses: readonly Course[] = [...ranoHgg2010Response, ...ranoHgg2010Course];
