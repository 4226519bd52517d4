/**
 * The part of OHIF 3.13 this project uses, written by hand because the published host ships no declarations.
 * Source: the published `@ohif/app` 3.13.2; `contract.test.ts` checks that each name used here is in it.
 */

/** A running subscription of one of the host's services. */
export interface Subscription {
  unsubscribe(): void;
}

/** Every host service that publishes: `EVENTS` maps the event's name to the string to subscribe with. */
export interface Publisher {
  readonly EVENTS: Readonly<Record<string, string>>;
  subscribe(event: string, callback: (payload: never) => void): Subscription;
}

/** One naturalized DICOM instance as the host keeps it; only what is read here. */
export interface HostInstance {
  SOPInstanceUID: string;
  SeriesInstanceUID?: string;
  StudyInstanceUID?: string;
  SliceThickness?: number | string;
  FrameOfReferenceUID?: string;
  ImagePositionPatient?: number[];
  ImageOrientationPatient?: number[];
  [keyword: string]: unknown;
}

export interface HostDisplaySet {
  displaySetInstanceUID: string;
  StudyInstanceUID: string;
  SeriesInstanceUID: string;
  Modality?: string;
  SeriesDescription?: string;
  SeriesNumber?: number;
  numImageFrames?: number;
  FrameOfReferenceUID?: string;
  instances?: HostInstance[];
  images?: HostInstance[];
}

/** A measurement as MeasurementService hands it out. `data` is keyed by target (`imageId:...`, `volumeId:...`). */
export interface HostMeasurement {
  uid: string;
  toolName?: string;
  SOPInstanceUID?: string;
  referencedImageId?: string;
  referenceSeriesUID?: string;
  referenceStudyUID?: string;
  FrameOfReferenceUID?: string;
  displaySetInstanceUID?: string;
  frameNumber?: number;
  points?: number[][];
  label?: string;
  isLocked?: boolean;
  data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  metadata?: Readonly<Record<string, unknown>>;
  [key: string]: unknown;
}

export interface MeasurementSource {
  name: string;
  version: string;
  uid: string;
}

export interface MeasurementMapping {
  annotationType: string;
  toMeasurementSchema: (data: unknown) => unknown;
}

export interface MeasurementService extends Publisher {
  getMeasurements(filter?: (measurement: HostMeasurement) => boolean): HostMeasurement[];
  getMeasurement(uid: string): HostMeasurement | undefined;
  update(uid: string, measurement: HostMeasurement, notYetUpdatedAtSource?: boolean): void;
  remove(uid: string): void;
  clearMeasurements(filter?: (measurement: HostMeasurement) => boolean): void;
  jumpToMeasurement(viewportId: string, uid: string): void;
  toggleLockMeasurement(uid: string): void;
  getSource(name: string, version: string): MeasurementSource | undefined;
  getSourceMappings(name: string, version: string): MeasurementMapping[] | undefined;
  addRawMeasurement(
    source: MeasurementSource,
    annotationType: string,
    data: { uid: string; annotation: unknown },
    toMeasurementSchema: (data: unknown) => unknown,
    dataSource?: unknown
  ): string | undefined;
}

export interface DisplaySetService extends Publisher {
  getActiveDisplaySets(): HostDisplaySet[];
  getDisplaySetByUID(uid: string): HostDisplaySet | undefined;
  getDisplaySetsForSeries(seriesInstanceUid: string): HostDisplaySet[];
}

export interface GridViewport {
  viewportId: string;
  displaySetInstanceUIDs: string[];
  displaySetOptions?: readonly unknown[];
  viewportOptions?: Readonly<Record<string, unknown>>;
}

/** What a place of the grid is to hold. */
export interface GridPlace {
  displaySetInstanceUIDs: string[];
  displaySetOptions: readonly unknown[];
  viewportOptions: Readonly<Record<string, unknown>>;
}

export interface ViewportGridService extends Publisher {
  getState(): {
    viewports: Map<string, GridViewport>;
    activeViewportId: string | null;
    layout: { numRows: number; numCols: number };
  };
  getActiveViewportId(): string | null;
  setActiveViewportId(viewportId: string): void;
  setDisplaySetsForViewports(
    entries: { viewportId: string; displaySetInstanceUIDs: string[] }[]
  ): void;
  setLayout(layout: {
    numRows: number;
    numCols: number;
    activeViewportId?: string;
    findOrCreateViewport: (position: number) => GridPlace | undefined;
    isHangingProtocolLayout?: boolean;
  }): Promise<void>;
}

/** The Cornerstone stack viewport, as far as it is used. */
export interface StackViewport {
  id: string;
  element: HTMLElement;
  setImageIdIndex(index: number): Promise<unknown>;
  getCurrentImageIdIndex(): number;
  /** The image it goes to; the picture follows when it has come. */
  getCurrentImageId(): string | undefined;
  /** The image on the screen. */
  getCornerstoneImage(): { imageId: string } | undefined;
  getImageIds(): string[];
  render(): void;
  /** A point of the patient (LPS, mm) in pixels of the pane's element. */
  worldToCanvas(point: readonly number[]): [number, number];
  /** The other way round. */
  canvasToWorld?(point: [number, number]): number[];
  getProperties(): { voiRange?: VoiRange | null; invert?: boolean };
  setProperties(properties: { voiRange?: VoiRange; invert?: boolean }): void;
  /** Relative to the picture fitted into the pane. */
  getZoom(): number;
  setZoom(zoom: number): void;
  /** Canvas pixels, relative to the picture fitted into the pane. */
  getPan(): number[];
  setPan(pan: [number, number]): void;
}

