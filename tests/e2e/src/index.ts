export * from './product.js';
export * from './browser.js';
export * from './viewport.js';
