import { BulletBars } from '../../charts/bullet-bars';
import { Mark } from '../../parts/mark';
import { percentOf } from '../../words/format';
import { INVESTMENT_CLASS, VERDICT } from '../../words/labels';
import { Card, NoEffort, Twin } from './card';
import { Days, deviationTold, type Split } from './effort-cards';
import classes from './portfolio.module.css';
import { asOfTold, fileOf, periodTold, type Report } from './report';

/** How daring the initiatives are that the effort goes to. */
export const MixCard = ({ report, mix }: { report: Report; mix: NonNullable<Split['investmentMix']> }) => (
  <Card
    id="mix"
    about="Mix of initiatives"
    title={mix.headline}
    caption={`${periodTold(report.period)}, ${asOfTold(report)}. All effort by the class of its initiative; bar: share, upright line: target, shade: allowed.`}
    twin={
      <Twin
        label="Mix of initiatives"
        head={['Class', 'Person-days', 'Share', 'Target', 'Deviation', 'Verdict']}
        texts={[5]}
        rows={mix.shares.map(
          ({ investmentClass, personDays, percent, targetPercent, tolerancePoints, deviationPoints, verdict }) => ({
            key: investmentClass,
            cells: [
              INVESTMENT_CLASS[investmentClass],
              <Days key="days" report={report} of={`class:${investmentClass}`} personDays={personDays} />,
              percentOf(percent),
              `${targetPercent} ± ${tolerancePoints} %`,
              deviationTold(deviationPoints),
              <Mark key="verdict" of={VERDICT[verdict]} />,
            ],
          }),
        )}
      />
    }
    csv={fileOf(report, 'effort-split.csv', { ...report.period, groupBy: 'INVESTMENT_CLASS' })}
  >
    {mix.shares.every(({ personDays }) => Number(personDays) === 0) ? (
      <NoEffort of="there is no mix to show" />
    ) : (
      <BulletBars
        row={38}
        label={`Share of effort by class of initiative, ${periodTold(report.period)}`}
        bullets={mix.shares.map(
          ({ investmentClass, percent, targetPercent, tolerancePoints, deviationPoints, verdict }) => ({
            key: investmentClass,
            label: INVESTMENT_CLASS[investmentClass],
            filling: 'first' as const,
            percent: percent ?? null,
            target: targetPercent,
            tolerance: tolerancePoints,
            deviation: verdict === 'INSUFFICIENT_DATA' ? null : deviationPoints,
            verdict: VERDICT[verdict],
          }),
        )}
      />
    )}
    <ul className={classes.links} aria-label="Entries behind the mix">
      {mix.shares.map(({ investmentClass, personDays }) => (
        <li key={investmentClass}>
          {INVESTMENT_CLASS[investmentClass]}{' '}
          <Days report={report} of={`class:${investmentClass}`} personDays={personDays} />
        </li>
      ))}
    </ul>
  </Card>
);
