import { Link } from '@tanstack/react-router';
import type { PortfolioEffortQuery } from '../../api/generated/graphql';
import { BulletBars, type Bullet } from '../../charts/bullet-bars';
import type { Filling } from '../../charts/drawing';
import { StackedColumns } from '../../charts/stacked-columns';
import { Mark } from '../../parts/mark';
import { decimalOf, percentOf, signedOf } from '../../words/format';
import { VERDICT } from '../../words/labels';
import { Card, NoEffort, Twin } from './card';
import classes from './portfolio.module.css';
import { asOfTold, fileOf, periodTold, restOf, type Report } from './report';

type Answer = NonNullable<PortfolioEffortQuery['portfolio']>;
export type Split = Answer['effortSplit'];
export type Trend = Answer['effortTrend'];

const FILLINGS: readonly Filling[] = ['first', 'second', 'third'];

/** What "effort" means on every card that tells of it. */
export const EFFORT_MEANS = 'Effort is booked person-days, net of what was taken back.';

/** "+7.0 pts", and a dash where there is none. */
export const deviationTold = (deviation: string | null | undefined): string =>
  deviation === null || deviation === undefined ? '–' : `${signedOf(deviation)} pts`;

/** A number of person-days, which leads to the entries it is the sum of. */
export const Days = ({ report, of, personDays }: { report: Report; of: string; personDays: string }) => (
  <Link
    to="/p/$portfolioKey"
    params={{ portfolioKey: report.portfolioKey }}
    search={(before) => ({ ...before, entries: of, after: undefined })}
    resetScroll={false}
  >
    {decimalOf(personDays)} d
  </Link>
);

