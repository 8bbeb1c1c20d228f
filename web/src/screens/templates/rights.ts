import type { Role } from '../../api/generated/schema';

/** Whether whoever looks may publish templates: it takes an instance admin, or a process designer of any portfolio. */
export const mayPublish = (
  isInstanceAdmin: boolean,
  portfolios: readonly { readonly viewerRoles: readonly Role[] }[],
): boolean => isInstanceAdmin || portfolios.some(({ viewerRoles }) => viewerRoles.includes('PROCESS_DESIGNER'));

export const WHO_PUBLISHES =
  'Templates are published by an instance admin, or by a process designer of any portfolio. Ask one of them.';
