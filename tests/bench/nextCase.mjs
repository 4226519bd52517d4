import { launchBrowser } from '../e2e/dist/browser.js';
import { startProduct } from '../e2e/dist/product.js';
import { caseShown, logIn, openNextCase, signRead } from '../e2e/dist/reading.js';
import { median } from './median.mjs';

/** Runs in the page before anything else: notes, per read, when its first image was rendered. */
function noteFirstImages() {
  window.firstImages = new Map();
  const rendered = () => {
    const read = new URLSearchParams(window.location.search).get('read');
    if (!window.firstImages.has(read)) window.firstImages.set(read, performance.now());
  };
  window.addEventListener('CORNERSTONE_IMAGE_RENDERED', rendered, true);
}

const readOf = page => new URL(page.url()).searchParams.get('read');

/** Signs the open read without a lesion: at baseline by saying that there is no disease. */
async function signWithoutLesions(page) {
  const noDisease = page.getByRole('button', { name: /no disease/i });
  if ((await noDisease.count()) > 0) await noDisease.click();
  await signRead(page);
}

/** Presses `n` once the next case has been brought ahead; milliseconds until its first image. */
async function goToNext(page) {
  const before = readOf(page);
  await page.waitForLoadState('networkidle');
  const pressed = await page.evaluate(() => performance.now());
  await page.keyboard.press('n');
  const shown = await page.waitForFunction(old => {
    const read = new URLSearchParams(window.location.search).get('read');
    return read !== old && window.firstImages.get(read);
  }, before);
  const took = (await shown.jsonValue()) - pressed;
  await caseShown(page);
  return took;
}

/**
 * In the running product with the demo trial: from the key to the first image of the next case, after signing.
 * @param stockMs the stock viewer's cold start in the same run, ms.
 */
export async function measureNextCase(stockMs, rounds, say) {
  const product = await startProduct();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await page.addInitScript(noteFirstImages);
    await logIn(page, product.url);
    await openNextCase(page);
    const oursMs = [];
    for (let round = 0; round < rounds; round += 1) {
      await signWithoutLesions(page);
      const took = await goToNext(page);
      say(`next case: ${Math.round(took)} ms`);
      oursMs.push(took);
    }
    const medianOursMs = median(oursMs);
    return { oursMs, medianOursMs, medianStockMs: stockMs, timeRatio: medianOursMs / stockMs };
  } finally {
    await browser.close();
    await product.stop();
  }
}