/** Where the time goes, against the scheme: people and process, technology and data, algorithms, and what has no category. */
export const EffortCard = ({ report, split }: { report: Report; split: Split }) => {
  const { from, to } = report.period;
  const rest = restOf(split.coveragePercent);
  const bullets: Bullet[] = [
    ...split.shares.map(({ category, percent, deviationPoints, verdict }, index) => ({
      key: category.key,
      label: category.name,
      filling: FILLINGS[index] ?? 'past',
      percent: percent ?? null,
      target: category.targetPercent,
      tolerance: category.tolerancePoints,
      deviation: verdict === 'INSUFFICIENT_DATA' ? null : deviationPoints,
      verdict: VERDICT[verdict],
    })),
    { key: 'none', label: 'Uncategorised', under: 'of all effort', filling: 'none', percent: rest },
  ];
  return (
    <Card
      id="effort"
      about="Effort, 70/20/10"
      title={report.isFew ? `${decimalOf(split.personDays)} person-days were booked` : split.headline}
      caption={
        <>
          {periodTold(report.period)}, {asOfTold(report)}.{' '}
          {!report.isFew && 'Bar: share, upright line: target, shade: allowed. '}
          {EFFORT_MEANS}
          {Number(split.personDays) !== 0 &&
            ` Shares are of the ${percentOf(split.coveragePercent)} that have a category.`}
          {typeof split.schemeNote === 'string' && ` ${split.schemeNote}`}
        </>
      }
      twin={<EffortTwin report={report} split={split} />}
      csv={fileOf(report, 'effort-split.csv', { from, to })}
      more={
        split.concentration && (
          <details>
            <summary>Who holds it</summary>
            <ul className={classes.list}>
              {[...split.concentration, ...(split.spread ?? [])].map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        )
      }
    >
      {Number(split.personDays) === 0 ? (
        <NoEffort of="there are no shares to hold against the targets" />
      ) : report.isFew ? (
        <EffortTwin report={report} split={split} />
      ) : (
        <BulletBars bullets={bullets} label={`Share of effort by category, ${periodTold(report.period)}`} />
      )}
      <ul className={classes.links} aria-label="Entries behind the shares">
        {split.shares.map(({ category, personDays }) => (
          <li key={category.key}>
            {category.name} <Days report={report} of={`category:${category.key}`} personDays={personDays} />
          </li>
        ))}
        <li>
          Uncategorised <Days report={report} of="uncategorised" personDays={split.uncategorizedPersonDays} />
        </li>
        <li>
          All <Days report={report} of="all" personDays={split.personDays} />
        </li>
      </ul>
      {!report.isFew && typeof split.operationalisationPercent === 'string' && (
        <p className={classes.small}>
          {percentOf(split.operationalisationPercent)} of all effort was worked in pilot or production.
        </p>
      )}
    </Card>
  );
};

const EffortTwin = ({ report, split }: { report: Report; split: Split }) => (
  <Twin
    label="Effort by category"
    head={
      report.isFew
        ? ['Category', 'Person-days']
        : ['Category', 'Person-days', 'Share', 'Target', 'Deviation', 'Verdict']
    }
    texts={[5]}
    rows={[
      ...split.shares.map(({ category, personDays, percent, deviationPoints, verdict }) => ({
        key: category.key,
        cells: [
          category.name,
          <Days key="days" report={report} of={`category:${category.key}`} personDays={personDays} />,
          ...(report.isFew
            ? []
            : [
                percentOf(percent),
                `${category.targetPercent} ± ${category.tolerancePoints} %`,
                deviationTold(deviationPoints),
                <Mark key="verdict" of={VERDICT[verdict]} />,
              ]),
        ],
      })),
      {
        key: 'none',
        cells: [
          'Uncategorised',
          <Days key="days" report={report} of="uncategorised" personDays={split.uncategorizedPersonDays} />,
          ...(report.isFew
            ? []
            : [Number(split.personDays) === 0 ? '–' : `${restOf(split.coveragePercent)} % of all`, '–', '–', '–']),
        ],
      },
    ]}
  />
);

/** How the shares moved, quarter by quarter; quarters before the first booking are left out. */
export const TrendCard = ({ report, trend }: { report: Report; trend: Trend }) => {
  const first = trend.periods.findIndex(({ shares }) => shares.some(({ percent }) => typeof percent === 'string'));
  const periods = first < 0 ? [] : trend.periods.slice(first);
  const parts = (periods.at(-1)?.shares ?? []).map(({ category }, index) => ({
    key: category.key,
    label: category.name,
    filling: FILLINGS[index] ?? ('past' as const),
  }));
  const percentIn = (period: Trend['periods'][number], key: string) =>
    period.shares.find(({ category }) => category.key === key);
  return (
    <Card
      id="trend"
      about="Effort by quarter"
      title={periods.length < 2 ? 'There is no second quarter with effort to compare with' : trend.headline}
      caption={`${periodTold(report.trend)}, ${asOfTold(report)}. Share of effort with a category, per cent; dashed: targets; faint: too little data for a verdict. ${EFFORT_MEANS}`}
      twin={
        periods.length > 0 && (
          <Twin
            label="Effort by quarter"
            head={['Quarter', ...parts.map(({ label }) => label), 'Covered', 'Person-days']}
            rows={periods.map((period) => ({
              key: period.key,
              cells: [
                period.label,
                ...parts.map(({ key }) => percentOf(percentIn(period, key)?.percent)),
                percentOf(period.coveragePercent),
                decimalOf(period.personDays),
              ],
            }))}
          />
        )
      }
      csv={fileOf(report, 'effort-split.csv', { ...report.trend, groupBy: 'QUARTER' })}
    >
      {periods.length < 2 ? (
        <p>A trend takes effort in two quarters at least. Effort comes in by hand, by the API or from tickets.</p>
      ) : (
        <StackedColumns
          label={`Share of effort by quarter, ${periodTold(report.trend)}`}
          parts={parts}
          columns={periods.map((period) => ({
            key: period.key,
            label: period.label.replace(/20(\d\d)$/, '$1'),
            percents: parts.map(({ key }) => percentIn(period, key)?.percent ?? null),
            targets: parts.map(({ key }) => percentIn(period, key)?.category.targetPercent ?? '0'),
            isFaint: period.shares.every(({ verdict }) => verdict === 'INSUFFICIENT_DATA'),
          }))}
        />
      )}
    </Card>
  );
};
