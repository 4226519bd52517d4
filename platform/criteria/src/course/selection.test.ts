import { describe, expect, it } from '@jest/globals';
import type { Finding, LesionInput } from '../schemas.js';
import { citing, organOf, perOrganFindings, totalFindings } from './selection.js';

const at = (id: string, location: string | null, more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'target',
  location,
  ...more,
});

describe('the organ of a lesion', () => {
  it.each<[string, LesionInput, string | null]>([
    ['a node', at('T01', 'MEDIASTINAL LYMPH NODE'), 'LYMPH NODES'],
    ['what is called a node', at('T01', 'LUNG', { node: true }), 'LYMPH NODES'],
    ['by the list', at('T01', 'LIVER'), 'LIVER'],
    ['at a node, yet none', at('T01', 'MEDIASTINAL LYMPH NODE', { node: false }), 'LYMPH NODES'],
    ['not in the list', at('T01', 'NOWHERE'), 'NOWHERE'],
    ['not given', at('T01', null), null],
  ])('%s', (_name, lesion, organ) => {
    expect(organOf(lesion)).toBe(organ);
  });
});

describe('too many lesions', () => {
  const block = (lesion: string, text: string): Finding => ({
    rule: 'too.many',
    severity: 'block',
    lesion,
    text,
    source: 'paper',
  });
  it('of one organ are told of on the first too many, those without a location of none', () => {
    const liver = ['T01', 'T02', 'T03', 'T04'].map(id => at(id, 'LIVER'));
    const nowhere = ['T05', 'T06', 'T07'].map(id => at(id, null));
    expect(perOrganFindings([...liver, ...nowhere], 2, 'too.many', 'paper')).toEqual([
      block('T03', '4 lesions in LIVER; at most 2 per organ.'),
    ]);
    expect(perOrganFindings(liver.slice(0, 2), 2, 'too.many', 'paper')).toEqual([]);
  });
  it('in total are told of on the first too many', () => {
    const all = ['T01', 'T02', 'T03'].map(id => at(id, null));
    expect(totalFindings(all, 2, 'index lesions', 'too.many', 'paper')).toEqual([
      block('T03', '3 index lesions; at most 2.'),
    ]);
    expect(totalFindings(all, 3, 'index lesions', 'too.many', 'paper')).toEqual([]);
  });
});

describe('findings that every criterion raises', () => {
  it("cite its own paper in the place of RECIST's, and keep any other", () => {
    const from = (source: string): Finding => ({
      rule: 'measurement.missing',
      severity: 'block',
      lesion: 'T01',
      text: '',
      source,
    });
    const found = citing([from('Eisenhauer 2009 section 4.4'), from('Choi 2007')], 'Wahl 2009');
    expect(found.map(({ source }) => source)).toEqual(['Wahl 2009', 'Choi 2007']);
  });
});
