import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { ProductModule } from '../../app.module.js';
import type { Viewer } from '../../domain/access/access.js';
import { startOfDay } from '../../domain/basics/calendar-date.js';
import type { Instant } from '../../domain/basics/instant.js';
import { GivenClock } from '../../platform/clock.js';
import { nestLogger } from '../../platform/logging.js';
import { DAY_TASKS, type DayTask } from '../schedule/day-tasks.js';
import { calendarOf, TIME_ZONE, type SampleCalendar } from './calendar.js';
import { INITIATIVES } from './initiatives/all.js';
import { inOneTransaction } from './one-transaction.js';
import { castPeople, createPeople } from './people.js';
import type { Step } from './story.js';
import { beginStory, tellInitiative } from './tell-initiative.js';
import { tellRules } from './tell-rules.js';
import { tellTimesheets } from './timesheets.js';
import { done, verbsOf, type Verbs } from './verbs.js';

export interface SamplePortfolioRequest {
  readonly source: DataSource;
  /** The instant everything is counted back from. */
  readonly today: Instant;
  /** An instance admin, who makes the portfolio and the users. */
  readonly admin: Viewer;
  readonly log: (line: string) => void;
}

export const SAMPLE_KEY = 'DEMO';

const LOCK = 'SELECT pg_try_advisory_xact_lock(7065285) AS taken';
const ANY_PORTFOLIO = 'SELECT 1 FROM portfolio LIMIT 1';
const BEGINNING = 560;

/**
 * Loads the sample portfolio DEMO: 48 initiatives with 18 months of history before `today`, told by the commands that serve
 * the API, in the order of time. The same `today` gives the same names, keys and dates. It needs the default template and does
 * nothing where there is a portfolio already. All of it is one transaction, so a start that is killed leaves nothing of it
 * behind; of two servers that start on one database one loads it, and the other says so and goes on.
 */
export const loadSamplePortfolio = ({ source, today, admin, log }: SamplePortfolioRequest): Promise<void> =>
  inOneTransaction(source, async (inside) => {
    const [lock] = await inside.query<{ taken: boolean }[]>(LOCK);
    if (!lock?.taken) {
      log('Another server is loading the sample portfolio into this database; it will be there in a moment.');
      return;
    }
    if ((await inside.query<unknown[]>(ANY_PORTFOLIO)).length > 0) {
      return;
    }
    const clock = new GivenClock(today);
    const context = await NestFactory.createApplicationContext(ProductModule.on({ source: inside, clock }), {
      logger: nestLogger,
      abortOnError: false,
    });
    try {
      const dayTasks = context.get<readonly DayTask[]>(DAY_TASKS, { strict: false });
      await loadInto({ verbs: verbsOf(context), dayTasks, clock, calendar: calendarOf(today) }, admin);
    } finally {
      await context.close();
    }
    log(`The sample portfolio ${SAMPLE_KEY} is there: ${INITIATIVES.length} initiatives of an insurance company.`);
  });

interface Stage {
  readonly verbs: Verbs;
  readonly dayTasks: readonly DayTask[];
  readonly clock: GivenClock;
  readonly calendar: SampleCalendar;
}

const loadInto = async ({ verbs, dayTasks, clock, calendar }: Stage, admin: Viewer): Promise<void> => {
  const users = await createPeople(verbs, admin);
  clock.set(calendar.moment(BEGINNING));
  const portfolio = done(
    await verbs.createPortfolio.run(admin, {
      key: SAMPLE_KEY,
      name: 'Sample portfolio',
      timeZone: TIME_ZONE,
      templateKey: null,
    }),
    'portfolio',
  );
  const cast = await castPeople(verbs, admin, portfolio, users);
  await tellRules(verbs, admin, SAMPLE_KEY);
  const company = { portfolioKey: SAMPLE_KEY, verbs, cast, calendar };
  const stories = INITIATIVES.map((sample, index) => beginStory(company, sample, index + 1));
  const steps = [
    ...stories.flatMap(tellInitiative),
    ...tellTimesheets(company, stories),
    ...tellTheDayBegins(dayTasks, portfolio.id, calendar),
  ];
  // What happened earlier is written earlier, so every decision rests on what was known then, effort of others included.
  for (const step of steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    clock.set(step.at);
    await step.run();
  }
  done(await verbs.countDaysFrom.run(portfolio.id, calendar.today), 'days');
};

/**
 * With the day it is loaded the sample begins as with any other, so nothing of it is left to be found out later; the days
 * before it are not told one by one.
 */
const tellTheDayBegins = (tasks: readonly DayTask[], portfolioId: string, { today }: SampleCalendar): readonly Step[] =>
  tasks.map((task) => ({
    at: startOfDay(today, TIME_ZONE),
    run: async () => {
      await task.run(portfolioId, today);
    },
  }));
