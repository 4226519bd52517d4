import { expect, it } from '@jest/globals';
import { byText } from './textOrder.js';

it('orders by code unit, in both directions', () => {
  expect([byText('A', 'B'), byText('B', 'A'), byText('A', 'A')]).toEqual([-1, 1, 0]);
  expect(['b', 'ä', 'B', 'a'].toSorted(byText)).toEqual(['B', 'a', 'b', 'ä']);
});
