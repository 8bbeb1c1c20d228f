import { decimal } from '../../domain/basics/decimal.js';
import { driftOf } from './evidence-content.js';
import { initiativeOf, lastDayOf, tell, type Story } from './story.js';
import { done } from './verbs.js';

const SCALE = 4;
const WEEK = 7;
const WEEKS = 8;
/** Weeks for which nothing has come of a signal that fell silent: longer than twice its cadence. */
const SILENT_WEEKS = 5;
const CALM = ['0.05', '0.04', '0.06', '0.05'] as const;
const DRIFTED = '0.24';

/** Once it is in production the signals of its monitoring plan are heard of every week, in the last eight weeks. */
export const tellSignals = (story: Story): void => {
  const { sample } = story;
  const since = sample.entered[SCALE];
  const last = lastDayOf(sample);
  if (since === undefined || !sample.kpis) {
    return;
  }
  for (let week = sample.signals === 'SILENT' ? SILENT_WEEKS : 0; week < WEEKS; week += 1) {
    const daysAgo = last + week * WEEK + 0.2;
    if (daysAgo < since) {
      tellWeek(
        story,
        daysAgo,
        sample.signals === 'DRIFTING' && week === 0 ? DRIFTED : (CALM[week % CALM.length] ?? '0'),
      );
    }
  }
};

const tellWeek = (story: Story, daysAgo: number, drift: string): void => {
  const { company, manager, sample } = story;
  const values = (sample.kpis ?? []).flatMap(({ name, role, now }) =>
    role === 'LEADING' || now === null ? [] : [[name, now[0]] as const],
  );
  tell(story, daysAgo, async ({ at, on }) => {
    const { key } = initiativeOf(story);
    const readings = [...values, [driftOf(sample), drift] as const].map(([signal, value]) => ({
      initiativeKey: key,
      signal,
      at,
      value: decimal(value),
      source: 'sample',
      externalId: `${key}/${signal}/${on}`,
      problems: [],
    }));
    const { rows } = done(await company.verbs.recordSignals.run(manager, readings), 'signals');
    const refused = rows.flatMap(({ refusals }) => refusals.map(({ message }) => message));
    if (refused.length > 0) {
      throw new Error(`The sample portfolio breaks a law. signals of ${key}: ${refused.join(' ')}`);
    }
  });
};
