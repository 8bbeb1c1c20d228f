import { scaleBand, scaleLinear } from 'd3-scale';
import classes from './charts.module.css';
import { Drawing } from './drawing';

const HEIGHT = 110;
const FOOT = 22;

/** Small columns of a count by month, each with its number above it. */
export const MonthColumns = ({
  months,
  label,
}: {
  months: readonly { readonly key: string; readonly count: number }[];
  label: string;
}) => (
  <Drawing label={label} height={HEIGHT}>
    {(width) => {
      const x = scaleBand(
        months.map(({ key }) => key),
        [0, width],
      ).padding(0.25);
      const y = scaleLinear([0, Math.max(1, ...months.map(({ count }) => count))], [HEIGHT - FOOT, 18]);
      const every = Math.max(1, Math.ceil((months.length * 78) / width));
      return (
        <>
          <line x1={0} x2={width} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} stroke="var(--tone-none)" />
          {months.map(({ key, count }, index) => {
            const middle = (x(key) ?? 0) + x.bandwidth() / 2;
            return (
              <g key={key}>
                <rect
                  x={x(key)}
                  width={x.bandwidth()}
                  y={y(count)}
                  height={HEIGHT - FOOT - y(count)}
                  fill="var(--first)"
                />
                <text x={middle} y={y(count) - 4} textAnchor="middle">
                  {count}
                </text>
                {(months.length - 1 - index) % every === 0 && (
                  <text
                    x={index === months.length - 1 ? (x(key) ?? 0) + x.bandwidth() : middle}
                    y={HEIGHT - 6}
                    textAnchor={index === months.length - 1 ? 'end' : 'middle'}
                    className={classes.faint}
                  >
                    {key}
                  </text>
                )}
              </g>
            );
          })}
        </>
      );
    }}
  </Drawing>
);
