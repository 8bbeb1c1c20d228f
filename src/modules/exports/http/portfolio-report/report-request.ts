import { parseCalendarDate, type CalendarDate } from '../../../../domain/basics/calendar-date.js';
import { withPortfolio, type Parameter } from '../parameters.js';

/** The first day of a month that was asked for; null where it has the wrong form or none is given. */
const month: Parameter<CalendarDate | null> = {
  about: 'The month, such as 2026-10.',
  isNeeded: true,
  read: (from, name) => {
    if (from.text(name) === null) {
      from.report(name, 'It is missing: say which month, such as 2026-10.');
    }
    return from.read(
      name,
      (text) => (/^[1-9]\d{3}-\d{2}$/.test(text) ? parseCalendarDate(`${text}-01`) : null),
      'a month such as 2026-10',
    );
  },
};

/** The report as the table of exports tells of it. */
export const REPORT_FILE = {
  path: '/api/exports/portfolio-report.pdf',
  mediaType: 'application/pdf',
  about:
    'The report of a portfolio for one month, to be read on paper: everything as it was known at the end of the month.',
  parameters: withPortfolio({ month }),
};
