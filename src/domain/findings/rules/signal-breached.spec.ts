import { describe, expect, it } from '@jest/globals';
import { foundBy } from '../../../../test/support/finding-facts.js';
import { noon } from '../../../../test/support/gate-facts.js';
import { decimal } from '../../basics/decimal.js';
import { SIGNAL_LEVELS, type SignalStanding } from '../../signals/signal-standing.js';
import { asNoticed, signalBreached } from './signal-breached.js';

const found = foundBy(signalBreached);
const aStanding = (other: Partial<SignalStanding> = {}): SignalStanding => ({
  name: 'drift',
  level: 'BREACHED',
  since: noon('2026-07-01'),
  value: decimal('0.31'),
  unit: null,
  threshold: decimal('0.2'),
  lastAt: noon('2026-07-31'),
  ...other,
});

describe('SIGNAL_BREACHED', () => {
  it('is found of each signal beyond its threshold, and of each that is silent', () => {
    expect(
      found({ signals: [aStanding(), aStanding({ name: 'time', level: 'SILENT', value: null, unit: 'min' })] }),
    ).toEqual([
      {
        code: 'SIGNAL_BREACHED',
        subject: 'drift',
        level: 'CRITICAL',
        since: noon('2026-07-01'),
        message: 'The signal drift went beyond its threshold of 0.2: it was seen at 0.31.',
        facts: {
          signal: 'drift',
          standing: 'BREACHED',
          value: '0.31',
          unit: null,
          threshold: '0.2',
          readAt: noon('2026-07-31'),
        },
      },
      expect.objectContaining({
        subject: 'time',
        level: 'CRITICAL',
        message: 'The signal time has been silent since 2026-07-31: nobody would see it breach.',
        facts: expect.objectContaining({ standing: 'SILENT', lastAt: noon('2026-07-31') }),
      }),
    ]);
  });

  it('says of a signal what is known of it', () => {
    const messages = found({
      signals: [aStanding({ level: 'SILENT', lastAt: null }), aStanding({ unit: '%', threshold: null })],
    }).map(({ message }) => message);
    expect(messages).toEqual([
      'No value of the signal drift has ever come: nobody would see it breach.',
      'The signal drift went beyond its threshold of unknown: it was seen at 0.31 %.',
    ]);
  });

  it('goes on as the reading told by which it was noticed, until something else than a reading comes', () => {
    const [noticed] = found({ signals: [aStanding()] });
    const now = (other: Partial<SignalStanding>) =>
      found({ signals: [aStanding({ value: decimal('0.4'), lastAt: noon('2026-08-01'), ...other })] })[0]!;
    expect(asNoticed(now({}), noticed!)).toEqual(noticed);
    expect(asNoticed(now({ threshold: decimal('0.3') }), noticed!)).toMatchObject({
      message: 'The signal drift went beyond its threshold of 0.3: it was seen at 0.31.',
    });
    const silent = now({ level: 'SILENT' });
    expect(asNoticed(silent, noticed!)).toBe(silent);
    // As an earlier version of the program has kept it, or while it was silent.
    expect(asNoticed(now({}), { facts: { standing: 'BREACHED', lastAt: noon('2026-07-31') } })).toEqual(now({}));
    expect(asNoticed(now({}), silent)).toEqual(now({}));
  });

  it('is just not found of a warning, and clears when the signal is well', () => {
    for (const level of SIGNAL_LEVELS.filter((each) => each !== 'BREACHED' && each !== 'SILENT')) {
      expect(found({ signals: [aStanding({ level })] })).toEqual([]);
    }
    expect(found({ signals: [] })).toEqual([]);
  });
});
