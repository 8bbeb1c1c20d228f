import { Link, useNavigate } from '@tanstack/react-router';
import type { PortfolioFlowQuery } from '../../api/generated/graphql';
import { AgingColumns, type AgingColumn } from '../../charts/aging-columns';
import { FunnelBars } from '../../charts/funnel-bars';
import { daysOf, decimalOf, numberOf, percentOf } from '../../words/format';
import { AGING } from '../../words/labels';
import { Card, Twin } from './card';
import { atLevels } from './headlines';
import classes from './portfolio.module.css';
import { asOfTold, fileOf, periodTold, type Report } from './report';

export type Flow = NonNullable<PortfolioFlowQuery['portfolio']>;

/** One live initiative as it stands now. */
export interface Standing {
  readonly key: string;
  readonly name: string;
  readonly daysInStage: number;
  readonly stage: { readonly key: string };
}

const medianTold = (days: string | null | undefined): string =>
  typeof days === 'string' ? `${decimalOf(days)} d` : '–';

/** Who entered each stage in a year and what became of them. */
export const FunnelCard = ({ report, funnel }: { report: Report; funnel: Flow['funnel'] }) => {
  const twin = (
    <Twin
      label="Funnel by stage"
      head={['Stage', 'Entered', 'Went on', 'Still there', 'Ended', ...(report.isFew ? [] : ['Conversion']), 'Median']}
      rows={funnel.stages.map(({ stage, entered, advanced, remaining, stopped, conversionPercent, medianDays }) => ({
        key: stage.key,
        cells: [
          stage.name,
          entered,
          advanced,
          <StageLink key="remaining" report={report} stage={stage.key}>
            {remaining}
          </StageLink>,
          stopped,
          ...(report.isFew ? [] : [percentOf(conversionPercent)]),
          medianTold(medianDays),
        ],
      }))}
    />
  );
  return (
    <Card
      id="funnel"
      about="Funnel"
      title={funnel.headline}
      caption={`Who entered a stage ${periodTold(report.year)}, ${asOfTold(report)}. Bar: entered; filled: went on; empty: still there; hatched: ended. Beside it: conversion and median days of those who left.`}
      twin={report.isFew ? undefined : twin}
      csv={fileOf(report, 'funnel.csv', { ...report.year })}
    >
      {report.isFew ? (
        twin
      ) : (
        <FunnelBars
          label={`Funnel by stage, ${periodTold(report.year)}`}
          rows={funnel.stages.map(({ stage, conversionPercent, medianDays, ...counts }, index) => ({
            ...counts,
            key: stage.key,
            label: stage.name,
            told:
              index === funnel.stages.length - 1
                ? ''
                : `→ ${percentOf(conversionPercent)}${typeof medianDays === 'string' ? ` · ${decimalOf(medianDays)} d` : ''}`,
          }))}
        />
      )}
    </Card>
  );
};

const StageLink = ({
  report,
  stage,
  aging,
  children,
}: {
  report: Report;
  stage: string;
  aging?: string;
  children: number;
}) =>
  children === 0 ? (
    <>0</>
  ) : (
    <Link
      to="/p/$portfolioKey/board"
      params={{ portfolioKey: report.portfolioKey }}
      search={{ stage, ...(aging === undefined ? {} : { aging }) }}
    >
      {numberOf(children)}
    </Link>
  );

/** With fewer that left a stage, the time box alone says who is late. */
const ENOUGH_EXITS = 10;

const lineOf = ({ exits, p85, stage }: Flow['aging'][number]): AgingColumn['line'] =>
  exits >= ENOUGH_EXITS && typeof p85 === 'number'
    ? { days: Math.max(p85, stage.timeBoxDays ?? 0), told: lineTold(p85, stage.timeBoxDays) }
    : typeof stage.timeBoxDays === 'number'
      ? { days: stage.timeBoxDays, told: `box: ${daysOf(stage.timeBoxDays)}` }
      : null;

const lineTold = (p85: number, timeBox: number | null | undefined): string =>
  typeof timeBox === 'number' && timeBox > p85 ? `box: ${numberOf(timeBox)} d` : `85 %: ${numberOf(p85)} d`;

/** How long each initiative is in its stage, against those before it. */
export const AgingCard = ({
  report,
  headline,
  aging,
  standing,
}: {
  report: Report;
  headline: string;
  aging: Flow['aging'];
  /** Null while it is not known, and as of an earlier instant, of which no list of marks is told. */
  standing: readonly Standing[] | null;
}) => {
  const navigate = useNavigate();
  const columns = aging.map((stage) => ({
    key: stage.stage.key,
    label: stage.stage.name,
    p50: stage.p50 ?? null,
    p85: stage.p85 ?? null,
    line: lineOf(stage),
    marks: (standing ?? [])
      .filter((one) => one.stage.key === stage.stage.key)
      .map(({ key, name, daysInStage }) => ({ key, name, days: daysInStage })),
  }));
  return (
    <Card
      id="aging"
      about="Aging"
      title={headline}
      caption={
        <>
          Days in the current stage, {asOfTold(report)}. One mark an initiative; square: above the line. Shade: 50 to 85
          % of those who left; line: 85 %, or the time box (dashed) where fewer than ten left.
        </>
      }
      twin={<AgingTwin report={report} aging={aging} />}
      csv={fileOf(report, 'aging.csv')}
    >
      {report.asOf !== null || report.isFew ? (
        <AgingTwin report={report} aging={aging} />
      ) : (
        <AgingColumns
          label="Days in stage of each initiative"
          columns={columns}
          addressOf={(key) => `/i/${key}`}
          onOpen={(initiativeKey) => void navigate({ to: '/i/$initiativeKey', params: { initiativeKey } })}
        />
      )}
      {report.isFew && report.asOf === null && standing && (
        <ul className={classes.list}>
          {standing.map(({ key, name, daysInStage, stage }) => (
            <li key={key}>
              <Link to="/i/$initiativeKey" params={{ initiativeKey: key }}>
                {key}
              </Link>{' '}
              {name}: {daysOf(daysInStage)} in {report.stages.find((one) => one.key === stage.key)?.name ?? stage.key}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};

const LEVELS = ['FRESH', 'WATCH', 'AGING', 'STUCK', 'ZOMBIE'] as const;

const AgingTwin = ({ report, aging }: { report: Report; aging: Flow['aging'] }) => (
  <Twin
    label="Aging by stage"
    head={['Stage', 'In it', ...LEVELS.map((level) => AGING[level].word), '50 %', '85 %', 'Time box']}
    rows={aging.map(({ stage, count, levels, p50, p85, wipLimit, overWip }) => ({
      key: stage.key,
      cells: [
        stage.name,
        <span key="count">
          <StageLink report={report} stage={stage.key}>
            {count}
          </StageLink>
          {typeof wipLimit === 'number' && ` of ${String(wipLimit)}${overWip ? ' ■' : ''}`}
        </span>,
        ...LEVELS.map((level) => (
          <StageLink key={level} report={report} stage={stage.key} aging={level}>
            {atLevels({ levels }, level)}
          </StageLink>
        )),
        typeof p50 === 'number' ? `${numberOf(p50)} d` : '–',
        typeof p85 === 'number' ? `${numberOf(p85)} d` : '–',
        typeof stage.timeBoxDays === 'number' ? `${String(stage.timeBoxDays)} d` : '–',
      ],
    }))}
  />
);
