import { max } from 'd3-array';
import type { MouseEvent } from 'react';
import { daysOf } from '../words/format';
import type { AgingMark, AgingLinks, Within } from './aging-columns';
import classes from './charts.module.css';
import { besideEachOther, binsOf } from './geometry';

const SIZE = 10;

/** Counts by days as bars from the middle: as wide as many are there. */
export const Bins = ({ column: { marks }, width, y, top }: Within & { top: number }) => {
  const shown = marks.map(({ days }) => days).filter((days) => days <= top);
  const bins = binsOf(shown);
  const most = max(bins, ({ count }) => count) ?? 1;
  const bars = bins.map(({ from, to, count }) => {
    const wide = (width * count) / most;
    return (
      <rect
        key={from}
        x={(width - wide) / 2}
        width={wide}
        y={y(to) + 1}
        height={Math.max(1, y(from) - y(to) - 2)}
        fill="var(--first)"
      >
        <title>{`${String(count)} with ${String(from)} to ${daysOf(to)}`}</title>
      </rect>
    );
  });
  const above = marks.length - shown.length;
  return (
    <>
      {bars}
      {above > 0 && (
        <text x={width / 2} y={y(top) + 4} textAnchor="middle" className={classes.faint}>
          {`+${String(above)}`}
          <title>{`${String(above)} for more than ${daysOf(top)}`}</title>
        </text>
      )}
    </>
  );
};

/** One mark an initiative; whoever is above the drawing stands at its upper edge. */
export const Marks = ({
  column: { marks, line },
  width,
  y,
  addressOf,
  onOpen,
  stop,
  onName,
}: Within & AgingLinks & { stop: string | null; onName: (mark: AgingMark | null) => void }) => {
  const beside = besideEachOther(
    marks.map(({ days }) => y(days)),
    SIZE + 1,
    width / 2 - SIZE / 2,
  );
  return marks.map((mark, index) => {
    const isLate = line !== null && mark.days > line.days;
    const at = { x: width / 2 + (beside[index] ?? 0), y: y(mark.days) };
    const open = (event: MouseEvent): void => {
      // The browser's own ways of opening a link stay.
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        onOpen(mark.key);
      }
    };
    const name = (): void => {
      onName(mark);
    };
    const forget = (): void => {
      onName(null);
    };
    return (
      <a
        key={mark.key}
        data-key={mark.key}
        tabIndex={mark.key === stop ? 0 : -1}
        href={addressOf(mark.key)}
        aria-label={`${mark.key} ${mark.name}, ${daysOf(mark.days)}${isLate ? ', above the line' : ''}`}
        onClick={open}
        onFocus={name}
        onBlur={forget}
        onMouseEnter={name}
        onMouseLeave={forget}
      >
        {isLate ? (
          <rect
            className={classes.mark}
            x={at.x - SIZE / 2}
            y={at.y - SIZE / 2}
            width={SIZE}
            height={SIZE}
            fill="var(--tone-bad)"
          />
        ) : (
          <circle className={classes.mark} cx={at.x} cy={at.y} r={SIZE / 2} fill="var(--first)" />
        )}
      </a>
    );
  });
};
