/**
 * The user in whose name the system itself acts: reviews it requests, initiatives it puts on hold. It holds no role and no
 * token, so nobody can sign in as it.
 */
export const SYSTEM_USER_ID = '00000000-0000-7000-8000-000000000001';
