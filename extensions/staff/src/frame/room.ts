import { createContext, useContext } from 'react';
import type { Session } from '@corelab/client';
import type { StaffServer } from './server.js';

/** What a page is in: who works here, in which trial, over which server. */
export interface Room {
  readonly session: Session;
  readonly server: StaffServer;
  /** The trial chosen; null on a page without one (an administrator of the installation). */
  readonly trial: Session['trials'][number] | null;
  /** The query of the page's address. */
  readonly query: URLSearchParams;
  /** Another address of this room, or the same page with another query. */
  go(address: string): void;
}

export const RoomContext = createContext<Room | null>(null);

/** @throws Error outside a page of the staff. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('CL_NO_ROOM: this part stands outside a page of the staff.');
  return room;
}

/** The room of a page that is about one trial. @throws Error where none is chosen. */
export function useTrialRoom(): Room & { readonly trial: NonNullable<Room['trial']> } {
  const room = useRoom();
  if (room.trial === null) throw new Error('CL_NO_TRIAL: this part is about a trial.');
  return { ...room, trial: room.trial };
}

/** Whether the person has one of the roles in the chosen trial. */
export const isOne = ({ trial }: Room, ...roles: readonly string[]): boolean =>
  trial !== null && trial.roles.some(role => roles.includes(role));
