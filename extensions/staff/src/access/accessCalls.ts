import type { AnswerOf } from '@corelab/client';
import type { Room } from '../frame/room.js';

export type Access = AnswerOf<'/api/admin/access', 'get'>;
export type PersonAccess = Access['people'][number];
export type GrantAccess = PersonAccess['grants'][number];
export type AccessChanges = NonNullable<Access['changes']>;
export type AccessFact = AccessChanges['added'][number];
export type Reviews = AnswerOf<'/api/admin/access/reviews', 'get'>;

export interface AccessFilter {
  readonly all: boolean;
  readonly text: string;
  readonly trial: string;
  readonly role: string;
  readonly only: string;
}

/** The parameters of an address: what is not asked for is left out. */
const queryOf = ({ all, text, trial, role, only }: AccessFilter): object => ({
  ...(all ? { all } : {}),
  ...(text.trim() === '' ? {} : { text: text.trim() }),
  ...(trial === '' ? {} : { trial }),
  ...(role === '' ? {} : { role }),
  ...(only === '' ? {} : { only }),
});

/** What is asked of one trial, or of the installation. */
export interface AccessCalls {
  readonly key: readonly string[];
  look(filter: AccessFilter): Promise<Access>;
  file(filter: AccessFilter): Promise<{ name: string; content: string }>;
  reviews(): Promise<Reviews>;
  review(body: { hash: string; note: string; password: string }): Promise<unknown>;
}

export const accessCalls = ({ server }: Pick<Room, 'server'>, trial: string | null): AccessCalls =>
  trial === null
    ? {
        key: ['access'],
        look: filter => server.get('/api/admin/access', { query: queryOf(filter) }),
        file: filter => server.get('/api/admin/access/export', { query: queryOf(filter) }),
        reviews: () => server.get('/api/admin/access/reviews', {}),
        review: body => server.post('/api/admin/access/reviews', { body }),
      }
    : {
        key: ['access', trial],
        look: filter =>
          server.get('/api/admin/trials/{trial}/access', {
            ...{ path: { trial }, query: queryOf(filter) },
          }),
        file: filter =>
          server.get('/api/admin/trials/{trial}/access/export', {
            ...{ path: { trial }, query: queryOf(filter) },
          }),
        reviews: () => server.get('/api/admin/trials/{trial}/access/reviews', { path: { trial } }),
        review: body =>
          server.post('/api/admin/trials/{trial}/access/reviews', { path: { trial }, body }),
      };
