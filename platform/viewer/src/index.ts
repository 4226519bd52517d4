export { cacheDirectory, pluginsDirectory, siteDirectory } from './directories.js';
export { fetchHost, integrityOf, pinnedHostPackage, type HostPackage } from './hostPackage.js';
export { adjustIndexPage, inlineScriptHashes } from './indexPage.js';
export { buildSite, type SiteBuildResult } from './siteBuild.js';
export { ViewerError, type ViewerErrorCode } from './viewerError.js';
