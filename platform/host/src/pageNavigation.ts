import type { CommandsManager } from './types.js';

/** Pages that the server makes itself, outside the host. */
const serverPages: readonly string[] = ['/login'];

/** Asks whoever is there before a page with something unsaved is left; goes when they say so. */
type AskFirst = (leave: () => void) => void;

let commands: CommandsManager | null = null;
let asked: AskFirst | null = null;

/** Taken at registration: the host hands its commands to no page and to no part of its header. */
export function navigateWith(given: CommandsManager): void {
  commands = given;
}

/** Nobody leaves the page without being asked, until the function it returns is called. */
export function holdNavigation(ask: AskFirst): () => void {
  asked = ask;
  return () => {
    if (asked === ask) asked = null;
  };
}

/** Does something that ends the page's work, once whoever has something unsaved there has said so. */
export function leaveBy(act: () => void): void {
  if (asked === null) act();
  else asked(act);
}

/** Goes to an address by loading it: nothing that this page has brought or kept in memory is there any more. */
export function loadAddress(address: string): void {
  window.location.assign(address);
}

/**
 * Goes to an address: within the host's router without loading the page again, to a server page by loading it. `after`
 * runs once it has gone.
 */
export function goToAddress(address: string, after?: () => void): void {
  const leave = (): void => {
    if (commands === null || serverPages.includes(address)) {
      window.location.assign(address);
    } else {
      commands.runCommand('navigateHistory', { to: address });
    }
    after?.();
  };
  // A server page is loaded: there the browser asks itself (`beforeunload`).
  if (asked === null || serverPages.includes(address)) leave();
  else asked(leave);
}
