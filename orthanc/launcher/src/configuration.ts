import type { Credentials } from './credentials.js';

/** What differs between an Orthanc on this machine and one in a container. */
export interface ConfigurationPlace {
  readonly httpPort: number;
  /** Folder of the index and the images. */
  readonly storage: string;
  /** Plugin files, or folders of them. */
  readonly plugins: readonly string[];
  /** True only inside a container whose port is published on the host's loopback address alone. */
  readonly acceptsOtherHosts: boolean;
}

/**
 * Orthanc's configuration (names from the Orthanc Book, "Configuration of Orthanc" and "DICOMweb plugin").
 * It starts from nothing: no file under /etc/orthanc is read. Received images are never overwritten, DICOM
 * networking is off, and nothing runs scripts or writes files through the API.
 */
export function orthancConfiguration(
  place: ConfigurationPlace,
  credentials: Credentials
): Record<string, unknown> {
  return {
    Name: 'corelab',
    StorageDirectory: place.storage,
    IndexDirectory: place.storage,
    Plugins: place.plugins,
    HttpServerEnabled: true,
    HttpPort: place.httpPort,
    RemoteAccessAllowed: place.acceptsOtherHosts,
    AuthenticationEnabled: true,
    RegisteredUsers: { [credentials.username]: credentials.password },
    SslEnabled: false,
    KeepAlive: true,
    TcpNoDelay: true,
    WebDavEnabled: false,
    ExecuteLuaEnabled: false,
    DicomServerEnabled: false,
    OverwriteInstances: false,
    StableAge: 1,
    SaveJobs: false,
    DicomWeb: { Enable: true, Root: '/dicom-web/', EnableWado: false, Ssl: false },
  };
}
