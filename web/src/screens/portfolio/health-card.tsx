import { Link } from '@tanstack/react-router';
import type { Health } from '../../api/generated/schema';
import { Mark } from '../../parts/mark';
import { numberOf } from '../../words/format';
import { HEALTH } from '../../words/labels';
import { Card, Twin } from './card';
import { healthHeadline } from './headlines';
import { fileOf, type Report } from './report';
import type { Standing } from './standing';

const HEALTHS = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'NO_DATA'] as const satisfies readonly Health[];

/** How many initiatives of each stage are on track: a table, for counts this small say more than a picture. */
export const HealthCard = ({ report, standing }: { report: Report; standing: readonly Standing[] }) => {
  const countOf = (health: Health, stage?: string): number =>
    standing.filter((one) => one.health === health && (stage === undefined || one.stage.key === stage)).length;
  const counts = { OFF_TRACK: countOf('OFF_TRACK'), AT_RISK: countOf('AT_RISK'), NO_DATA: countOf('NO_DATA') };
  const cell = (health: Health, stage?: string) => {
    const count = countOf(health, stage);
    return count === 0 ? (
      0
    ) : (
      <Link
        key={health}
        to="/p/$portfolioKey/board"
        params={{ portfolioKey: report.portfolioKey }}
        search={{ health, ...(stage === undefined ? {} : { stage }) }}
      >
        {numberOf(count)}
      </Link>
    );
  };
  return (
    <Card
      id="health"
      about="Health by stage"
      title={healthHeadline(counts, standing.length)}
      caption={`Live initiatives as they stand now${report.asOf === null ? '' : ', whatever the report is as of'}: what is wrong with their KPIs, signals and evidence counts at its worst.`}
      csv={fileOf(report, 'initiatives.csv', { statuses: 'ACTIVE,ON_HOLD' }, false)}
    >
      <Twin
        label="Health by stage"
        head={['Stage', ...HEALTHS.map((health) => <Mark key={health} of={HEALTH[health]} />)]}
        rows={[
          ...report.stages.map(({ key, name }) => ({
            key,
            cells: [name, ...HEALTHS.map((health) => cell(health, key))],
          })),
          { key: 'all', cells: [<strong key="all">All</strong>, ...HEALTHS.map((health) => cell(health))] },
        ]}
      />
    </Card>
  );
};
