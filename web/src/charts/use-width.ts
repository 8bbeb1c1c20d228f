import { useEffect, useRef, useState, type RefObject } from 'react';

/** How wide the place of a chart is, in px, and followed: what is drawn then has texts of their own size at any width. */
export const useWidth = <E extends HTMLElement>(
  first = 560,
): { readonly place: RefObject<E | null>; readonly width: number } => {
  const place = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const element = place.current;
    if (!element) {
      return undefined;
    }
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.round(entry?.contentRect.width ?? 0);
      // Nothing is as wide as nothing: it is not shown, and what was drawn stays.
      if (now > 0) {
        setWidth(now);
      }
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { place, width };
};
