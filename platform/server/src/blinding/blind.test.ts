import { describe, expect, it } from '@jest/globals';
import dcmjs from 'dcmjs';
import type { DicomDataset, DicomElement } from '../archive/dicom-json.js';
import { allowList, type Allowed } from './allow-list.js';
import { blindDataset, shiftDate, type BlindingContext } from './blind.js';

const context: BlindingContext = {
  subjectCode: 'S-0001',
  dateShiftDays: -10,
  timepointDate: '2026-03-05',
  role: 'CT-PV-AX',
  seriesNumber: 2,
  studyInstanceUid: '2.25.1',
  pseudonym: real => (real === '1.2.3' ? '2.25.9' : undefined),
};
const canary = 'CNRY7301';

const elementOf = (vr: string): DicomElement => {
  if (/^(DS|IS|FL|FD|US|SS|UL|SL|UV|SV)$/.test(vr)) return { vr, Value: [7301.5] };
  if (vr === 'UI') return { vr, Value: ['1.2.7301.7301'] };
  if (vr === 'PN') return { vr, Value: [{ Alphabetic: canary }] };
  if (vr === 'SQ')
    return { vr, Value: [{ '00100010': { vr: 'PN', Value: [{ Alphabetic: canary }] } }] };
  if (/^O/.test(vr) || vr === 'UN')
    return { vr, InlineBinary: Buffer.from(canary).toString('base64') };
  return { vr, Value: [canary] };
};

const dictionary = Object.values(dcmjs.data.DicomMetaDictionary.nameMap).flatMap(entry => {
  const tag = entry?.tag.replaceAll(/[(),]/g, '').toUpperCase() ?? '';
  return entry !== undefined && /^[0-9A-F]{8}$/.test(tag)
    ? [{ tag, vr: entry.vr.slice(0, 2) }]
    : [];
});

const full = (modality: string): DicomDataset => ({
  ...Object.fromEntries(dictionary.map(({ tag, vr }) => [tag, elementOf(vr)])),
  '00090010': { vr: 'LO', Value: [canary] },
  '00091001': { vr: 'LO', Value: [canary] },
  '60003000': { vr: 'OW', InlineBinary: 'Q05SWTczMDE=' },
  '00080060': { vr: 'CS', Value: [modality] },
});

const replaced = ['00080020', '0008103E', '00100010', '00100020', '0020000D', '00200011'];

describe('blinding', () => {
  it('knows the whole dictionary here', () => {
    expect(dictionary.length).toBeGreaterThan(3000);
  });

  it.each(['CT', 'MR', 'PT', 'US'])('lets nothing pass that is not listed (%s)', modality => {
    const blinded = blindDataset(full(modality), context);
    const listed = new Set([...allowList.map(allowed => allowed.tag), ...replaced]);
    expect(Object.keys(blinded).filter(tag => !listed.has(tag))).toEqual([]);
    expect(JSON.stringify(blinded)).not.toContain('CNRY');
    expect(JSON.stringify(blinded)).not.toContain('7301.7301');
  });

  it('lists no attribute of free text, name or address', () => {
    const check = (list: readonly Allowed[]): void => {
      for (const allowed of list) {
        const free = allowed.vr.filter(
          vr => !['CS', 'DA', 'DS', 'DT', 'FD', 'IS', 'SQ', 'SS', 'TM', 'UI', 'US'].includes(vr)
        );
        if (allowed.rule.pass !== 'codes') expect(free).toEqual([]);
        if (allowed.rule.pass === 'items') check(allowed.rule.allow);
      }
    };
    check(allowList);
  });

  it('keeps what measuring needs and refuses text in numbers', () => {
    const blinded = blindDataset(
      {
        '00080060': { vr: 'CS', Value: ['CT'] },
        '00280030': { vr: 'DS', Value: [0.7, '0.7'] },
        '00180050': { vr: 'DS', Value: ['John'] },
        '00080008': { vr: 'CS', Value: ['ORIGINAL', 'JOHN'] },
        '00200052': { vr: 'UI', Value: ['1.2.3'] },
        '00080021': { vr: 'DA', Value: ['20260305'] },
        '00080031': { vr: 'TM', Value: ['101500'] },
      },
      context
    );
    expect(blinded['00280030']).toEqual({ vr: 'DS', Value: [0.7, 0.7] });
    expect(blinded['00180050']).toBeUndefined();
    expect(blinded['00080008']?.Value).toEqual(['ORIGINAL']);
    expect(blinded['00200052']?.Value).toEqual(['2.25.9']);
    expect(blinded['00080021']?.Value).toEqual(['20260223']);
    expect(blinded['00080020']?.Value).toEqual(['20260223']);
    expect(blinded['00080031']).toBeUndefined();
    expect(blinded['00081030']).toBeUndefined();
    expect(blinded['0008103E']?.Value).toEqual(['CT-PV-AX']);
  });

  it('keeps times and the tracer of PT, item by item', () => {
    const blinded = blindDataset(
      {
        '00080060': { vr: 'CS', Value: ['PT'] },
        '00080031': { vr: 'TM', Value: ['101500'] },
        '00540016': {
          vr: 'SQ',
          Value: [
            {
              '00180031': { vr: 'LO', Value: [canary] },
              '00181074': { vr: 'DS', Value: [3.7e8] },
              '00181078': { vr: 'DT', Value: ['20260305091500.00'] },
            },
          ],
        },
      },
      context
    );
    expect(blinded['00080031']?.Value).toEqual(['101500']);
    expect(blinded['00540016']?.Value).toEqual([
      {
        '00181074': { vr: 'DS', Value: [3.7e8] },
        '00181078': { vr: 'DT', Value: ['20260223091500.00'] },
      },
    ]);
  });

  it('drops references to images the read does not show', () => {
    const reference = (uid: string): DicomDataset => ({ '00081155': { vr: 'UI', Value: [uid] } });
    const blinded = blindDataset(
      { '00081140': { vr: 'SQ', Value: [reference('1.2.3'), reference('1.2.4')] } },
      context
    );
    expect(blinded['00081140']?.Value).toEqual([{ '00081155': { vr: 'UI', Value: ['2.25.9'] } }]);
  });

  it('moves whole dates only', () => {
    expect(shiftDate('2024-02-28', 1)).toBe('2024-02-29');
    expect(shiftDate('2026-03', 1)).toBeNull();
    expect(shiftDate('2026-02-30', 1)).toBeNull();
  });
});
