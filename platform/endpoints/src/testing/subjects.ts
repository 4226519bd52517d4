import { dayNumber } from '@corelab/criteria';
import { type Endpoints, endpoints } from '../endpoints.js';
import type { SubjectInput, VisitInput } from '../inputSchema.js';
import { momentOfDay } from '../moment.js';
import type { EndpointOptions } from '../options.js';
import type { SubjectEndpoints } from '../subjectEndpoints.js';

export const start = '2026-01-01';

/** The date so many days after the start. */
export function onDay(days: number): string {
  return momentOfDay(dayNumber(start, '') + days).date;
}

/** "SD 56, PD 112": responses with days after the start. */
export function visitsOf(text: string): VisitInput[] {
  if (text === '') return [];
  return text.split(', ').map(part => {
    const [response = '', day = ''] = part.split(' ');
    return { date: onDay(Number(day)), response };
  });
}

export function subjectOf(visits: string, more: Partial<SubjectInput> = {}): SubjectInput {
  return { id: 'S1', startDate: start, visits: visitsOf(visits), ...more };
}

export function run(subject: SubjectInput, options: Partial<EndpointOptions> = {}): Endpoints {
  return endpoints({ subjects: [subject], options });
}

export function one(
  subject: SubjectInput,
  options: Partial<EndpointOptions> = {}
): SubjectEndpoints {
  const [result] = run(subject, options).subjects;
  if (!result) throw new Error('no subject came back');
  return result;
}

/** The planned course of the specification's examples: limit 126 days. */
export const planned = { intervalDays: 56, windowDays: 7 } as const;
