export const WHO_PUBLISHES =
  'Templates are published by an instance admin, or by a process designer of any portfolio. Ask one of them.';
