import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildInstance, JPEG_LS_LOSSLESS, withoutPerson } from '@corelab/phantoms';
import type { ReadStudy } from '../http/server-deps.js';
import { archiveServer, type ArchiveServer } from '../testing/archive-server.js';
import { askPlainly } from '../testing/plain-answer.js';

const side = 512;
const slices = 3;

describe('a JPEG-LS series through the root of a read', () => {
  let archive: ArchiveServer;

  beforeAll(async () => {
    const files: Uint8Array[] = [];
    for (let number = 1; number <= slices; number += 1) {
      const pixels = new Uint16Array(side * side).map((_, at) => (at % side) + number);
      files.push(
        await buildInstance({
          subjectId: '101-001',
          siteId: '101',
          timepointId: 'BL',
          sex: 'F',
          birthDate: '1960-01-01',
          studyDate: '2026-01-06',
          studyInstanceUid: '1.2.826.0.1.7301.70',
          seriesInstanceUid: '1.2.826.0.1.7301.70.1',
          frameOfReferenceUid: '1.2.826.0.1.7301.70.9',
          sopInstanceUid: `1.2.826.0.1.7301.70.1.${number}`,
          instanceNumber: number,
          z: -5 * number,
          sliceThicknessMm: 5,
          transferSyntax: JPEG_LS_LOSSLESS,
          bodyPart: 'CHEST',
          canary: { patient: 1, study: 41 },
          pixels,
          overrides: withoutPerson,
        })
      );
    }
    archive = await archiveServer(files);
  }, 120_000);

  afterAll(() => archive.close());

  it('is released without a problem and served as it is stored: compressed, whole, and named so', async () => {
    const reader = await archive.takeIn();
    const { reads } = (await reader.call('GET', '/api/reads')).json<{
      reads: { readId: string }[];
    }>();
    const readId = reads[0]?.readId ?? '';
    const opened = await reader.call('GET', `/api/reads/${readId}`);
    const [study] = opened.json<{ studies: ReadStudy[] }>().studies;
    const series = study?.series[0];
    if (series === undefined) throw new Error(JSON.stringify([reads, opened.body]));
    expect(series?.problems).toEqual([]);

    const root = `/reads/${readId}/dicomweb/studies/${study?.studyInstanceUid}/series/${series?.seriesInstanceUid}`;
    const metadata = (await reader.call('GET', `${root}/metadata`)).json<
      Record<string, { Value: string[] }>[]
    >();
    expect(metadata.map(image => image['00083002']?.Value[0])).toEqual(
      Array.from({ length: slices }, () => JPEG_LS_LOSSLESS)
    );
    for (const [index, image] of metadata.entries()) {
      const path = `${root}/instances/${image['00080018']?.Value[0]}/frames/1`;
      const { rawPayload } = await askPlainly(`${archive.origin}${path}`, {
        cookie: reader.cookie,
      });
      const from = rawPayload.indexOf('\r\n\r\n') + 4;
      expect(rawPayload.subarray(0, from).toString('latin1')).toContain(
        `transfer-syntax=${JPEG_LS_LOSSLESS}`
      );
      const frame = rawPayload.subarray(from, rawPayload.lastIndexOf('\r\n--'));
      // Start of image, then a JPEG-LS frame of 512 by 512 (ISO/IEC 14495-1: SOI, SOF55), end of image.
      expect(frame.subarray(0, 2).toString('hex')).toBe('ffd8');
      const header = frame.indexOf(Buffer.from('fff7', 'hex'));
      expect([frame.readUInt16BE(header + 5), frame.readUInt16BE(header + 7)]).toEqual([
        side,
        side,
      ]);
      expect(frame.subarray(frame.lastIndexOf(Buffer.from('ff', 'hex'))).toString('hex')).toMatch(
        /^ffd9/
      );
      expect(frame.equals((await storedFrame(index + 1)) ?? Buffer.alloc(0))).toBe(true);
    }
  }, 120_000);

  const storedFrame = async (number: number): Promise<Buffer | null> => {
    const archived = await archive.archive.instances('1.2.826.0.1.7301.70');
    const id = archived.find(one => one.sopInstanceUid.endsWith(`.1.${number}`))?.id;
    return id === undefined ? null : Buffer.from(await archive.archive.frame(id, 1));
  };
});