/** Shown grey values, in units of the modality. */
export interface VoiRange {
  lower: number;
  upper: number;
}

export interface CornerstoneViewportService extends Publisher {
  getCornerstoneViewport(viewportId: string): StackViewport | null | undefined;
  /** Fits the pictures into their panes as these are now, each with its zoom and pan. */
  resize(): void;
}

export interface HangingProtocolService extends Publisher {
  getActiveProtocol(): { protocol?: { id: string } | null };
  setProtocol(protocolId: string): void;
}

export interface CustomizationService {
  getCustomization(id: string): unknown;
  setCustomizations(customizations: Readonly<Record<string, unknown>>, scope?: string): void;
}

export interface ToolbarService {
  register(buttons: readonly ToolbarButton[], replace?: boolean): void;
  updateSection(sectionId: string, buttonIds: readonly string[]): void;
}

export interface ToolbarButton {
  id: string;
  uiType: string;
  props: Readonly<Record<string, unknown>>;
}

export interface ToolGroup {
  setToolActive(toolName: string, options: { bindings: { mouseButton: number }[] }): void;
  setToolPassive(toolName: string): void;
  setToolConfiguration(toolName: string, configuration: Readonly<Record<string, unknown>>): void;
  getActivePrimaryMouseButtonTool(): string | undefined;
}

export interface ToolGroupService {
  getToolGroup(id: string): ToolGroup | undefined;
}

export interface NotificationService {
  show(notification: {
    title: string;
    message: string;
    type?: 'success' | 'error' | 'warning' | 'info';
    duration?: number;
  }): void;
}

export interface ModalService {
  show(modal: { content: unknown; title: string; containerClassName?: string }): void;
}

/** `servicesManager.services`, the entries that are used. */
export interface HostServices {
  measurementService: MeasurementService;
  displaySetService: DisplaySetService;
  viewportGridService: ViewportGridService;
  cornerstoneViewportService: CornerstoneViewportService;
  hangingProtocolService: HangingProtocolService;
  customizationService: CustomizationService;
  toolbarService: ToolbarService;
  toolGroupService: ToolGroupService;
  uiNotificationService: NotificationService;
  uiModalService: ModalService;
}

export interface ServicesManager {
  services: HostServices;
}

export type CommandFunction = (options: Readonly<Record<string, unknown>>) => unknown;

export interface CommandsManager {
  runCommand(name: string, options?: Readonly<Record<string, unknown>>, context?: string): unknown;
  createContext(name: string): void;
  registerCommand(context: string, name: string, definition: { commandFn: CommandFunction }): void;
  getCommand(name: string, context?: string): { commandFn: CommandFunction } | undefined;
}

export interface ExtensionManager {
  registeredExtensionIds: readonly string[];
  getModuleEntry(id: string): { exports?: Readonly<Record<string, unknown>> } | undefined;
  getActiveDataSource(): unknown[];
}

/** What each getter of an extension receives once, at registration. */
export interface ExtensionArguments {
  servicesManager: ServicesManager;
  commandsManager: CommandsManager;
  extensionManager: ExtensionManager;
  configuration?: unknown;
}

export interface HostExtension {
  id: string;
  preRegistration?(args: ExtensionArguments): void | Promise<void>;
  getPanelModule?(args: ExtensionArguments): PanelEntry[];
  getHangingProtocolModule?(args: ExtensionArguments): HangingProtocolEntry[];
  getCustomizationModule?(
    args: ExtensionArguments
  ): { name: string; value: Readonly<Record<string, unknown>> }[];
  getCommandsModule?(args: ExtensionArguments): {
    definitions: Readonly<Record<string, CommandFunction>>;
    defaultContext: string;
  };
  onModeEnter?(args: ExtensionArguments): void;
  onModeExit?(args: Pick<ExtensionArguments, 'servicesManager' | 'commandsManager'>): void;
}

export interface PanelEntry {
  name: string;
  iconName: string;
  iconLabel: string;
  label: string;
  component: unknown;
}

/** A protocol, or what makes it anew each time the host applies it. */
export interface HangingProtocolEntry {
  name: string;
  protocol: HangingProtocol | (() => { protocol: HangingProtocol });
}

export interface HangingProtocol {
  id: string;
  name: string;
  protocolMatchingRules: readonly unknown[];
  numberOfPriorsReferenced: number;
  toolGroupIds: readonly string[];
  displaySetSelectors: Readonly<Record<string, unknown>>;
  defaultViewport?: unknown;
  stages: readonly unknown[];
}

export type LoadModules = (names: readonly string[]) => Promise<unknown[]>;

/** What a mode package default-exports; the host calls `modeFactory` once per page. A null result drops the mode. */
export interface HostModeDefinition {
  id: string;
  modeFactory(args: { modeConfiguration?: unknown; loadModules: LoadModules }): unknown;
}

export type { AnnotationStyle, CornerstoneCore, CornerstoneTools } from './cornerstoneTypes.js';
