import { Button, Group, Modal } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries';
import type { InvestmentClass, ValueThesis } from '../../api/generated/schema';
import { Answered } from '../../parts/answered';
import { dayOf, decimalOf } from '../../words/format';
import { INVESTMENT_CLASS, wordsOf } from '../../words/labels';
import { Twin } from './card';
import classes from './portfolio.module.css';
import { ENTRIES } from './questions-entries';
import { asOfTold, fileOf, periodTold, type Report } from './report';

interface Behind {
  readonly title: string;
  readonly filter: {
    readonly categoryKey?: string;
    readonly uncategorised?: boolean;
    readonly investmentClass?: InvestmentClass;
    readonly valueThesis?: ValueThesis;
  };
  /** What the file is narrowed by; null where there is no file narrowed so. */
  readonly file: Readonly<Record<string, string>> | null;
}

const CLASSES: readonly InvestmentClass[] = ['CORE', 'ADJACENT', 'TRANSFORMATIONAL'];
const THESES: readonly ValueThesis[] = ['PRODUCTIVITY', 'COST', 'GROWTH', 'RISK_REDUCTION', 'EXPERIENCE'];

/** What `entries` of an address asks for: "category:ALGORITHMS", "uncategorised", "class:CORE", "thesis:COST"; all else is all. */
const behind = (of: string): Behind => {
  const [kind, value = ''] = of.split(':');
  const investmentClass = CLASSES.find((one) => kind === 'class' && one === value);
  const valueThesis = THESES.find((one) => kind === 'thesis' && one === value);
  if (kind === 'category' && value !== '') {
    return { title: `Effort on ${wordsOf(value)}`, filter: { categoryKey: value }, file: { categoryKey: value } };
  }
  if (kind === 'uncategorised') {
    return { title: 'Effort without category', filter: { uncategorised: true }, file: { uncategorised: 'true' } };
  }
  if (investmentClass) {
    return {
      title: `Effort on ${INVESTMENT_CLASS[investmentClass]} initiatives`,
      filter: { investmentClass },
      file: null,
    };
  }
  if (valueThesis) {
    return { title: `Effort for ${wordsOf(valueThesis).toLowerCase()}`, filter: { valueThesis }, file: null };
  }
  return { title: 'All effort', filter: {}, file: {} };
};

/** The entries that a number of person-days is the sum of, page by page. */
export const EntriesDialog = ({ report, of, after }: { report: Report; of: string; after: string | undefined }) => {
  const navigate = useNavigate({ from: '/p/$portfolioKey' });
  const { title, filter, file } = behind(of);
  const answer = useAnswer(ENTRIES, {
    portfolioKey: report.portfolioKey,
    ...report.period,
    ...filter,
    after: after ?? null,
    asOf: report.asOf,
  });
  return (
    <Modal
      opened
      size="xl"
      title={title}
      onClose={() =>
        void navigate({
          search: (before) => ({ ...before, entries: undefined, after: undefined }),
          resetScroll: false,
        })
      }
    >
      <p className={classes.caption}>
        {periodTold(report.period)}, {asOfTold(report)}. What was taken back has a minus.
      </p>
      <Answered to={answer}>
        {({ portfolio }) => {
          const { nodes, pageInfo } = portfolio?.effortEntries ?? { nodes: [], pageInfo: undefined };
          return nodes.length === 0 ? (
            <p>Nothing was booked.</p>
          ) : (
            <>
              <Twin
                label={title}
                head={['Day', 'Person-days', 'Initiative', 'Who', 'Note']}
                texts={[2, 3, 4]}
                rows={nodes.map(({ id, workedOn, initiative, person, note, source, personDays, reverses }) => ({
                  key: id,
                  cells: [
                    dayOf(workedOn),
                    decimalOf(personDays),
                    <Link key="initiative" to="/i/$initiativeKey" params={{ initiativeKey: initiative.key }}>
                      {initiative.key} {initiative.name}
                    </Link>,
                    person ?? '–',
                    note ?? (reverses ? 'taken back' : source),
                  ],
                }))}
              />
              <Group mt="md" justify="space-between">
                {file === null ? (
                  <span />
                ) : (
                  <a href={fileOf(report, 'effort.csv', { ...report.period, ...file })} download>
                    CSV of all of them
                  </a>
                )}
                <Group gap="xs">
                  {after !== undefined && (
                    <Button
                      variant="default"
                      size="xs"
                      onClick={() =>
                        void navigate({ search: (before) => ({ ...before, after: undefined }), resetScroll: false })
                      }
                    >
                      To the first
                    </Button>
                  )}
                  {pageInfo?.hasNextPage && (
                    <Button
                      variant="default"
                      size="xs"
                      loading={answer.isPlaceholderData}
                      onClick={() =>
                        void navigate({
                          search: (before) => ({ ...before, after: pageInfo.endCursor ?? undefined }),
                          resetScroll: false,
                        })
                      }
                    >
                      Next 50
                    </Button>
                  )}
                </Group>
              </Group>
            </>
          );
        }}
      </Answered>
    </Modal>
  );
};
