import { Button, Text } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import classes from './initiative.module.css';

/** The problem in a few lines, for the gate is what people come for; the rest of a long one when asked for. */
export const Problem = ({ text }: { text: string }) => {
  const [isWhole, setWhole] = useState(false);
  const [isLong, setLong] = useState(false);
  const place = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    const measure = (): void => {
      setLong(element !== null && element.scrollHeight > element.clientHeight + 1);
    };
    if (isWhole || element === null) {
      return undefined;
    }
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [isWhole, text]);
  return (
    <div className={classes.problem}>
      <Text ref={place} maw="75ch" data-cut={isWhole ? undefined : ''} className={isWhole ? undefined : classes.few}>
        {text}
      </Text>
      {(isLong || isWhole) && (
        <Button
          variant="default"
          size="compact-sm"
          mt={4}
          aria-expanded={isWhole}
          onClick={() => {
            setWhole(!isWhole);
          }}
        >
          {isWhole ? 'Show less' : 'Show all of it'}
        </Button>
      )}
    </div>
  );
};
