import { Link } from '@tanstack/react-router';
import type { GovernanceDebtKind } from '../../api/generated/schema';
import { MonthColumns } from '../../charts/month-columns';
import { ValueBars } from '../../charts/value-bars';
import { countOf, dayOf, daysOf, decimalOf, percentOf, toDraw } from '../../words/format';
import { OUTCOME, wordsOf } from '../../words/labels';
import { Card, Twin } from './card';
import { Days, EFFORT_MEANS } from './effort-cards';
import type { Flow } from './flow-cards';
import classes from './portfolio.module.css';
import { asOfTold, EXITS, fileOf, periodTold, type Report } from './report';

/** What the initiatives are for, by effort: productivity now against growth later. */
export const ValueCard = ({
  report,
  headline,
  balance,
}: {
  report: Report;
  headline: string;
  balance: Flow['valueBalance'];
}) => {
  const rows = balance.map((row) => ({ ...row, label: wordsOf(row.valueThesis) }));
  // Without effort the initiatives themselves say what the portfolio is for, as the headline does.
  const hasEffort = rows.some(({ percent }) => typeof percent === 'string');
  const twin = (
    <Twin
      label="Value balance"
      head={['Value thesis', 'Initiatives', 'Person-days', ...(report.isFew ? [] : ['Share of effort'])]}
      rows={rows.map(({ valueThesis, label, initiatives, personDays, percent }) => ({
        key: valueThesis,
        cells: [
          label,
          initiatives,
          <Days key="days" report={report} of={`thesis:${valueThesis}`} personDays={personDays} />,
          ...(report.isFew ? [] : [percentOf(percent)]),
        ],
      }))}
    />
  );
  return (
    <Card
      id="value"
      about="Value balance"
      title={headline}
      caption={
        hasEffort
          ? `${periodTold(report.period)}, ${asOfTold(report)}. Effort by what its initiative is for, of those that were live. ${EFFORT_MEANS}`
          : `${periodTold(report.period)}, ${asOfTold(report)}. Initiatives that were live by what they are for: no effort is booked that could be shared out.`
      }
      twin={report.isFew ? undefined : twin}
      csv={fileOf(report, 'value-balance.csv', { ...report.period })}
    >
      {report.isFew ? (
        twin
      ) : (
        <ValueBars
          label={`${hasEffort ? 'Share of effort' : 'Initiatives'} by value thesis, ${periodTold(report.period)}`}
          rows={rows.map(({ valueThesis, label, initiatives, percent }) => ({
            key: valueThesis,
            label,
            value: hasEffort ? toDraw(percent ?? '0') : initiatives,
            told: `${hasEffort ? `${percentOf(percent)} · ` : ''}${countOf(initiatives, 'initiative')}`,
          }))}
        />
      )}
    </Card>
  );
};

/** When so many more arrive in production, by the portfolio's own past, or that there is too little of it. */
export const ForecastCard = ({ report, forecast }: { report: Report; forecast: Flow['forecast'] }) => (
  <Card
    id="forecast"
    about="Forecast"
    title={forecast.explanation}
    caption={`Months until ${countOf(EXITS, 'more exit')} to production, ${asOfTold(report)}: the exact distribution of its own past months, drawn with replacement. No plan and no trend is in it.`}
    twin={
      forecast.history.length > 0 && (
        <Twin
          label="Exits to production by month"
          head={['Month', 'Exits to production']}
          rows={forecast.history.map(({ month, exits }) => ({ key: month, cells: [month, exits] }))}
        />
      )
    }
    csv={fileOf(report, 'forecast.csv', { exits: String(EXITS) })}
  >
    {forecast.enoughHistory && typeof forecast.p50Months === 'number' && (
      <Twin
        label="Forecast"
        head={['Chance', 'Within']}
        rows={[
          { key: '50', cells: ['50 %', monthsTold(forecast.p50Months)] },
          { key: '85', cells: ['85 %', monthsTold(forecast.p85Months)] },
          { key: '95', cells: ['95 %', monthsTold(forecast.p95Months)] },
        ]}
      />
    )}
    {forecast.history.some(({ exits }) => exits > 0) && (
      <MonthColumns
        label="Exits to production by month"
        months={forecast.history.map(({ month, exits }) => ({ key: month, count: exits }))}
      />
    )}
  </Card>
);

