import {
  installDebianPackages,
  mayInstallDebianPackages,
  missingDebianPackages,
} from '../orthanc/launcher/debianPackages.mjs';
import { say, seconds } from './step.mjs';

/** What the tests run against, as Debian's packages and as the programs they bring. */
const tools = [
  'chromium: the browser test',
  'orthanc: the archive',
  'orthanc-dicomweb: its DICOMweb plugin',
  'dicom3tools: dciodvfy, the check of the phantoms',
  'openssl: the timestamp authority of a test',
  'postgresql: the database server that the server is tested on',
].map(line => line.split(': '));

/**
 * Installs what the tests need where that is possible.
 * @returns {Promise<boolean>} false when something is missing and cannot be installed; the reason was said.
 */
export async function ensureTestTools() {
  const begun = performance.now();
  const missing = await missingDebianPackages(tools.map(([name]) => name));
  if (missing.length === 0) {
    say(`ok  tools are installed, ${seconds(begun)}`);
    return true;
  }
  if (!(await mayInstallDebianPackages())) {
    const needed = tools.filter(([name]) => missing.includes(name));
    say(`Not found among Debian's packages, and not installable by this user on this system:`);
    for (const [name, use] of needed) say(`  ${name} (${use})`);
    say(
      `On Debian run as root: apt-get install ${missing.join(' ')}. Elsewhere provide the programs.`
    );
    say(`FAILED  tools are installed, ${seconds(begun)}`);
    return false;
  }
  try {
    await installDebianPackages(missing, line => say(`... ${line}`));
    say(`ok  tools are installed, ${seconds(begun)}`);
    return true;
  } catch (error) {
    say(error.message);
    say(`FAILED  tools are installed, ${seconds(begun)}`);
    return false;
  }
}
