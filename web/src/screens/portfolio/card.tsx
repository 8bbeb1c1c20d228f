import type { ReactNode } from 'react';
import classes from './portfolio.module.css';

interface Props {
  readonly id: string;
  /** What the card is of, in a word or two. */
  readonly about: string;
  /** What it finds, as a sentence. */
  readonly title: string;
  /** The days, the instant, and how the picture is to be read. */
  readonly caption: ReactNode;
  /** The numbers of the picture once more, as a table. */
  readonly twin?: ReactNode;
  /** The address of the same numbers as CSV. */
  readonly csv?: string;
  readonly more?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

// A number and its sign stay on one line.
const unbroken = (text: string): string => text.replaceAll(' %', '\u00a0%');

/** One answer of the portfolio: the finding as its title, the picture, and the same as a table and as a file. */
export const Card = ({ id, about, title, caption, twin, csv, more, isWide = false, children }: Props) => (
  <section id={id} aria-labelledby={`${id}-title`} className={`${classes.card} ${isWide ? classes.wide : ''}`}>
    <p className={classes.about}>{about}</p>
    <h2 id={`${id}-title`} className={classes.title}>
      {unbroken(title)}
    </h2>
    <p className={classes.caption}>{caption}</p>
    {children}
    <div className={classes.foot}>
      {twin !== undefined && (
        <details>
          <summary>Show as table</summary>
          {twin}
        </details>
      )}
      {more}
      {csv !== undefined && (
        <a href={csv} download>
          CSV <span className="aloud">of {about}</span>
        </a>
      )}
    </div>
  </section>
);

/** What stands in place of a picture of effort where none is booked: axes without anything on them say less than words. */
export const NoEffort = ({ of }: { of: string }) => (
  <p>No effort is booked in this period, so {of}. It comes in by hand, by the API, by a timesheet or from tickets.</p>
);

/** A table of numbers: the first cell of a row says what it is of; other columns are to the right but for texts. */
export const Twin = ({
  label,
  head,
  rows,
  texts = [],
}: {
  label: string;
  head: readonly ReactNode[];
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Which columns hold texts. */
  texts?: readonly number[];
}) => (
  <div className={classes.scroll} tabIndex={0} role="group" aria-label={label}>
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col" className={texts.includes(index) ? classes.text : undefined}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {cells.map((cell, index) => (
              <td key={index} className={texts.includes(index + 1) ? classes.text : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
