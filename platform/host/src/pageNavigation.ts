import type { CommandsManager } from './types.js';

/** Pages that the server makes itself, outside the host. */
const serverPages: readonly string[] = ['/login'];

let commands: CommandsManager | null = null;

/** Taken at registration: the host hands its commands to no page and to no part of its header. */
export function navigateWith(given: CommandsManager): void {
  commands = given;
}

/** Goes to an address: within the host's router without loading the page again, to a server page by loading it. */
export function goToAddress(address: string): void {
  if (commands === null || serverPages.includes(address)) {
    window.location.assign(address);
  } else {
    commands.runCommand('navigateHistory', { to: address });
  }
}
