import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../basics/calendar-date.js';
import { parseDateFormat, readDate, yearShownAsDay, type DateFormat } from './read-date.js';

const formats = (...texts: string[]): DateFormat[] =>
  texts.map((text) => {
    const format = parseDateFormat(text);
    if (typeof format === 'string') {
      throw new Error(format);
    }
    return format;
  });

describe('the format of a date', () => {
  it.each([
    ['M/d/yyyy', '7/4/2023', '2023-07-04'],
    ['M/d/yyyy', '12/31/2023', '2023-12-31'],
    ['M/yyyy', '3/2024', '2024-03-01'],
    ['yyyy', '2021', '2021-01-01'],
    ['yyyy-MM-dd', '2024-02-29', '2024-02-29'],
    ['d.M.yyyy', '4.7.2023', '2023-07-04'],
    ['dd.MM.yy', '04.07.23', '2023-07-04'],
    ['MMM yyyy', 'nov 2024', '2024-11-01'],
    ['d-MMM-yyyy', '9-SEP-2024', '2024-09-09'],
    ['yy-MMM', '24-Nov', '2024-11-01'],
    ['yyyyMMdd', '20240229', '2024-02-29'],
    ['yyyy', '1900', '1900-01-01'],
    ['yyyy', '2100', '2100-01-01'],
    ['dd MMM yyyy', '09 dec 2024', '2024-12-09'],
    ['MM.yy', '05.00', '2000-05-01'],
    ['(yyyy)', '(2024)', '2024-01-01'],
    ['yyyy|M', '2024|5', '2024-05-01'],
    ['yyyy+M*d?', '2024+5*6?', '2024-05-06'],
    ['[yyyy]\\M', '[2024]\\5', '2024-05-01'],
    ['$yyyy^{M}', '$2024^{5}', '2024-05-01'],
  ])('%s reads %s', (format, text, date) => {
    expect(readDate(text, formats(format))).toBe(date);
  });

  it.each([
    ['M/d/yyyy', '2/30/2024'],
    ['M/d/yyyy', '13/1/2024'],
    ['M/d/yyyy', '1/1/24'],
    ['M/d/yyyy', '1/1/2024 or so'],
    ['M/d/yyyy', '0/1/2024'],
    ['yyyy-MM-dd', '2024-2-09'],
    ['yyyy-MM-dd', '2023-02-29'],
    ['d.M.yyyy', '1x1x2024'],
    ['yyyy', '1899'],
    ['yyyy', '2101'],
    ['MMM yyyy', 'Foo 2024'],
    ['yyyy', 'in 2024'],
    ['yyyy', '2024\n'],
    ['dd.MM.yyyy', '9.07.2024'],
    ['dd.MM.yyyy', '09.7.2024'],
    ['d.M.yyyy', '009.7.2024'],
    ['d.M.yyyy', '9.007.2024'],
    ['yy', '2024'],
  ])('%s does not read %s', (format, text) => {
    expect(readDate(text, formats(format))).toBeNull();
  });

  const TOKENS = 'yyyy, yy, MMM, MM, M, dd, d';
  it.each([
    ['', '"" needs a year, and a month where it has a day.'],
    ['M/d', '"M/d" needs a year, and a month where it has a day.'],
    ['d yyyy', '"d yyyy" needs a year, and a month where it has a day.'],
    ['yyyy yy', '"yyyy yy" names a part of the date twice.'],
    ['M MMM yyyy', '"M MMM yyyy" names a part of the date twice.'],
    ['yyyy-ww', `"yyyy-ww" has the letter w, which is no part of a date: use ${TOKENS} and what stands between them.`],
    [
      'YYYY-MM-DD',
      `"YYYY-MM-DD" has the letter Y, which is no part of a date: use ${TOKENS} and what stands between them.`,
    ],
    [
      'd é yyyy',
      `"d é yyyy" has the letter é, which is no part of a date: use ${TOKENS} and what stands between them.`,
    ],
  ])('"%s" is none, and it says why', (text, reason) => {
    expect(parseDateFormat(text)).toBe(reason);
  });

  it('keeps how it was written', () => {
    expect(formats('d. M. yyyy')[0]?.text).toBe('d. M. yyyy');
  });

  it('knows each month by its first three letters', () => {
    const format = formats('MMM yyyy');
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    expect(months.map((month) => readDate(`${month} 2024`, format))).toEqual(
      months.map((_, index) => `2024-${String(index + 1).padStart(2, '0')}-01`),
    );
  });

  it('is tried after the ones before it', () => {
    expect(readDate('4/7/2023', formats('M/d/yyyy', 'd/M/yyyy'))).toBe('2023-04-07');
    expect(readDate('14/7/2023', formats('M/d/yyyy', 'd/M/yyyy'))).toBe('2023-07-14');
    expect(readDate('14/7/2023', [])).toBeNull();
  });

  it('reads back every day from 1900 to 2100 as it was written', () => {
    const iso = formats('yyyy-MM-dd');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_413 }), (days) => {
        const date = addDays('1900-01-01' as CalendarDate, days);
        expect(readDate(date, iso)).toBe(date);
      }),
    );
  });
});

describe('a year that a spreadsheet shows as a day', () => {
  it('is told by the day it becomes', () => {
    expect(yearShownAsDay('1905-07-13' as CalendarDate)).toBe(2021);
    expect(yearShownAsDay('1905-07-16' as CalendarDate)).toBe(2024);
  });

  it('is told from 1980 to 2100', () => {
    expect(yearShownAsDay('1905-06-01' as CalendarDate)).toBeNull();
    expect(yearShownAsDay('1905-06-02' as CalendarDate)).toBe(1980);
    expect(yearShownAsDay('1905-09-30' as CalendarDate)).toBe(2100);
    expect(yearShownAsDay('1905-10-01' as CalendarDate)).toBeNull();
  });

  it('is no other day', () => {
    expect(yearShownAsDay('2021-07-13' as CalendarDate)).toBeNull();
    expect(yearShownAsDay('1905-01-01' as CalendarDate)).toBeNull();
    expect(yearShownAsDay('1906-01-01' as CalendarDate)).toBeNull();
  });
});
