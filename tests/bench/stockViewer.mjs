import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** The stock viewer's own settings for an Orthanc on the same origin; nothing else of it is changed. */
const appConfig = `window.config = {
  routerBasename: null, extensions: [], modes: [], showStudyList: true, maxNumberOfWebWorkers: 3,
  maxNumRequests: { interaction: 100, thumbnail: 5, prefetch: 25 },
  defaultDataSourceName: 'orthanc',
  dataSources: [{
    namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
    sourceName: 'orthanc',
    configuration: {
      friendlyName: 'Orthanc', name: 'orthanc',
      wadoUriRoot: '/dicom-web', qidoRoot: '/dicom-web', wadoRoot: '/dicom-web',
      qidoSupportsIncludeField: false, imageRendering: 'wadors', thumbnailRendering: 'wadors',
      enableStudyLazyLoad: true, supportsFuzzyMatching: false, supportsWildcard: true,
      bulkDataURI: { enabled: true }, omitQuotationForMultipartRequest: true,
    },
  }],
};`;

/** Serves the published files as they are, and Orthanc's DICOMweb beside them. */
export async function stockViewer(dist, archive) {
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((asked, answer) => {
    const { pathname } = new URL(asked.url, 'http://localhost');
    if (pathname.startsWith('/dicom-web/')) passOn(asked, answer, archive, agent);
    else if (pathname === '/app-config.js')
      answer.writeHead(200, { 'content-type': types['.js'] }).end(appConfig);
    else void sendFile(dist, pathname, answer);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}

function passOn(asked, answer, archive, agent) {
  const headers = { ...asked.headers, authorization: archive.authorization };
  const there = http.request(archive.url + asked.url, { agent, method: asked.method, headers });
  there.once('response', found => {
    answer.writeHead(found.statusCode, found.headers);
    found.pipe(answer);
  });
  there.once('error', () => answer.destroy());
  answer.once('close', () => there.destroy());
  asked.pipe(there);
}

/** A file of the viewer; a page of it when there is no such file. */
async function sendFile(dist, pathname, answer) {
  const wanted = join(dist, normalize(decodeURIComponent(pathname)));
  const found = await stat(wanted).catch(absent);
  const isPage = found === null || !found.isFile();
  if (isPage && extname(pathname) !== '') {
    answer.writeHead(404).end();
    return;
  }
  const file = isPage ? join(dist, 'index.html') : wanted;
  answer.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(answer);
}

/** No such file is null; any other trouble is thrown. */
function absent(error) {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
