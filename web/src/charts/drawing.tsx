import { useId, type ReactNode } from 'react';
import classes from './charts.module.css';
import { useWidth } from './use-width';

/** The four fillings: three colours of which two have a pattern, and hatching for what has none. They read in black and white. */
export type Filling = 'first' | 'second' | 'third' | 'none' | 'past';

interface Props {
  /** What the picture shows, for whoever does not see it; its table twin has the numbers. */
  readonly label: string;
  readonly height: number | ((width: number) => number);
  /** Whether there is something in it to go to by keyboard. */
  readonly hasLinks?: boolean;
  readonly children: (width: number, fill: (filling: Filling) => string) => ReactNode;
}

/** A picture as wide as its place, with the fillings of the house. */
export const Drawing = ({ label, height, hasLinks = false, children }: Props) => {
  const { place, width } = useWidth<HTMLDivElement>();
  const id = useId().replaceAll(':', '');
  const tall = typeof height === 'function' ? height(width) : height;
  return (
    <div ref={place} className={classes.drawing}>
      <svg
        viewBox={`0 0 ${String(width)} ${String(tall)}`}
        width={width}
        height={tall}
        role={hasLinks ? 'group' : 'img'}
        aria-label={label}
      >
        <Fillings id={id} />
        {children(width, (filling) => (filling === 'first' ? 'var(--first)' : `url(#${id}-${filling})`))}
      </svg>
    </div>
  );
};

const Fillings = ({ id }: { id: string }) => (
  <defs>
    <Pattern id={`${id}-second`} size={7} ground="var(--second)" angle={45}>
      <rect width={2} height={7} fill="var(--surface)" opacity={0.55} />
    </Pattern>
    <Pattern id={`${id}-third`} size={6} ground="var(--third)">
      <circle cx={3} cy={3} r={1.1} fill="var(--surface)" />
    </Pattern>
    <Pattern id={`${id}-none`} size={6} ground="var(--surface)" angle={-45}>
      <rect width={1.6} height={6} fill="var(--tone-none)" />
    </Pattern>
    <Pattern id={`${id}-past`} size={6} ground="var(--tone-none)" angle={45}>
      <rect width={1.2} height={6} fill="var(--surface)" opacity={0.4} />
    </Pattern>
  </defs>
);

const Pattern = (given: { id: string; size: number; ground: string; angle?: number; children: ReactNode }) => (
  <pattern
    id={given.id}
    width={given.size}
    height={given.size}
    patternUnits="userSpaceOnUse"
    patternTransform={given.angle === undefined ? undefined : `rotate(${String(given.angle)})`}
  >
    <rect width={given.size} height={given.size} fill={given.ground} />
    {given.children}
  </pattern>
);
