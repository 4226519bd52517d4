import type { AnswerOf } from '@corelab/client';

export type Page = AnswerOf<'/api/admin/trials/{trial}/progress', 'get'>;
export type Row = Page['rows'][number];
export type Cell = Row['cells'][number];
export type Slot = Cell['slots'][number];
export type Summary = AnswerOf<'/api/admin/trials/{trial}/progress/summary', 'get'>;
export type Sheet = AnswerOf<'/api/admin/trials/{trial}/progress/subjects/{subject}', 'get'>;
export type Standing = Cell['standing'];

interface Look {
  /** Carries the standing where there is no room for its word. */
  readonly mark: string;
  /** Repeats it. */
  readonly colour: 'attention' | 'stop' | 'new' | 'info' | 'ok' | 'quiet';
}

/** In the server's order: what most needs somebody first, then what nobody can do now. */
export const looks: Readonly<Record<Standing, Look>> = {
  late: { mark: '!', colour: 'attention' },
  problem: { mark: '#', colour: 'stop' },
  discordant: { mark: '=', colour: 'new' },
  query: { mark: '?', colour: 'info' },
  waiting: { mark: '.', colour: 'quiet' },
  draft: { mark: '~', colour: 'info' },
  signed: { mark: '+', colour: 'ok' },
  final: { mark: 'F', colour: 'ok' },
  expected: { mark: '-', colour: 'quiet' },
  notExpected: { mark: 'E', colour: 'quiet' },
  missed: { mark: 'x', colour: 'quiet' },
  notReadable: { mark: '/', colour: 'quiet' },
};

export const standings = Object.keys(looks) as Standing[];

export const isStanding = (word: string): word is Standing => Object.hasOwn(looks, word);
