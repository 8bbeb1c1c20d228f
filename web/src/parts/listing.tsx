import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import rows from './rows.module.css';

interface Props {
  readonly title: string;
  /** How many there are, after the title. */
  readonly count?: number;
  /** What the list is, in a sentence. */
  readonly about?: ReactNode;
  /** What to do where the list is empty. */
  readonly empty: ReactNode;
  readonly tools?: ReactNode;
  /** What stands under the rows: the way to the next ones. */
  readonly more?: ReactNode;
  /** The rows; an empty list shows the words for that. */
  readonly children: readonly ReactNode[];
}

/** A list with its heading, what it means, and words for when nothing is in it. */
export const Listing = ({ title, count, about, empty, tools, more, children }: Props) => (
  <section className={rows.list}>
    <div className={rows.side} style={{ justifyContent: 'space-between', marginBottom: 6 }}>
      <div>
        <Title order={2} size="h4">
          {title}
          {count !== undefined && <span className="quiet"> · {count.toLocaleString('en-GB')}</span>}
        </Title>
        {about !== undefined && <div className="quiet">{about}</div>}
      </div>
      {tools !== undefined && <div className={`${rows.side ?? ''} no-print`}>{tools}</div>}
    </div>
    <div className="card">
      {children.length === 0 ? (
        <p className={`${rows.empty ?? ''} quiet`}>{empty}</p>
      ) : (
        <ul className={rows.rows}>{children}</ul>
      )}
    </div>
    {more}
  </section>
);
