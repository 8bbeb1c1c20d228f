/** A path of this site to go on to, and the beginning where it is none: no address leads from here to another site. */
export const ownPathIn = (text: string | undefined): string => {
  if (text === undefined || !text.startsWith('/') || !URL.canParse(text, window.location.origin)) {
    return '/';
  }
  const { origin, pathname, search, hash } = new URL(text, window.location.origin);
  return origin !== window.location.origin || pathname === '/sign-in' ? '/' : `${pathname}${search}${hash}`;
};
