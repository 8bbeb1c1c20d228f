import { Stack, Title } from '@mantine/core';
import { graphql } from '../../api/generated';
import type { EffortOfQuery } from '../../api/generated/graphql';
import { useList } from '../../api/pages';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { Mark } from '../../parts/mark';
import { More } from '../../parts/more';
import { dayOf, decimalOf, percentOf, signedOf, toDraw } from '../../words/format';
import { VERDICT, wordsOf } from '../../words/labels';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';

const EFFORT = graphql(`
  query EffortOf($id: ID!) {
    initiative(id: $id) {
      effortSplit {
        headline
        from
        to
        personDays
        uncategorizedPersonDays
        coveragePercent
        shares {
          personDays
          percent
          deviationPoints
          verdict
          category {
            key
            name
            targetPercent
            tolerancePoints
          }
        }
      }
    }
  }
`);

const ENTRIES = graphql(`
  query EntriesOf($portfolioKey: String!, $initiativeKey: String!, $after: String) {
    portfolio(key: $portfolioKey) {
      effortEntries(initiativeKey: $initiativeKey, first: 50, after: $after) {
        nodes {
          id
          workedOn
          personDays
          categoryKey
          categorySource
          method
          source
          person
          note
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Where the work went, against the target of its portfolio, and the entries behind it. */
const EffortTab = ({ initiative }: TabProps) => {
  const answer = useAnswer(EFFORT, { id: initiative.id });
  return (
    <Stack gap="md">
      <Answered to={answer}>
        {({ initiative: found }) =>
          found?.effortSplit && toDraw(found.effortSplit.personDays) > 0 && <Split split={found.effortSplit} />
        }
      </Answered>
      <Entries initiative={initiative} />
    </Stack>
  );
};

type EffortSplit = NonNullable<NonNullable<EffortOfQuery['initiative']>['effortSplit']>;

const Split = ({ split }: { split: EffortSplit }) => (
  <section className={`card ${classes.panel}`} aria-label="Split of the effort">
    <Title order={2} size="h4">
      {split.headline}
    </Title>
    <p className="quiet">
      {decimalOf(split.personDays)} person-days from {dayOf(split.from)} to {dayOf(split.to)},{' '}
      {decimalOf(split.uncategorizedPersonDays)} of them uncategorised.
    </p>
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Shares">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col" className={classes.number}>
              Person-days
            </th>
            <th scope="col" className={classes.number}>
              Share
            </th>
            <th scope="col" className={classes.number}>
              Target
            </th>
            <th scope="col" className={classes.number}>
              Off by
            </th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {split.shares.map(({ category, personDays, percent, deviationPoints, verdict }) => (
            <tr key={category.key}>
              <th scope="row">{category.name}</th>
              <td className={classes.number}>{decimalOf(personDays)}</td>
              <td className={classes.number}>{percentOf(percent)}</td>
              <td className={classes.number}>
                {percentOf(category.targetPercent)} ± {decimalOf(category.tolerancePoints)}
              </td>
              <td className={classes.number}>{deviationPoints === null ? '–' : signedOf(deviationPoints)}</td>
              <td>
                <Mark of={VERDICT[verdict]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);

/** The entries of the effort, as far as they were asked for; the CSV has them all. */
const Entries = ({ initiative: { id, key, portfolio } }: Pick<TabProps, 'initiative'>) => {
  const { data } = useAnswer(EFFORT, { id });
  const { answer, more } = useList(
    ENTRIES,
    { portfolioKey: portfolio.key, initiativeKey: key },
    (told) => told?.portfolio?.effortEntries,
  );
  const nameOf = (categoryKey: string | null): string =>
    categoryKey === null
      ? 'Uncategorised'
      : (data?.initiative?.effortSplit.shares.find(({ category }) => category.key === categoryKey)?.category.name ??
        wordsOf(categoryKey));
  return (
    <Answered to={answer}>
      {(entries) => (
        <section className={`card ${classes.panel}`} aria-label="Entries">
          <div className={classes.panelHead}>
            <Title order={2} size="h4">
              Entries
            </Title>
            <a
              href={`/api/exports/effort.csv?portfolio=${encodeURIComponent(portfolio.key)}&initiativeKey=${encodeURIComponent(key)}`}
              download
            >
              CSV
            </a>
          </div>
          {entries.length === 0 ? (
            <p className="quiet">
              No effort yet. It comes from linked tickets, from the API, or from an import of the portfolio.
            </p>
          ) : (
            <div className={classes.scroll} tabIndex={0} role="region" aria-label="Entries of effort">
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th scope="col">Day</th>
                    <th scope="col" className={classes.number}>
                      Person-days
                    </th>
                    <th scope="col">Category</th>
                    <th scope="col">From</th>
                    <th scope="col">Who</th>
                    <th scope="col">Note</th>
                  </tr>
                </thead>
                <tbody>
                  {entries.map((entry) => (
                    <tr key={entry.id}>
                      <td>{dayOf(entry.workedOn)}</td>
                      <td className={classes.number}>{decimalOf(entry.personDays)}</td>
                      <td>{nameOf(entry.categoryKey)}</td>
                      <td>
                        {entry.source}, {wordsOf(entry.method).toLowerCase()}
                      </td>
                      <td>{entry.person ?? '–'}</td>
                      <td>{entry.note ?? ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <More {...more} of="entries" />
        </section>
      )}
    </Answered>
  );
};

export default EffortTab;
