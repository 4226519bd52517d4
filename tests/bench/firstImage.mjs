import { launchBrowser } from '../e2e/dist/browser.js';
import { median } from './median.mjs';

const limitMs = 90_000;

/**
 * Runs in the page before anything else: notes the time, since navigation began, of the first rendered image that is
 * not black all over.
 */
function watchFirstImage() {
  const shows = canvas => {
    if (canvas.width < 100 || canvas.height < 100) return false;
    const small = document.createElement('canvas');
    small.width = 64;
    small.height = 64;
    const pen = small.getContext('2d', { willReadFrequently: true });
    pen.drawImage(canvas, 0, 0, 64, 64);
    const { data } = pen.getImageData(0, 0, 64, 64);
    return data.some((value, index) => index % 4 !== 3 && value > 40);
  };
  const rendered = event => {
    if (window.firstImageMs !== undefined || !(event.target instanceof Element)) return;
    if ([...event.target.querySelectorAll('canvas')].some(shows))
      window.firstImageMs = performance.now();
  };
  window.addEventListener('CORNERSTONE_IMAGE_RENDERED', rendered, true);
}

/** One cold start in a browser profile of its own: milliseconds from navigation to the first image. */
async function coldStart(browser, { page: address, cookie }) {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
  try {
    if (cookie !== undefined) {
      const [name, value] = cookie.split('=');
      await context.addCookies([{ name, value, url: new URL(address).origin }]);
    }
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', error => errors.push(error.message));
    await page.addInitScript(watchFirstImage);
    await page.goto(address, { waitUntil: 'commit' });
    const shown = page.waitForFunction(() => window.firstImageMs, undefined, { timeout: limitMs });
    return await (
      await shown.catch(async error => {
        const text = await page.evaluate(() => document.body.innerText.slice(0, 400));
        throw new Error(`${address}: ${error.message}\n${errors.join('\n')}\n${text}`);
      })
    ).jsonValue();
  } finally {
    await context.close();
  }
}

/** Both viewers in turn, each time cold; one unmeasured start each comes first. */
export async function measureFirstImage(ours, stock, rounds, say) {
  const times = { ours: [], stock: [] };
  for (let round = -1; round < rounds; round += 1)
    for (const [name, target] of [
      ['stock', stock],
      ['ours', ours],
    ]) {
      const browser = await launchBrowser();
      try {
        const took = await coldStart(browser, target);
        say(`first image, ${name}: ${Math.round(took)} ms${round < 0 ? ', not counted' : ''}`);
        if (round >= 0) times[name].push(took);
      } finally {
        await browser.close();
      }
    }
  const medianOursMs = median(times.ours);
  const medianStockMs = median(times.stock);
  return {
    oursMs: times.ours,
    stockMs: times.stock,
    medianOursMs,
    medianStockMs,
    timeRatio: medianOursMs / medianStockMs,
  };
}
