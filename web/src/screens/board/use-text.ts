import { useEffect, useState } from 'react';

const TYPING_MS = 300;

/** The text of the filter: at once on the screen, a moment later in the address. */
export const useText = (inAddress: string, change: (patch: { q: string }) => void) => {
  const [text, setText] = useState(inAddress);
  const [said, setSaid] = useState(inAddress);
  if (said !== inAddress) {
    setSaid(inAddress);
    setText(inAddress);
  }
  useEffect(() => {
    if (text === inAddress) {
      return undefined;
    }
    const { pathname } = window.location;
    const timer = setTimeout(() => {
      // Whoever is on the way to another screen already is not called back.
      if (window.location.pathname === pathname) {
        change({ q: text });
      }
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text, inAddress, change]);
  return [text, setText] as const;
};
