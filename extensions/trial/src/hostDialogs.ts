import { createElement, type ComponentClass, type ReactElement } from 'react';
import {
  createApiClient,
  createCaller,
  serverCalls,
  type Preferences,
  type ThemeName,
} from '@corelab/client';
import { hostComponent, type HostServices } from '@corelab/host';
import { text, type TextKey } from '@corelab/ui';
import { AboutPage, type ProductVersions } from './AboutPage.js';
import { PreferencesPage } from './PreferencesPage.js';
import { PreferencesStore } from './preferencesStore.js';
import { SecondFactorPage } from './SecondFactorPage.js';
import { wearTheme } from './theme.js';

/** A part that the host shows in its modal; it reads menu entry, title and width from the component itself. */
export type HostDialog = ComponentClass<Record<string, unknown>> & {
  readonly menuTitle: string;
  readonly title: string;
  readonly containerClassName: string;
};

/** What the page was started with. */
export interface RoomStart {
  preferences: Preferences;
  versions: ProductVersions;
}

let room: { versions: ProductVersions; store: PreferencesStore } | null = null;

const ownServer = serverCalls(createCaller({ fetch: (url, init) => fetch(url, init) }));

/** Called once, before the host takes our extensions. */
export function startRoom({ versions, preferences }: RoomStart): void {
  const ports = {
    api: createApiClient({ fetch: (url, init) => fetch(url, init) }),
    wearTheme: (theme: ThemeName) => wearTheme(theme, document, window.localStorage),
    reload: () => window.location.reload(),
  };
  room = { versions, store: new PreferencesStore(ports, preferences) };
}

function dialog(
  render: () => ReactElement,
  menuTitle: TextKey,
  title: TextKey,
  containerClassName: string
): HostDialog {
  const component = hostComponent(render);
  return Object.defineProperties(component, {
    menuTitle: { get: () => text(menuTitle) },
    title: { get: () => text(title) },
    containerClassName: { value: containerClassName },
  }) as HostDialog;
}

function started() {
  if (room === null) {
    throw new Error('CL_ROOM_NOT_STARTED: the page was not started with versions and preferences.');
  }
  return room;
}

export const aboutDialog = dialog(
  () => createElement(AboutPage, { versions: started().versions }),
  'about.menu',
  'about.title',
  'max-w-md'
);

export const preferencesDialog = dialog(
  () => createElement(PreferencesPage, { store: started().store }),
  'preferences.menu',
  'preferences.title',
  'max-w-3xl'
);

export const secondFactorDialog = dialog(
  () => createElement(SecondFactorPage, { server: ownServer }),
  'secondFactor.menu',
  'secondFactor.title',
  'max-w-lg'
);

let services: HostServices | null = null;

/** Taken at registration: the host hands its services to no part of a page. */
export function showDialogsWith(given: HostServices): void {
  services = given;
}

/** Shows one of them in the host's modal, where the page has no menu of the host. */
export function showDialog(content: HostDialog): void {
  const { title, containerClassName } = content;
  services?.uiModalService.show({ content, title, containerClassName });
}