const monthsTold = (months: number | null | undefined): string =>
  typeof months === 'number' ? countOf(months, 'month') : 'not foreseeable';

const DEBT: Readonly<Record<GovernanceDebtKind, string>> = {
  PENDING_WAIVER: 'Waiver pending',
  LIVE_WAIVER: 'Waiver in force',
  OPEN_CONDITION: 'Condition open',
  BREACHED_CONDITION: 'Condition breached',
};

/** What was let go for now and has to be made up for, by age. */
export const DebtCard = ({ report, debt }: { report: Report; debt: Flow['governanceDebt'] }) => (
  <Card
    id="debt"
    about="Governance debt"
    title={debt.headline}
    caption={`Waivers and conditions by age in days, ${asOfTold(report)}; the oldest below.`}
    csv={fileOf(report, 'governance-debt.csv')}
  >
    <Twin
      label="Governance debt by age"
      head={['Kind', ...(debt.rows[0]?.ages ?? []).map(({ fromDays, toDays }) => ageTold(fromDays, toDays)), 'All']}
      rows={debt.rows.map(({ kind, ages, count }) => ({
        key: kind,
        cells: [DEBT[kind], ...ages.map((age) => age.count), <strong key="all">{count}</strong>],
      }))}
    />
    <ul className={classes.list}>
      {debt.items.nodes.map(({ id, kind, days, until, text, initiative }) => (
        <li key={id}>
          <Link to="/i/$initiativeKey" params={{ initiativeKey: initiative.key }}>
            {initiative.key} {initiative.name}
          </Link>
          : {DEBT[kind].toLowerCase()} for {daysOf(days)}, until {dayOf(until)}. <span className="quiet">{text}</span>
        </li>
      ))}
    </ul>
    {debt.items.pageInfo.hasNextPage && <p className={classes.small}>All of them are in the CSV.</p>}
  </Card>
);

const ageTold = (from: number, to: number | null | undefined): string =>
  typeof to === 'number' ? `${String(from)}–\u2060${String(to)} d` : `over ${String(from - 1)} d`;

/** How each gate decides, how long that takes and what waits there. */
export const DecisionsCard = ({
  report,
  statistics: { headline, gates },
}: {
  report: Report;
  statistics: Flow['decisionStatistics'];
}) => (
  <Card
    id="decisions"
    about="Decisions"
    title={headline}
    caption={`Decisions ${periodTold(report.period)}, open reviews ${asOfTold(report)}. Days from request to decision; a rubber stamp is a gate whose last 20 decisions were all Go.`}
    csv={fileOf(report, 'decision-statistics.csv', { ...report.period })}
  >
    <Twin
      label="Decisions by gate"
      head={['Gate', 'Decisions', 'Mix', 'Median', '85\u00a0%', 'Open']}
      texts={[2]}
      rows={gates.map(
        ({ gate, decisions, outcomes, medianDays, p85Days, openReviews, oldestOpenDays, rubberStamp }) => ({
          key: gate.key,
          cells: [
            <span key="gate">
              {gate.name}
              {rubberStamp && (
                <strong className="tone-warn" style={{ display: 'inline-block', whiteSpace: 'nowrap' }}>
                  &nbsp;<span aria-hidden="true">▲</span> Rubber stamp
                </strong>
              )}
            </span>,
            decisions,
            outcomes
              .filter(({ count }) => count > 0)
              .map(({ outcome, count, percent }) =>
                report.isFew || typeof percent !== 'string'
                  ? `${OUTCOME[outcome]} ${String(count)}`
                  : `${OUTCOME[outcome]} ${String(count)} (${percentOf(percent)})`,
              )
              .join(', ') || '–',
            typeof medianDays === 'string' ? `${decimalOf(medianDays)} d` : '–',
            typeof p85Days === 'number' ? `${String(p85Days)} d` : '–',
            openReviews === 0 ? (
              0
            ) : (
              <Link key="open" to="/p/$portfolioKey/reviews" params={{ portfolioKey: report.portfolioKey }}>
                {openReviews}
                {typeof oldestOpenDays === 'number' && `, oldest ${String(oldestOpenDays)} d`}
              </Link>
            ),
          ],
        }),
      )}
    />
  </Card>
);
