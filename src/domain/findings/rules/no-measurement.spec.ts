import { describe, expect, it } from '@jest/globals';
import { aStay, foundBy, summerMidnight } from '../../../../test/support/finding-facts.js';
import { aDefinition, aGuardrail, aKpi, aMeasurement, day, noon } from '../../../../test/support/gate-facts.js';
import { addDays, startOfDay } from '../../basics/calendar-date.js';
import { noMeasurement } from './no-measurement.js';

const found = foundBy(noMeasurement);
const stays = [aStay('poc', '2026-01-10', '2026-04-01'), aStay('pilot', '2026-04-01')];
const measuredOn = (...days: readonly string[]) => aKpi('k', aDefinition(), ...days.map((on) => aMeasurement('9', on)));

describe('NO_MEASUREMENT', () => {
  it('is found from the 45th day after the last measurement, at the midnight of the portfolio', () => {
    expect(found({ stays, kpis: [measuredOn('2026-05-01', '2026-06-17')] })).toEqual([
      {
        code: 'NO_MEASUREMENT',
        subject: '',
        level: 'WARNING',
        since: summerMidnight('2026-08-01'),
        message:
          'Nobody has looked for 45 days or more whether it does any good: Handle time was last measured on 2026-06-17.',
        facts: {
          quietDays: 45,
          primaries: [{ name: 'Handle time', lastMeasuredOn: '2026-06-17', quietOn: '2026-06-17', days: 45 }],
        },
      },
    ]);
  });

  it('is just not found on the 44th day, in the proof of concept, or of another role', () => {
    expect(found({ stays, kpis: [measuredOn('2026-06-18')] })).toEqual([]);
    expect(found({ stays: [aStay('poc', '2026-01-10')], kpis: [measuredOn('2026-01-11')] })).toEqual([]);
    expect(found({ stays, kpis: [aKpi('g', aGuardrail())] })).toEqual([]);
    expect(found({ stays, kpis: [aKpi('k', aDefinition({ recordedAt: noon('2026-08-02') }))] })).toEqual([]);
  });

  it('counts from the beginning of the pilot, and from when the KPI was made a primary one', () => {
    expect(found({ stays, kpis: [measuredOn()] })).toMatchObject([
      { since: summerMidnight('2026-05-16'), facts: { primaries: [{ lastMeasuredOn: null, days: 122 }] } },
    ]);
    expect(found({ stays, kpis: [measuredOn('2026-03-01')] })).toMatchObject([
      { since: summerMidnight('2026-05-16'), message: expect.stringContaining('was last measured on 2026-03-01') },
    ]);
    const later = {
      ...measuredOn(),
      definitions: [
        aDefinition({ role: 'LEADING' }),
        aDefinition({ version: 2, recordedAt: noon('2026-05-10') }),
        aDefinition({ version: 3, recordedAt: noon('2026-07-30') }),
      ],
    };
    expect(found({ stays, kpis: [later] })).toMatchObject([{ since: summerMidnight('2026-06-24') }]);
  });

  it('clears with a measurement, and is not cleared by one that is of too long ago', () => {
    const kpi = measuredOn('2026-05-01', '2026-07-31');
    expect(found({ stays, kpis: [kpi], at: noon('2026-07-30') })).toHaveLength(1);
    expect(found({ stays, kpis: [kpi], at: noon('2026-07-31') })).toEqual([]);
    const late = aMeasurement('9', '2026-05-20', { recordedAt: noon('2026-07-20') });
    const kpis = [{ ...kpi, measurements: [...measuredOn('2026-05-01').measurements, late] }];
    expect(found({ stays, kpis })).toMatchObject([
      { since: summerMidnight('2026-06-15'), facts: { primaries: [{ lastMeasuredOn: '2026-05-20' }] } },
    ]);
  });

  it('is found anew since it was so again, of a KPI that is measured every day too', () => {
    const daily = Array.from({ length: 60 }, (_, index) => addDays(day('2026-04-01'), index));
    expect(found({ stays, kpis: [measuredOn(...daily)] })).toMatchObject([
      { since: startOfDay(addDays(day('2026-05-30'), 45), 'Europe/Berlin') },
    ]);
  });

  it('is one finding for all, without a break since the first of them', () => {
    const other = { ...measuredOn('2026-06-01'), id: 'l' };
    expect(found({ stays, kpis: [measuredOn('2026-05-20'), other] })).toMatchObject([
      { since: summerMidnight('2026-07-04'), facts: { primaries: [{ days: 73 }, { days: 61 }] } },
    ]);
  });
});
