import { useEffect, useRef, useState } from 'react';

/** How wide an element is, in px, followed as it changes; `initial` until it is known. */
export const useWidth = <E extends HTMLElement>(initial: number) => {
  const place = useRef<E>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const element = place.current;
    if (!element) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      setWidth(Math.max(1, Math.round(element.clientWidth)));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { place, width };
};
