import type { TableColumn } from '../../../../platform/pdf/sheet.js';

/** What stands where there is nothing to tell. */
export const NONE = '–';

export const shown = (value: string | number | null, unit = ''): string => (value === null ? NONE : `${value}${unit}`);

/** A code as it is read: `ON_HOLD` is On hold. */
export const words = (code: string): string => {
  const text = code.replaceAll('_', ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** A column of numbers. */
export const right = (head: string, share: number): TableColumn => ({ head, share, align: 'right' });
