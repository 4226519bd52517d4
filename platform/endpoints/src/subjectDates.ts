import { CriterionError, dayNumber } from '@corelab/criteria';
import { EndpointError } from './endpointError.js';
import type { Moment } from './moment.js';

/** Something in a subject's input that a statistician should look at; nothing is changed because of it. */
export interface EndpointFinding {
  readonly rule: string;
  /** JSON pointer into the document that was given. */
  readonly path: string;
  readonly text: string;
}

/** Reads one subject's dates and keeps what is odd about them. */
export class SubjectDates {
  readonly findings: EndpointFinding[] = [];
  readonly #subject: string;
  readonly #pointer: string;

  constructor(subject: string, pointer: string) {
    this.#subject = subject;
    this.#pointer = pointer;
  }

  /** Null stays null. Throws CL_DATE on a date that does not exist. */
  read(date: string | null | undefined, field: string): Moment | null {
    if (date === null || date === undefined) return null;
    try {
      return { day: dayNumber(date, field), date };
    } catch (error) {
      if (!(error instanceof CriterionError)) throw error;
      throw this.#error('CL_DATE', field, error.message);
    }
  }

  /** Throws CL_ENDPOINT_DATES naming `field` unless `first` is on or before `second`. */
  requireOrder(first: Moment, second: Moment, field: string, text: string): void {
    if (first.day > second.day) throw this.contradiction(field, `${field} is ${text}`);
  }

  contradiction(field: string, text: string): EndpointError {
    return this.#error('CL_ENDPOINT_DATES', field, text);
  }

  missing(field: string, why: string): EndpointError {
    return this.unusable(field, `${field} is missing: ${why}`);
  }

  unusable(field: string, text: string): EndpointError {
    return this.#error('CL_ENDPOINT_INPUT', field, text);
  }

  unknownResponse(field: string, text: string): EndpointError {
    return this.#error('CL_RESPONSE_UNKNOWN', field, text);
  }

  note(field: string, rule: string, text: string): void {
    this.findings.push({ rule, path: `${this.#pointer}/${field}`, text });
  }

  #error(code: EndpointError['code'], field: string, text: string): EndpointError {
    return new EndpointError(code, `${this.#pointer}/${field}`, text, this.#subject);
  }
}
