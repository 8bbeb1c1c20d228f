import { accessOf, type Action, type Viewer, rolesFor } from '../../domain/access/access.js';
import { fault } from '../../platform/faults.js';

/**
 * The one authorisation function of commands and queries. False for whoever is no member of the portfolio (and for no
 * portfolio at all): answer as for one that does not exist. FORBIDDEN for a member whose roles do not allow the action.
 */
export const requireAccess = (viewer: Viewer, action: Action, portfolioId: string | null | undefined): boolean => {
  if (!portfolioId) {
    return false;
  }
  const access = accessOf(viewer, action, portfolioId);
  if (access === 'FORBIDDEN') {
    throw fault(
      'FORBIDDEN',
      `Your roles in this portfolio do not allow ${action}; it takes one of: ${rolesFor(action).join(', ')}.`,
    );
  }
  return access === 'ALLOWED';
};
