import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly as?: 'div' | 'li' | 'article';
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Something an address can lead to: it is brought into sight and marked when the address names it. */
export const Anchored = ({ id, as: As = 'div', className, children }: Props) => {
  const named = useLocation({ select: ({ hash }) => hash }) === id;
  const place = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (named) {
      place.current?.scrollIntoView({ block: 'center' });
      place.current?.focus({ preventScroll: true });
    }
  }, [named]);
  return (
    <As
      id={id}
      tabIndex={-1}
      data-marked={named || undefined}
      className={className}
      ref={(element: HTMLElement | null) => {
        place.current = element;
      }}
    >
      {children}
    </As>
  );
};
