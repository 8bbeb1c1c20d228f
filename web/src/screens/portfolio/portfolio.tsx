import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { NotFound } from '../../parts/not-found';
import { Page } from '../../parts/page';
import { countOf } from '../../words/format';
import { EffortCard, TrendCard } from './effort-cards';
import { EntriesDialog } from './entries-dialog';
import { FindingsCard } from './findings-card';
import { AgingCard, FunnelCard } from './flow-cards';
import { HealthCard } from './health-card';
import { LateCard } from './late-card';
import { MixCard } from './mix-card';
import { PeriodPicker } from './period-picker';
import classes from './portfolio.module.css';
import { FLOW } from './flow-question';
import { EFFORT, GROUND } from './questions';
import { asOfTold, EXITS, fileOf, periodTold, reportOf, type Report } from './report';
import { DebtCard, DecisionsCard, ForecastCard, ValueCard } from './rule-cards';
import { useStanding } from './standing';

const FROM = '/p/$portfolioKey';

const Screen = () => {
  const { portfolioKey } = useParams({ from: FROM });
  const search = useSearch({ from: FROM });
  const ground = useAnswer(GROUND, { portfolioKey });
  return (
    <Answered to={ground}>
      {({ portfolio }) =>
        portfolio ? (
          <ReportScreen report={reportOf(portfolioKey, portfolio, search)} />
        ) : (
          <NotFound what={`There is no portfolio ${portfolioKey}.`} />
        )
      }
    </Answered>
  );
};

const ReportScreen = ({ report }: { report: Report }) => {
  const { tab, entries, after } = useSearch({ from: FROM });
  return (
    <Page
      title={report.name}
      under={
        <>
          {periodTold(report.period)}, {asOfTold(report)} · {countOf(report.initiatives, 'live initiative')}
          {report.isFew && ' · too few for percentages: counts and lists'}
        </>
      }
      tools={<Tools report={report} />}
    >
      <PeriodPicker report={report} />
      <Cards report={report} tab={tab} />
      <p className={classes.printed}>
        {report.name} ({report.portfolioKey}), {periodTold(report.period)}, {asOfTold(report)}. {window.location.href}
      </p>
      {entries !== undefined && <EntriesDialog report={report} of={entries} after={after} />}
    </Page>
  );
};

const Tools = ({ report }: { report: Report }) => {
  const copy = (): void => {
    const done = (message: string) => () => {
      notifications.show({ message });
    };
    void navigator.clipboard
      .writeText(window.location.href)
      .then(done('The link is copied.'), done('The link cannot be copied here: take it from the address bar.'));
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          window.print();
        }}
      >
        Print
      </Button>
      <Button
        size="xs"
        variant="default"
        component="a"
        href={fileOf(report, 'portfolio-report.pdf', { month: report.month }, false)}
        download
      >
        PDF of {report.month}
      </Button>
      <Button size="xs" variant="default" onClick={copy}>
        Copy link
      </Button>
    </>
  );
};

const Cards = ({ report, tab }: { report: Report; tab: string | undefined }) => {
  const { portfolioKey, period, year, trend, asOf } = report;
  const effort = useAnswer(EFFORT, { portfolioKey, ...period, trendFrom: trend.from, trendTo: trend.to, asOf });
  const flow = useAnswer(FLOW, {
    portfolioKey,
    ...period,
    yearFrom: year.from,
    yearTo: year.to,
    exits: EXITS,
    asOf,
  });
  const standing = useStanding(portfolioKey);
  const isThere = effort.data !== undefined && flow.data !== undefined;
  useEffect(() => {
    if (tab !== undefined && isThere) {
      document.getElementById(tab)?.scrollIntoView();
    }
  }, [tab, isThere]);
  return (
    <div className={classes.all}>
      <Answered to={effort} skeleton={<Waiting cards={3} />}>
        {(answer) =>
          answer.portfolio && (
            <div className={classes.group}>
              <EffortCard report={report} split={answer.portfolio.effortSplit} />
              <TrendCard report={report} trend={answer.portfolio.effortTrend} />
            </div>
          )
        }
      </Answered>
      <LateCard report={report} />
      <FindingsCard report={report} />
      <Answered to={flow} skeleton={<Waiting cards={4} />}>
        {({ portfolio }) =>
          portfolio && (
            <div className={classes.group}>
              <FunnelCard report={report} funnel={portfolio.funnel} />
              <AgingCard
                report={report}
                headline={portfolio.agingHeadline}
                aging={portfolio.aging}
                standing={asOf === null ? (standing.data ?? null) : null}
              />
              <ValueCard report={report} headline={portfolio.valueBalanceHeadline} balance={portfolio.valueBalance} />
              {effort.data?.portfolio?.effortSplit.investmentMix && !report.isFew && (
                <MixCard report={report} mix={effort.data.portfolio.effortSplit.investmentMix} />
              )}
              <DebtCard report={report} debt={portfolio.governanceDebt} />
              <ForecastCard report={report} forecast={portfolio.forecast} />
              <DecisionsCard report={report} statistics={portfolio.decisionStatistics} />
              <Answered to={standing} skeleton={<Skeleton h={320} />}>
                {(all) => <HealthCard report={report} standing={all} />}
              </Answered>
            </div>
          )
        }
      </Answered>
    </div>
  );
};

const Waiting = ({ cards }: { cards: number }) => (
  <div className={classes.group}>
    {Array.from({ length: cards }, (_, index) => (
      <Skeleton key={index} h={320} />
    ))}
  </div>
);

export default Screen;
