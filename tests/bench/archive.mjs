import { ensureOrthanc } from '@corelab/orthanc';
import { longCt, sliceFile } from './longCt.mjs';
import { request, requester } from './httpClient.mjs';

/** A fresh Orthanc of the benchmark's own, filled with the long CT. */
export async function filledArchive(home, say) {
  const orthanc = await ensureOrthanc({ home, log: say, environment: {} });
  const authorization = `Basic ${Buffer.from(`${orthanc.username}:${orthanc.password}`).toString('base64')}`;
  const client = requester(4);
  try {
    for (let slice = 1; slice <= longCt.slices; slice += 1) {
      const body = await sliceFile(slice);
      await request(client, `${orthanc.url}/instances`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/dicom' },
        body,
      });
    }
  } catch (error) {
    await orthanc.stop();
    throw error;
  } finally {
    client.destroy();
  }
  const storedBytes = async () => {
    const answer = await fetch(`${orthanc.url}/statistics`, { headers: { authorization } });
    return Number((await answer.json()).TotalDiskSize);
  };
  return { ...orthanc, authorization, dicomWeb: `${orthanc.url}/dicom-web`, storedBytes };
}
