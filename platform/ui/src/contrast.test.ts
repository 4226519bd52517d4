import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { colourVision, difference, type Vision } from './colourVision.testdata.js';
import { blend, colourOf, contrast, type Properties, type Rgb } from './cssColour.testdata.js';

const folder = 'platform/ui/src/';
/** The whole stylesheet, in the order of its imports. */
const css = [...readFileSync(`${folder}styles.css`, 'utf8').matchAll(/@import '([^']+)';/g)]
  .map(([, file = '']) => readFileSync(folder + file, 'utf8'))
  .join('');
/** Values of the published host's stylesheet; the host contract test compares them with it. */
const themes = JSON.parse(readFileSync('platform/ui/src/hostThemes.json', 'utf8')) as Record<
  string,
  Record<string, string>
>;

/** Declarations of the rule with exactly this selector list. */
function rule(selector: string): Record<string, string> {
  const blocks = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g);
  const body = [...blocks].find(([, head = '']) => head.replace(/\s+/g, ' ').trim() === selector);
  if (body === undefined) throw new Error(`no rule for ${selector}`);
  const pairs = (body[2] ?? '')
    .split(';')
    .filter(line => line.includes(':'))
    .map(line => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1)]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

const tokens = Object.fromEntries(
  Object.entries(rule('.cl-root, .cl-strip'))
    .filter(([name]) => name.startsWith('--'))
    .map(([name, value]) => [name.slice(2), value])
);

const propertiesOf = (theme: string): Properties => ({
  ...themes['default'],
  ...themes[theme],
  ...tokens,
});

const surfaces = ['background', 'card', 'popover', 'accent'] as const;
const texts = [
  'text',
  'text-2',
  'ok',
  'attention',
  'stop',
  'info',
  'new',
  'quiet',
  'read-a',
  'read-b',
  'read-c',
  'read-d',
  'read-e',
] as const;
const reads = texts.filter(token => token.startsWith('read-'));
const value = (selector: string, property: string): string => rule(selector)[property] ?? '';

describe.each(Object.keys(themes))('colours in the theme %s', theme => {
  const properties = propertiesOf(theme);
  const own = (token: string): Rgb => colourOf(`var(--cl-${token})`, properties);
  const host = (token: string): Rgb => colourOf(`hsl(var(--${token}))`, properties);

  it.each(texts)('%s is readable as text on every surface: 4.5 to 1', token => {
    for (const surface of surfaces) {
      expect(contrast(own(token), host(surface))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keys beside a label are readable where they are fainter', () => {
    const opacity = Number(value('.cl-key', 'opacity'));
    for (const surface of surfaces) {
      const shown = blend(own('text'), host(surface), opacity);
      expect(contrast(shown, host(surface))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(surfaces)('outlines of controls show on %s: 3 to 1', surface => {
    const selected = value(".cl-selected, .cl-detail, [aria-selected='true']", '--cl-outline');
    const outline = surface === 'accent' ? colourOf(selected, properties) : own('outline');
    expect(contrast(outline, host(surface))).toBeGreaterThanOrEqual(3);
  });

  it.each(surfaces)('focus shows on %s: 3 to 1', surface => {
    const focus = value('.cl-root :focus-visible, .cl-strip :focus-visible', 'outline');
    const colour = colourOf(focus.replace(/^\s*2px solid /, ''), properties);
    expect(contrast(colour, host(surface))).toBeGreaterThanOrEqual(3);
  });

  it('the label of the primary button and its key are readable: 4.5 to 1', () => {
    const slate = theme === 'slate' ? '.theme-slate .cl-button-primary' : null;
    const label = colourOf(
      value(slate ?? '.cl-button-primary, .cl-button-primary:hover', 'color'),
      properties
    );
    const fill = host('primary');
    const key = blend(label, fill, Number(value('.cl-button-primary .cl-key', 'opacity')));
    expect(contrast(label, fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(key, fill)).toBeGreaterThanOrEqual(4.5);
  });
});

describe.each(Object.keys(colourVision) as Vision[])(
  'the colours of reads, seen with %s',
  vision => {
    it('are all told apart', () => {
      const colours = reads.map(token => colourOf(`var(--cl-${token})`, propertiesOf('default')));
      expect(colours).toHaveLength(5);
      for (const [at, one] of colours.entries()) {
        for (const other of colours.slice(at + 1)) {
          expect(difference(one, other, vision)).toBeGreaterThanOrEqual(20);
        }
      }
    });
  }
);

describe('the host themes', () => {
  it('are the eight token sets of its stylesheet', () => {
    expect(Object.keys(themes)).toHaveLength(8);
  });
});
