import type { Role } from '../../api/generated/schema';
import { useMyPortfolios } from '../../shell/portfolio';

/** Whether the viewer, who has these roles in a portfolio, may create initiatives in it. */
export const useMayCreate = (roles: readonly Role[]): boolean => {
  const { data } = useMyPortfolios();
  return data?.viewer.isInstanceAdmin === true || roles.some((role) => role === 'ADMIN' || role === 'PROGRAM_MANAGER');
};
