import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useId } from 'react';

/** Whether the viewer may do something, and else why not. */
export interface May {
  readonly allowed: boolean;
  readonly reason?: string | null;
}

interface Props extends ButtonProps {
  readonly may: May;
  readonly children: string;
  readonly onClick?: () => void;
  /** Where it leads, instead of doing something here. */
  readonly link?: LinkProps;
  /** Says what the row adds to the words: "Hand in evidence for UX review". */
  readonly aloud?: string;
}

/** A button that says before it is clicked why it would be refused: to the eye when pointed or tabbed at, and aloud. */
export const MayDo = ({ may, children, onClick, link, aloud, ...looks }: Props) => {
  const id = useId();
  const named = aloud === undefined ? {} : { 'aria-label': `${children}: ${aloud}` };
  if (!may.allowed) {
    return (
      <Tooltip label={may.reason} multiline maw={360} events={{ hover: true, focus: true, touch: true }}>
        <span>
          <Button variant="default" {...looks} {...named} data-disabled aria-disabled="true" aria-describedby={id}>
            {children}
          </Button>
          <span id={id} className="aloud">
            {may.reason}
          </span>
        </span>
      </Tooltip>
    );
  }
  if (link) {
    return (
      <Button variant="default" {...looks} {...named} renderRoot={(props) => <Link {...link} {...props} />}>
        {children}
      </Button>
    );
  }
  return (
    <Button variant="default" {...looks} {...named} onClick={onClick}>
      {children}
    </Button>
  );
};
