import type { Places } from '../inventory/request.js';

/** A script that leaks into the browser before the page's own scripts run. @throws Error for a plant that is not of it */
export function browserPlant(id: string, places: Places): string {
  const [name, study] = [places['real.patientName'] ?? '', places['real.study'] ?? ''];
  switch (id) {
    case 'storage': {
      const value = JSON.stringify({ seen: [...name].reverse().join('') });
      return `localStorage.setItem('lately', ${JSON.stringify(value)});`;
    }
    case 'attribute': {
      const value = [...Buffer.from(study)]
        .map(byte => `%${byte.toString(16).padStart(2, '0')}`)
        .join('');
      return `addEventListener('DOMContentLoaded', () => document.body.setAttribute('data-source', ${JSON.stringify(value)}));`;
    }
    default:
      throw new Error(`the browser has no plant ${id}`);
  }
}
