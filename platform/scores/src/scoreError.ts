/** Input that can not be scored. `at` names the item, parameter, instrument or metric. */
export class ScoreError extends Error {
  readonly code: 'E-VALUE' | 'E-ITEM' | 'E-PARAM' | 'E-INSTRUMENT' | 'E-INPUT' | 'E-DERIVE';
  readonly at: string;

  constructor(code: ScoreError['code'], message: string, at: string) {
    super(message);
    this.code = code;
    this.at = at;
    this.name = 'ScoreError';
  }
}
